import uuid
from datetime import date
from functools import partial

import pghistory
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from accounts.taken_back import if_taken_back
from refugees.models.case import Case
from refugees.models.stale import Seen, read_again
from refugees.uploads import CheckedFile, ContentType
from refugees.verbs import Verb


class DocumentKind(models.TextChoices):
    """What a document is, as a colleague looks for it."""

    LETTER = "letter", _("Letter")
    DECISION = "decision", _("Decision")
    PERMIT = "permit", _("Permit")
    CONTRACT = "contract", _("Contract")
    PHOTO = "photo", _("Photo")
    OTHER = "other", _("Other")


class Direction(models.TextChoices):
    """Journalising asks whether a document came, went out, or was made here (OFL § 15)."""

    RECEIVED = "received", _("Received")
    SENT = "sent", _("Sent")
    INTERNAL = "internal", _("Internal")


def random_name(document: "Document", name: str) -> str:
    """A name that says nothing and that nobody can guess; the name of the upload is thrown away."""
    key = uuid.uuid4().hex
    return f"documents/{key[:2]}/{key}"


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "DocumentQuerySet":
        """Documents of cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "DocumentQuerySet":
        """Not withdrawn."""
        return self.filter(withdrawn_at=None)

    def newest_first(self) -> "DocumentQuerySet":
        """By the document's own date, then by when it was added."""
        return self.select_related("uploaded_by", "withdrawn_by").order_by("-dated_on", "-id")

    def add(
        self,
        *,
        case: Case,
        by: User,
        content: CheckedFile,
        title: str,
        kind: str,
        direction: str,
        dated_on: date,
        today: date,
        counterpart: str = "",
    ) -> "Document":
        """File a document on a case. Its content has been checked (refugees.uploads)."""
        if dated_on > today:
            raise ValidationError({"dated_on": _("The date of a document cannot be in the future.")})
        document = self.model(
            case=case,
            title=title.strip(),
            kind=kind,
            direction=direction,
            counterpart=counterpart.strip(),
            dated_on=dated_on,
            content_type=content.content_type,
            size=len(content.body),
            sha256=content.sha256,
            uploaded_by=by,
        )
        document.full_clean(exclude=["file"])
        document.file.save("", ContentFile(content.body), save=False)
        if_taken_back(partial(document.file.storage.delete, document.file.name))
        try:
            with Case.changing([case], by=by):
                document.save()
                case.write_line(
                    Verb.DOCUMENT_ADDED,
                    by=by,
                    on=today,
                    document_kind=kind,
                    direction=direction,
                    document=document.pk,
                )
        except BaseException:
            # The row is taken back, and the request may go on: the file must go by hand.
            document.file.delete(save=False)
            raise
        return document


@pghistory.track()
class Document(models.Model):
    """A letter, a decision, a photo on a case. Its content is never overwritten; a mistaken one is withdrawn, with
    the reason, and stays."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=DocumentKind)
    direction = models.CharField(_("direction"), max_length=12, choices=Direction)
    counterpart = models.CharField(_("from or to whom"), max_length=120, blank=True)
    dated_on = models.DateField(_("date of the document"))
    file = models.FileField(upload_to=random_name, unique=True, editable=False)
    content_type = models.CharField(max_length=100, choices=ContentType, editable=False)
    size = models.PositiveBigIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(name="document_kind_is_known", condition=Q(kind__in=DocumentKind.values)),
            models.CheckConstraint(
                name="document_direction_is_known", condition=Q(direction__in=Direction.values)
            ),
            models.CheckConstraint(
                name="document_type_is_accepted", condition=Q(content_type__in=ContentType.values)
            ),
            models.CheckConstraint(name="document_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(name="document_is_not_empty", condition=Q(size__gt=0)),
            models.CheckConstraint(
                name="document_from_or_to_names_whom",
                condition=Q(direction=Direction.INTERNAL) | ~Q(counterpart=""),
                violation_error_message=_("Say whom it came from or went to."),
            ),
            models.CheckConstraint(
                name="document_withdrawn_when_by_whom_and_why",
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_reason=""),
                violation_error_message=_("Say why the document is withdrawn."),
            ),
        ]
        indexes = [models.Index(name="document_by_case", fields=["case", "-dated_on", "-id"])]

    def __str__(self) -> str:
        return f"document (#{self.pk})"

    @property
    def download_name(self) -> str:
        """What the file is called when it is fetched: date and title, safe on every system."""
        words = slugify(self.title)[:60] or "document"
        return f"{self.dated_on.isoformat()}-{words}{ContentType(self.content_type).extension}"

    def withdraw(self, *, reason: str, by: User, today: date, version: Seen | None = None) -> bool:
        """It should not be on this case: it stays, marked, and says why. False if it was withdrawn before.

        StaleEdit if it is not what the form, by its `version`, was made from.
        """
        with Case.changing([self.case], by=by, reason=reason):
            read_again(self, version)
            if self.withdrawn_at:
                return False
            self.withdrawn_at, self.withdrawn_by, self.withdrawn_reason = now(), by, reason.strip()
            self.full_clean(exclude=["file"])
            self.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
            self.case.write_line(
                Verb.DOCUMENT_WITHDRAWN, by=by, on=today, document_kind=self.kind, document=self.pk
            )
        return True
