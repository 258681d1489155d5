from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from refugees.events import KeyEvent, Source
from refugees.models import Case, Household, KeyDate
from refugees.models.key_date import KeyDateQuerySet

ADULT_AGE = 18


class ReadinessQuerySet(KeyDateQuerySet):
    def declare(
        self, *, case: Case, on: date, reason: str, today: date, by: User | None
    ) -> list["Readiness"]:
        """The household of this person can move to a permanent home, from that day: each adult's clock starts.

        One act for all of them. Whoever is ready already keeps the day and the clock. Somebody who lives alone becomes
        a household of one.
        """
        if on > today:
            raise ValidationError({"on": gettext("That day is still to come.")})
        with Case.changing(members_of(case), by=by) as cases:
            _form_household(cases, case, on, by)
            adults = [each for each in cases if not each.closed_on and is_adult(each, on)]
            ready = set(
                self.current()
                .of(KeyEvent.READY_TO_RELOCATE)
                .filter(case__in=adults)
                .values_list("case", flat=True)
            )
            waiting = [each for each in adults if each.pk not in ready]
            if not waiting:
                raise ValidationError(gettext("Every adult of the household is ready already."))
            facts = {"event": KeyEvent.READY_TO_RELOCATE, "on": on, "source": Source.CITY, "by": by}
            return [self.record(case=each, reason=reason, **facts) for each in waiting]

    def take_back(self, *, case: Case, reason: str, by: User | None) -> None:
        """The household cannot move after all: its clocks stop and start anew when it is ready again."""
        with Case.changing(members_of(case), by=by, reason=reason) as cases:
            ready = self.current().of(KeyEvent.READY_TO_RELOCATE).filter(case__in=cases)
            rows = list(ready.select_related("case").order_by("case"))
            if not rows:
                raise ValidationError(gettext("Nobody in the household is ready."))
            for row in rows:
                row.withdraw(reason=reason, by=by)


class Readiness(KeyDate):
    """That a person can move to a permanent home, from a day: the event E5, said for all adults of a household."""

    objects = ReadinessQuerySet.as_manager()

    class Meta:
        proxy = True
        verbose_name = _("readiness to relocate")
        verbose_name_plural = _("readiness to relocate")


def members_of(case: Case) -> list[int]:
    """The keys of the open cases of a household; of somebody alone, the one."""
    if case.household_id is None:
        return [case.pk]
    others = Case.objects.open().filter(household=case.household_id)
    return sorted({case.pk, *others.values_list("pk", flat=True)})


def is_adult(case: Case, day: date) -> bool:
    """Whether a person is 18 on that day; of unknown age, yes."""
    age = case.person.age_on(day)
    return age is None or age >= ADULT_AGE


def _form_household(cases: Sequence[Case], case: Case, on: date, by: User | None) -> None:
    """Of these locked cases: somebody who lives alone becomes a household of one."""
    [mine] = [each for each in cases if each.pk == case.pk]
    mine.refuse_closed()
    if mine.household is None:
        home = Household.objects.form(unit=mine.unit)
        mine.join_household(home, on=on, by=by)
        case.household = home
