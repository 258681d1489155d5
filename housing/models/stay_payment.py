from collections.abc import Iterable
from datetime import date

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import ONE_DAY, now
from accounts.models import User
from housing.models.payment_limit import MOST_A_MONTH, HouseholdKind, refuse_above
from housing.models.readiness import is_adult, members_of
from housing.models.refused import in_words
from housing.verbs import Verb
from refugees.models import Case, Household, Seen, refuse_stale

PAYMENT = ("during", "kind", "amount", "words")
FEW_CHILDREN = 3


class StayPaymentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "StayPaymentQuerySet":
        """Of the households, and of people alone, whose home is looked for by this person."""
        of_household = Q(household__in=Household.objects.housing_visible_to(user))
        return self.filter(of_household | Q(case__in=Case.objects.housing_visible_to(user)))

    def of(self, case: Case) -> "StayPaymentQuerySet":
        """What the household of that person pays, or paid while the person had none; what holds last comes first."""
        of_household = Q(household=case.household_id) if case.household_id else Q()
        return self.filter(of_household | Q(case=case)).order_by("-during")

    def state(
        self,
        *,
        case: Case,
        on: date,
        kind: str,
        amount: int,
        by: User | None,
        words: str = "",
        version: Seen | None = None,
    ) -> "StayPayment":
        """From that day until the end of its year the household of that person pays this a month.

        What was said before ends there. Each year is stated anew, because each has its own maximum. StaleEdit if the
        form, by its `version`, was made from another row.
        """
        refuse_above(kind=kind, amount=amount, on=on, words=words)
        with Case.changing(members_of(case), by=by) as cases:
            last = self.of(case).first()
            refuse_stale(last, version)
            if last and last.during.lower > on:
                raise ValidationError({"on": gettext("Something else was said for a later day already.")})
            is_same = last and last.during.lower == on
            if last and not is_same and last.during.upper > on:
                last.during = DateRange(last.during.lower, on)
                last.save(update_fields=["during"])
            row = last if is_same else self.model(**_payer(case))
            row.during = DateRange(on, date(on.year + 1, 1, 1))
            row.kind, row.amount, row.words = kind, amount, words
            row.recorded_by, row.recorded_at = by, now()
            row.full_clean()
            with in_words("amount"):
                row.save()
            for each in cases:
                each.write_line(Verb.STAY_PAYMENT, by=by, on=on, date=on.isoformat(), stay_payment=row.pk)
        return row


@pghistory.track()
class StayPayment(models.Model):
    """What a household pays a month for its temporary place, within one year; never above that year's maximum.

    Somebody alone of whom no home is looked for yet has no household: then it is said of the case. `words`: how it is
    known that the amount is not too high, where no maximum is entered.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    household = models.ForeignKey(
        Household, on_delete=models.PROTECT, null=True, blank=True, related_name="stay_payments"
    )
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="stay_payments"
    )
    during = DateRangeField(_("from"))
    kind = models.CharField(_("kind of household"), max_length=12, choices=HouseholdKind)
    amount = models.PositiveIntegerField(_("kroner a month"), validators=[MaxValueValidator(MOST_A_MONTH)])
    words = models.CharField(_("how the amount is known"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = StayPaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment for a temporary place")
        verbose_name_plural = _("payments for temporary places")
        constraints = [
            models.CheckConstraint(
                name="stay_payment_kind_is_known", condition=Q(kind__in=HouseholdKind.values)
            ),
            models.CheckConstraint(name="stay_payment_is_plausible", condition=Q(amount__lte=MOST_A_MONTH)),
            models.CheckConstraint(
                name="stay_payment_has_days",
                condition=Q(during__isempty=False, during__startswith__isnull=False),
            ),
            models.CheckConstraint(
                name="stay_payment_is_of_a_household_or_of_one_alone",
                condition=Q(household=None, case__isnull=False) | Q(household__isnull=False, case=None),
            ),
            ExclusionConstraint(
                name="stay_payment_one_at_a_time",
                expressions=[("household", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            ExclusionConstraint(
                name="stay_payment_one_at_a_time_of_one_alone",
                expressions=[("case", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"payment for a temporary place (#{self.pk})"

    @property
    def last_on(self) -> date:
        """The last day for which it is said."""
        return self.during.upper - ONE_DAY


def kind_of(members: Iterable[Case], day: date) -> HouseholdKind:
    """What kind of household these people are on that day, to be confirmed: two adults may be no couple."""
    ages = [is_adult(case, day) for case in members]
    adults, children = ages.count(True), ages.count(False)
    if adults == 1:
        return HouseholdKind.PARENT if children else HouseholdKind.SINGLE
    if adults != 2:
        return HouseholdKind.OTHER
    if not children:
        return HouseholdKind.COUPLE
    return HouseholdKind.COUPLE_SOME if children <= FEW_CHILDREN else HouseholdKind.COUPLE_MANY


def _payer(case: Case) -> dict[str, object]:
    return {"household_id": case.household_id} if case.household_id else {"case": case}
