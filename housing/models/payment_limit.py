from datetime import date, timedelta

import pghistory
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.models import Seen, read_again

FIRST_YEAR, LAST_YEAR = 2016, 2100
MOST_A_MONTH = 20_000
LIMIT = ("amount", "source")
# How long before a year begins its maxima are asked for: time to find the order and to tell each household, before the
# first payment of January, what it pays. The City's own reckoning; no source gives it.
ASKED_BEFORE = timedelta(weeks=6)


class HouseholdKind(models.TextChoices):
    """The households for which the order on payment names a maximum, and all others."""

    SINGLE = "single", _("Somebody alone")
    COUPLE = "couple", _("A couple without children")
    COUPLE_SOME = "couple-some", _("A couple with 1 to 3 children")
    COUPLE_MANY = "couple-many", _("A couple with 4 children or more")
    PARENT = "parent", _("One parent with children")
    OTHER = "other", _("Another household")


class PaymentLimitQuerySet(models.QuerySet):
    def of(self, day: date, kind: str) -> "PaymentLimit | None":
        """The maximum of that year for that kind of household, if it is entered."""
        return self.filter(year=day.year, kind=kind).first()

    def missing(self, day: date) -> dict[int, list[HouseholdKind]]:
        """Which maxima are to be entered by that day, by year: of the year itself, and of the next once it is near.

        Those that the year before had; where it had none, all, until the first is entered.
        """
        years = sorted({day.year, (day + ASKED_BEFORE).year})
        entered: dict[int, set[str]] = {year: set() for year in [years[0] - 1, *years]}
        for year, kind in self.filter(year__in=entered).values_list("year", "kind"):
            entered[year].add(kind)
        found = {}
        for year in years:
            wanted = entered[year - 1] or (set() if entered[year] else set(HouseholdKind))
            if kinds := [kind for kind in HouseholdKind if kind in wanted - entered[year]]:
                found[year] = kinds
        return found

    @transaction.atomic
    def enter(self, *, year: int, kind: str, amount: int, source: str, by: User | None) -> "PaymentLimit":
        """The maximum of a year for a kind of household, from an order that somebody has read."""
        row = self.model(year=year, kind=kind, amount=amount, source=source.strip(), recorded_by=by)
        row.full_clean()
        row.save()
        return row


@pghistory.track()
class PaymentLimit(models.Model):
    """The most that a household may be asked to pay a month for a temporary place, in one year, with its source."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    kind = models.CharField(_("kind of household"), max_length=12, choices=HouseholdKind)
    amount = models.PositiveIntegerField(_("at most a month"), validators=[MaxValueValidator(MOST_A_MONTH)])
    source = models.CharField(_("source"), max_length=300)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = PaymentLimitQuerySet.as_manager()

    class Meta:
        verbose_name = _("maximum payment")
        verbose_name_plural = _("maximum payments")
        constraints = [
            models.UniqueConstraint(
                name="payment_limit_stands_once_a_year",
                fields=["year", "kind"],
                violation_error_message=_("The maximum of this year for this kind of household is entered."),
            ),
            models.CheckConstraint(
                name="payment_limit_kind_is_known", condition=Q(kind__in=HouseholdKind.values)
            ),
            models.CheckConstraint(
                name="payment_limit_names_its_source",
                condition=~Q(source=""),
                violation_error_message=_("Write where the maximum stands."),
            ),
            models.CheckConstraint(
                name="payment_limit_is_plausible",
                condition=Q(year__range=(FIRST_YEAR, LAST_YEAR), amount__lte=MOST_A_MONTH),
            ),
        ]

    def __str__(self) -> str:
        return f"maximum payment {self.year} (#{self.pk})"

    @property
    def source_words(self) -> str:
        """Where it stands; what came with the system, in the reader's language."""
        return gettext(self.source) if self.source else ""

    @transaction.atomic
    def change(self, *, amount: int, source: str, by: User, version: Seen | None = None) -> None:
        """It was entered wrongly. Payments that were recorded by it stand, and are shown where they lie above."""
        PaymentLimit.objects.select_for_update().values_list("pk").get(pk=self.pk)
        read_again(self, version)
        self.amount, self.source, self.recorded_by, self.recorded_at = amount, source.strip(), by, now()
        self.full_clean()
        self.save(update_fields=["amount", "source", "recorded_by", "recorded_at"])


def refuse_above(*, kind: str, amount: int, on: date, words: str) -> None:
    """In clear words what the database refuses all the same: above the maximum, or none known and nothing said."""
    limit = PaymentLimit.objects.of(on, kind)
    told = {"year": on.year, "kind": HouseholdKind(kind).label}
    if limit is None and not words:
        asked = gettext(
            "No maximum of %(year)d for this kind of household (%(kind)s) is entered."
            " Say how you know that the amount is not too high."
        )
        raise ValidationError({"words": asked % told})
    if limit and amount > limit.amount:
        above = gettext("Above the maximum of %(year)d (%(kind)s): %(amount)d kr. a month.")
        raise ValidationError({"amount": above % (told | {"amount": limit.amount})})
