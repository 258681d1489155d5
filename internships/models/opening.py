from collections.abc import Sequence
from datetime import date

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from internships.models.offer_rules import OfferKind
from internships.models.production_unit import ProductionUnit
from refugees.hours import FULL_TIME, in_hours
from refugees.languages import SpokenLanguage, spoken
from refugees.models import Seen, read_again

MOST_PLACES = 200
FACTS = (
    "kind",
    "tasks",
    "requirements",
    "minutes_a_week",
    "languages",
    "capacity",
    "start_from",
    "start_until",
)


class Closing(models.TextChoices):
    """Why nobody more is looked for."""

    OPEN = "", _("Open")
    FILLED = "filled", _("All places are taken")
    WITHDRAWN = "withdrawn", _("Withdrawn by the company")
    OVER = "over", _("The time to start is over")
    OTHER = "other", _("Another reason")


class OpeningQuerySet(models.QuerySet):
    def open(self) -> "OpeningQuerySet":
        """Places that the company still offers."""
        return self.filter(closed_on=None)

    def with_free_places(self) -> "OpeningQuerySet":
        """Where somebody can still begin."""
        return self.open().filter(taken__lt=F("capacity"))

    def startable(self, day: date) -> "OpeningQuerySet":
        """Whose time to start is not over."""
        return self.filter(Q(start_until=None) | Q(start_until__gte=day))

    @transaction.atomic
    def announce(self, *, unit: ProductionUnit, by: User | None, **facts: object) -> "Opening":
        """The company offers places at one of its units. `facts` as in `change`."""
        unit.company.hold()
        if unit.is_closed:
            raise ValidationError({"unit": _("This production unit is no longer in use.")})
        opening = self.model(unit=unit, recorded_by=by)
        opening.take(**facts)
        opening.full_clean()
        opening.save()
        return opening


