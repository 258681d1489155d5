from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.models import Seen, read_again

DECEMBER = 12


def list_day(day: date) -> date:
    """The 1 December from which the list of that day holds: the annual list of vulnerable areas begins then."""
    return date(day.year - (day.month < DECEMBER), DECEMBER, 1)


class AreaListQuerySet(models.QuerySet):
    def confirmed(self) -> "AreaListQuerySet":
        """Lists that somebody has compared with the published list."""
        return self.filter(confirmed_on__isnull=False)

    def in_force(self, day: date) -> "AreaListQuerySet":
        """The list of that day, if it is entered and confirmed. Never last year's in its place."""
        return self.confirmed().filter(valid_from=list_day(day))

    @transaction.atomic
    def begin(self, *, year: int, source: str, by: User | None) -> "AreaList":
        """Enter the list that holds from 1 December of that year. It counts once it is confirmed."""
        row = self.model(valid_from=date(year, DECEMBER, 1), source=source.strip(), recorded_by=by)
        row.full_clean()
        row.save()
        return row


@pghistory.track()
class AreaList(models.Model):
    """The vulnerable areas of one year, in which no refugee is offered a home (Integration Act § 12(2)).

    A list is published each 1 December and holds until the next. Only a confirmed one counts: somebody compared it
    with the published list. A year whose list is not confirmed has none, and nothing can be checked against it.
    Opened again it is another edition: what was checked against the one before says nothing of this one. The
    database counts them (`edition`), whoever writes.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    valid_from = models.DateField(
        _("holds from"),
        unique=True,
        error_messages={"unique": _("The list of this year is entered already.")},
    )
    edition = models.PositiveSmallIntegerField(_("edition"), default=1, editable=False)
    source = models.TextField(_("source"), max_length=600)
    confirmed_on = models.DateField(_("compared with the published list"), null=True, blank=True)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reopened_reason = models.CharField(_("why it was opened again"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = AreaListQuerySet.as_manager()

    class Meta:
        verbose_name = _("list of excluded areas")
        verbose_name_plural = _("lists of excluded areas")
        constraints = [
            models.CheckConstraint(
                name="area_list_begins_on_1_december",
                condition=Q(valid_from__month=DECEMBER, valid_from__day=1),
            ),
            models.CheckConstraint(
                name="area_list_names_its_source",
                condition=~Q(source=""),
                violation_error_message=_("Write where the list is published."),
            ),
            models.CheckConstraint(
                name="area_list_is_confirmed_by_somebody",
                condition=Q(confirmed_on=None, confirmed_by=None)
                | Q(confirmed_on__isnull=False, confirmed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="area_list_is_opened_again_for_a_reason",
                condition=Q(edition=1) | Q(confirmed_on__isnull=False) | ~Q(reopened_reason=""),
                violation_error_message=_("Say why the list is opened again."),
            ),
        ]

    def __str__(self) -> str:
        return f"areas from {self.valid_from} (#{self.pk})"

    @property
    def source_words(self) -> str:
        """Where it is published; what came with the system, in the reader's language."""
        return gettext(self.source) if self.source else ""

    @property
    def last_on(self) -> date:
        """The last day on which it holds."""
        return date(self.valid_from.year + 1, 11, 30)

    def hold(self) -> None:
        """Let nobody else change this list or its areas until the transaction ends."""
        AreaList.objects.select_for_update().values_list("pk").get(pk=self.pk)

    @transaction.atomic
    def confirm(self, *, on: date, by: User, version: Seen | None = None) -> None:
        """Somebody has compared it with the published list: it is complete and counts from now on."""
        self.hold()
        read_again(self, version)
        if self.confirmed_on:
            raise ValidationError(gettext("The list is confirmed already."))
        self.confirmed_on, self.confirmed_by, self.reopened_reason = on, by, ""
        self.full_clean()
        self.save(update_fields=["confirmed_on", "confirmed_by", "reopened_reason"])

    @transaction.atomic
    def reopen(self, *, reason: str, by: User, version: Seen | None = None) -> None:
        """Something on it is wrong. Until it is confirmed again its year has no list; then homes are checked anew."""
        self.hold()
        read_again(self, version)
        if not self.confirmed_on:
            raise ValidationError(gettext("The list is open already."))
        self.confirmed_on, self.confirmed_by, self.reopened_reason = None, None, reason
        self.edition += 1  # as the database counts it
        self.full_clean()
        self.save(update_fields=["confirmed_on", "confirmed_by", "reopened_reason"])

    @transaction.atomic
    def add(self, *, name: str, streets: str, by: User | None) -> "ExcludedArea":
        """One area more, by its name on the published list and its streets as the City knows them."""
        self.hold()
        read_again(self)
        self.refuse_confirmed()
        area = ExcludedArea(area_list=self, name=name.strip(), streets=streets.strip(), recorded_by=by)
        area.full_clean()
        area.save()
        return area

    def refuse_confirmed(self) -> None:
        """ValidationError if the list counts already."""
        if self.confirmed_on:
            raise ValidationError(gettext("The list is confirmed. Open it again first, and say why."))


@pghistory.track()
class ExcludedArea(models.Model):
    """One area of one year's list. On a confirmed list it stands, whoever writes."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    area_list = models.ForeignKey(AreaList, on_delete=models.PROTECT, related_name="areas")
    name = models.CharField(_("name on the list"), max_length=80)
    streets = models.TextField(_("streets and numbers"), max_length=2000, blank=True)
    struck_on = models.DateField(_("struck on"), null=True, blank=True)
    struck_reason = models.CharField(_("why"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("excluded area")
        verbose_name_plural = _("excluded areas")
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "area_list",
                name="area_stands_once_on_a_list",
                condition=Q(struck_on=None),
                violation_error_message=_("This area stands on the list already."),
            ),
            models.CheckConstraint(
                name="area_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Write the name as it stands on the list."),
            ),
            models.CheckConstraint(
                name="area_is_struck_for_a_reason",
                condition=Q(struck_on=None, struck_reason="")
                | Q(struck_on__isnull=False) & ~Q(struck_reason=""),
                violation_error_message=_("Say why the area does not belong on the list."),
            ),
            # A check refers to both, so that nothing lies inside an area of another year.
            models.UniqueConstraint(name="area_and_its_list", fields=["id", "area_list"]),
        ]

    def __str__(self) -> str:
        return f"area (#{self.pk})"

    @transaction.atomic
    def change(self, *, name: str, streets: str, by: User, version: Seen | None = None) -> None:
        """It is called otherwise, or its streets are others, while its list is open."""
        self._open_up(version)
        self.name, self.streets = name.strip(), streets.strip()
        self.full_clean()
        self.save(update_fields=["name", "streets"])

    @transaction.atomic
    def strike(self, *, on: date, reason: str, by: User, version: Seen | None = None) -> None:
        """It does not stand on the published list. It stays visible, struck."""
        self._open_up(version)
        self.struck_on, self.struck_reason = on, reason
        self.full_clean()
        self.save(update_fields=["struck_on", "struck_reason"])

    def _open_up(self, version: Seen | None) -> None:
        self.area_list.hold()
        read_again(self.area_list)
        read_again(self, version)
        self.area_list.refuse_confirmed()
