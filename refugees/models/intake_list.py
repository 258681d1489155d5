import base64
import hashlib
from datetime import date, datetime
from typing import Any

import pghistory
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import Unit, User
from refugees.identifiers import decrypt, encrypt
from refugees.intake.refusals import Refused, sentence


class ListStatus(models.TextChoices):
    """Where a list is on its way from a file to cases."""

    READING = "reading", _("Being read")
    CHECKING = "checking", _("To be checked")
    CARRYING_OUT = "carrying-out", _("Being carried out")
    DONE = "done", _("Done")
    REFUSED = "refused", _("Could not be read")
    DISCARDED = "discarded", _("Discarded")


class FirstOfMonth(models.TextChoices):
    """How the people allocated on the first of a month are taken over: the law can be read in two ways."""

    UNDECIDED = "", _("Not decided yet")
    EARLY = "early", _("That month is the first whole month")
    LATE = "late", _("The month after it is the first whole month")


UNFINISHED = [ListStatus.READING, ListStatus.CHECKING, ListStatus.CARRYING_OUT]
# What a job works on; a list that stands still in one of these is taken up again.
WORKING = [ListStatus.READING, ListStatus.CARRYING_OUT]


class IntakeListQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "IntakeListQuerySet":
        """The lists of the user's own unit."""
        return self.filter(unit_id__in=user.case_unit_ids())

    def unfinished(self) -> "IntakeListQuerySet":
        """Neither done nor given up."""
        return self.filter(status__in=UNFINISHED)

    def standing_still(self, *, since: datetime) -> "IntakeListQuerySet":
        """Work that no job has moved since then: its worker died, or its message was lost."""
        return self.filter(status__in=WORKING, moved_at__lt=since)

    @transaction.atomic
    def take_in(self, *, unit: Unit, by: User, file_name: str, content: bytes) -> "IntakeList":
        """Keep an uploaded file until it is read. The very same file, still unfinished, is the same list."""
        digest = hashlib.sha256(content).hexdigest()
        if twin := self.unfinished().filter(unit=unit, sha256=digest).first():
            return twin
        taken = self.model(unit=unit, uploaded_by=by, file_name=file_name[-120:], sha256=digest)
        taken.full_clean()
        taken.save()
        IntakeFile.objects.create(intake_list=taken, cipher=encrypt(base64.b64encode(content).decode()))
        return taken