@pghistory.track()
class Opening(models.Model):
    """Places that a company offers at one unit: for what, doing what, how many hours, how many, starting when.

    `taken` is how many of them people have: the offers made from it that are not gone. Nobody types it; the database
    counts with each offer (the trigger `offer_holds_a_place`), and `opening_holds_what_is_taken` refuses one too many.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    unit = models.ForeignKey(ProductionUnit, on_delete=models.PROTECT, related_name="openings")
    kind = models.CharField(_("kind"), max_length=20, choices=OfferKind)
    tasks = models.TextField(_("tasks"), max_length=1000)
    requirements = models.TextField(_("requirements"), max_length=1000, blank=True)
    minutes_a_week = models.PositiveSmallIntegerField(
        _("minutes a week"),
        validators=[
            MinValueValidator(1, _("Write how many hours a week.")),
            MaxValueValidator(FULL_TIME, _("More than full time: the most is 37 hours a week.")),
        ],
    )
    languages = ArrayField(
        models.CharField(max_length=8, choices=SpokenLanguage),
        default=list,
        blank=True,
        verbose_name=_("languages needed"),
    )
    capacity = models.PositiveSmallIntegerField(
        _("places"),
        validators=[
            MinValueValidator(1, _("At least one place.")),
            MaxValueValidator(MOST_PLACES, _("At most %(limit_value)s places in one opening.")),
        ],
    )
    taken = models.PositiveSmallIntegerField(_("places taken"), default=0, editable=False)
    start_from = models.DateField(_("can start from"))
    start_until = models.DateField(_("can start until"), null=True, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=now)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closing = models.CharField(_("why it is closed"), max_length=10, choices=Closing, blank=True)
    closing_words = models.CharField(_("in words"), max_length=300, blank=True)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening")
        verbose_name_plural = _("openings")
        constraints = [
            models.CheckConstraint(name="opening_kind_is_known", condition=Q(kind__in=OfferKind.values)),
            models.CheckConstraint(
                name="opening_says_the_tasks",
                condition=~Q(tasks=""),
                violation_error_message=_("Write what there is to do."),
            ),
            models.CheckConstraint(
                name="opening_hours_within_full_time",
                condition=Q(minutes_a_week__gte=1, minutes_a_week__lte=FULL_TIME),
                violation_error_message=_("More than full time: the most is 37 hours a week."),
            ),
            models.CheckConstraint(
                name="opening_languages_are_known",
                condition=Q(languages__contained_by=SpokenLanguage.values),
            ),
            models.CheckConstraint(
                name="opening_has_places", condition=Q(capacity__gte=1, capacity__lte=MOST_PLACES)
            ),
            models.CheckConstraint(
                name="opening_holds_what_is_taken",
                condition=Q(taken__lte=F("capacity")),
                violation_error_message=_("More places are taken already."),
            ),
            models.CheckConstraint(
                name="opening_can_start_before_it_ends",
                condition=Q(start_until=None)
                | Q(start_until__isnull=False, start_until__gte=F("start_from")),
                violation_error_message=_("The time to start cannot end before it begins."),
            ),
            models.CheckConstraint(
                name="opening_is_closed_with_a_reason",
                condition=Q(closed_on=None, closing="", closing_words="")
                | Q(closed_on__isnull=False, closing__in=[value for value in Closing.values if value]),
                violation_error_message=_("Say why the opening is closed."),
            ),
            # An offer refers to both: what is offered from an opening is offered at its unit.
            models.UniqueConstraint(name="opening_and_its_unit", fields=["id", "unit"]),
        ]
        indexes = [
            models.Index(name="opening_by_start", fields=["start_from", "id"], condition=Q(closed_on=None))
        ]

    def __str__(self) -> str:
        return f"opening (#{self.pk})"

    @property
    def free(self) -> int:
        """How many places nobody has; none in an opening that is closed."""
        return 0 if self.closed_on else self.capacity - self.taken

    def get_languages_display(self) -> str:
        """The languages in words."""
        return spoken(self.languages)

    def get_minutes_a_week_display(self) -> str:
        """The hours a week in words: 30 h, 7 h 30 min."""
        return in_hours(self.minutes_a_week)

    def take(
        self,
        *,
        kind: str,
        tasks: str,
        minutes_a_week: int,
        capacity: int,
        start_from: date,
        requirements: str = "",
        languages: Sequence[str] = (),
        start_until: date | None = None,
    ) -> None:
        """What is offered."""
        self.kind, self.minutes_a_week, self.capacity = kind, minutes_a_week, capacity
        self.tasks, self.requirements, self.languages = tasks.strip(), requirements.strip(), list(languages)
        self.start_from, self.start_until = start_from, start_until

    def keep_a_place(self, *, again: bool = False) -> None:
        """Wait for whoever is taking a place, then see that one is left; for a verb that takes it in its transaction.

        With `again`, for somebody who had it before: whether others are looked for by now does not matter.
        """
        self._held(None)
        if self.closed_on and not again:
            raise ValidationError(_("This opening has been closed meanwhile. Choose another one."))
        if self.taken >= self.capacity:
            raise ValidationError(
                _(
                    "Every place of this opening is taken now. Choose another one, or ask the company for more."
                )
            )

    @transaction.atomic
    def change(self, *, by: User, version: Seen | None = None, **facts: object) -> None:
        """The company offers something else. Never fewer places than people have."""
        self._held(version)
        self.take(**facts)
        if self.capacity < self.taken:
            words = _("%(taken)d places are taken already: there cannot be fewer.") % {"taken": self.taken}
            raise ValidationError({"capacity": words})
        self.full_clean()
        self.save(update_fields=list(FACTS))

    @transaction.atomic
    def close(
        self, *, closing: str, on: date, by: User, words: str = "", version: Seen | None = None
    ) -> None:
        """Nobody more is looked for, and why."""
        self._held(version)
        if self.closed_on:
            raise ValidationError(_("Somebody has closed this opening meanwhile."))
        if closing == Closing.OTHER and not words.strip():
            raise ValidationError({"closing_words": _("Say which reason.")})
        self.closed_on, self.closing, self.closing_words = on, closing, words.strip()
        self.full_clean()
        self.save(update_fields=["closed_on", "closing", "closing_words"])

    @transaction.atomic
    def reopen(self, *, by: User, version: Seen | None = None) -> None:
        """The company offers the places again."""
        self._held(version)
        self.closed_on, self.closing, self.closing_words = None, "", ""
        self.full_clean()
        self.save(update_fields=["closed_on", "closing", "closing_words"])

    def _held(self, version: Seen | None) -> None:
        """The row is locked itself: `taken` is changed under that lock alone."""
        Opening.objects.select_for_update().values_list("pk").get(pk=self.pk)
        read_again(self, version)