@pghistory.track()
class IntakeList(models.Model):
    """A list of people as somebody uploaded it: what was read, what is to happen, how far it is."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=now)
    file_name = models.CharField(_("file"), max_length=120)
    sha256 = models.CharField(max_length=64)
    status = models.CharField(max_length=12, choices=ListStatus, default=ListStatus.READING)
    refusal = models.JSONField(default=dict, blank=True)
    unknown_headings = models.JSONField(default=list, blank=True)
    sheets_not_read = models.JSONField(default=list, blank=True)
    total = models.PositiveIntegerField(null=True, blank=True)  # rows in the file, once they are counted
    read_to = models.PositiveIntegerField(default=0)  # the last line of the file that is staged
    read = models.PositiveIntegerField(default=0)  # rows that are staged
    to_do = models.PositiveIntegerField(default=0)  # rows that were confirmed
    done = models.PositiveIntegerField(default=0)  # of them, dealt with
    done_to = models.PositiveIntegerField(default=0)  # the last line dealt with since the confirmation
    first_of_month = models.CharField(max_length=8, choices=FirstOfMonth, blank=True)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    # By the clock on the wall, also where a demo has moved the day: it says whether a worker is alive.
    moved_at = models.DateTimeField(default=timezone.now)

    objects = IntakeListQuerySet.as_manager()

    class Meta:
        verbose_name = _("intake list")
        verbose_name_plural = _("intake lists")
        constraints = [
            models.CheckConstraint(
                name="intake_list_status_is_known", condition=Q(status__in=ListStatus.values)
            ),
            models.CheckConstraint(
                name="intake_first_of_month_is_known", condition=Q(first_of_month__in=FirstOfMonth.values)
            ),
            models.CheckConstraint(
                name="intake_is_carried_out_by_somebody",
                condition=~Q(status=ListStatus.CARRYING_OUT)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="intake_refusal_says_why",
                condition=~Q(status=ListStatus.REFUSED) | Q(refusal__has_key="code"),
            ),
            models.UniqueConstraint(
                name="one_unfinished_list_per_file",
                fields=["unit", "sha256"],
                condition=Q(status__in=UNFINISHED),
                violation_error_message=_("This very file is being worked on already."),
            ),
        ]
        indexes = [
            models.Index(name="intake_list_by_unit", fields=["unit", "-id"]),
            models.Index(name="intake_list_at_work", fields=["moved_at"], condition=Q(status__in=WORKING)),
        ]

    def __str__(self) -> str:
        return f"intake list {self.status} (#{self.pk})"

    @property
    def why_refused(self) -> str:
        """Why the file could not be read, in the reader's language."""
        if not self.refusal:
            return ""
        return sentence(self.refusal["code"], self.refusal.get("details", {}))

    @property
    def is_working(self) -> bool:
        """Whether a job is at it now."""
        return self.status in WORKING

    def content(self) -> bytes | None:
        """The file as it was uploaded; None once it is read."""
        file = IntakeFile.objects.filter(intake_list=self).first()
        return base64.b64decode(decrypt(file.cipher)) if file else None

    def move(self, **state: Any) -> None:
        """Note how far the work is. Called in the transaction that did it."""
        for name, value in state.items():
            setattr(self, name, value)
        self.moved_at = timezone.now()
        self.save(update_fields=[*state, "moved_at"])

    @transaction.atomic
    def refuse(self, refused: Refused) -> None:
        """The file cannot be read after all; it is not kept."""
        if IntakeList.objects.select_for_update().get(pk=self.pk).status != ListStatus.READING:
            return
        self.move(status=ListStatus.REFUSED, refusal={"code": refused.code, "details": refused.details})
        IntakeFile.objects.filter(intake_list=self).delete()

    @transaction.atomic
    def finish_reading(self) -> None:
        """All rows are staged; the file itself is not kept."""
        self.move(status=ListStatus.CHECKING, total=self.read)
        IntakeFile.objects.filter(intake_list=self).delete()

    @transaction.atomic
    def confirm(self, *, by: User, rows: int, first_of_month: str = "") -> bool:
        """Let what the page shows happen. False if somebody confirmed it meanwhile: it happens once."""
        current = IntakeList.objects.select_for_update().get(pk=self.pk)
        if current.status != ListStatus.CHECKING:
            return False
        self.move(
            status=ListStatus.CARRYING_OUT,
            confirmed_by=by,
            confirmed_at=now(),
            first_of_month=first_of_month,
            to_do=rows,
            done=0,
            done_to=0,
        )
        return True

    @transaction.atomic
    def finish_carrying_out(self) -> None:
        """What was confirmed has happened. Rows that nobody could confirm yet stay to be checked."""
        left = self.rows.filter(done_at=None).exists()
        self.move(status=ListStatus.CHECKING if left else ListStatus.DONE)

    @transaction.atomic
    def discard(self) -> None:
        """Give the list up: nothing on it happens, and its people are forgotten. What was carried out stays."""
        current = IntakeList.objects.select_for_update().get(pk=self.pk)
        if current.status in {ListStatus.CARRYING_OUT, ListStatus.DISCARDED}:
            return
        self.move(status=ListStatus.DISCARDED)
        IntakeFile.objects.filter(intake_list=self).delete()
        self.rows.filter(done_at=None).delete()

    def takeover_for(self, choices: tuple[date, date]) -> date | None:
        """The day that was chosen for people allocated on the first of a month."""
        return dict(zip([FirstOfMonth.EARLY, FirstOfMonth.LATE], choices, strict=True)).get(
            self.first_of_month
        )


class IntakeFile(models.Model):
    """The uploaded file, encrypted as a whole, for as long as it takes to read it."""

    intake_list = models.OneToOneField(
        IntakeList, on_delete=models.CASCADE, related_name="file", primary_key=True
    )
    cipher = models.BinaryField()

    class Meta:
        verbose_name = _("uploaded file")

    def __str__(self) -> str:
        return f"file of a list (#{self.intake_list_id})"
