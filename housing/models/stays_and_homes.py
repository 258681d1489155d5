from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.formats import date_format
from django.utils.translation import gettext

from accounts.models import User
from housing.models.stay_reasons import LeftReason
from housing.nights import nights
from housing.verbs import Verb
from refugees.models import Case

if TYPE_CHECKING:
    from housing.models.stay import Stay


class StaysAndHomes(models.QuerySet):
    """Temporary stays, as a move into a home ends them and a move that did not happen lets them go on."""

    def standing(self) -> "StaysAndHomes":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def not_over(self, day: date) -> "StaysAndHomes":
        """Who sleeps somewhere in the night after that day, or will."""
        return self.standing().filter(during__overlap=DateRange(day, None))

    def with_places(self) -> "StaysAndHomes":
        """With what a line about a stay tells."""
        return self.select_related("case__person", "bed__room__lodging", "recorded_by")

    def end_for_home(
        self, *, cases: Iterable[Case], on: date, by: User | None, reason: str = LeftReason.HOME
    ) -> None:
        """These people, locked, live in a permanent home or in one of their own from that day: the stay ends there.

        One that begins on that day or later is asked for: nobody but who wrote it knows what is true.
        """
        for row in self.not_over(on).filter(case__in=cases).select_related("case").order_by("during"):
            if row.during.lower >= on:
                words = gettext(
                    "%(number)s: a temporary stay begins on %(day)s. Take it back first, or end it."
                )
                day = date_format(row.during.lower, "DATE_FORMAT")
                raise ValidationError(words % {"number": row.case.number, "day": day})
            row.leave(on=on, reason=reason, by=by)

    def begin_again(
        self, *, cases: Iterable[Case], ended_on: date, by: User | None, reason: str = LeftReason.HOME
    ) -> list[Case]:
        """The move that ended their stays that day, for that reason, did not happen: they sleep where they did.

        Returns those for whom that cannot be: the bed is somebody's by now, or they sleep elsewhere.
        """
        without = []
        for row, before in self._ended(cases, ended_on, reason):
            try:
                row.last(before.during, before.left_reason)
            except ValidationError:
                without.append(row.case)
                continue
            day = row.during.lower.isoformat()
            row.case.write_line(Verb.STAY_AGAIN, by=by, on=ended_on, date=day, stay=row.pk)
        return without

    def end_later(self, *, cases: Iterable[Case], was: date, on: date, by: User | None) -> list[str]:
        """The move into a home was later than recorded: they slept where they did until then, as far as was planned.

        Says of whom that cannot be, and why, where no other bed is recorded for these nights either.
        """
        without = []
        for row, before in self._ended(cases, was, LeftReason.HOME):
            planned = before.during.upper
            until, reason = (
                (planned, before.left_reason) if planned and planned < on else (on, LeftReason.HOME)
            )
            try:
                row.leave(on=until, reason=reason, by=by)
            except ValidationError as refused:
                if self._sleepless(row.case, was, until):
                    without.append(row.nights_words(was, until, " ".join(refused.messages)))
        return without

    def _ended(self, cases: Iterable[Case], on: date, reason: str) -> Iterator[tuple["Stay", Any]]:
        """Their stays that ended that day for that reason, each as it was before."""
        ended = self.standing().filter(case__in=cases, left_reason=reason, during__endswith=on)
        for row in ended.filter(case__closed_on=None).with_places().order_by("case"):
            yield row, row.events.exclude(left_reason=reason).latest("pgh_id")

    def _sleepless(self, case: Case, since: date, until: date) -> bool:
        """Whether no bed is recorded for some night between these days."""
        stays = self.standing().filter(case=case, during__overlap=DateRange(since, until))
        slept = [
            DateRange(max(during.lower, since), during.upper)
            for during in stays.values_list("during", flat=True)
        ]
        return nights(slept, until) < (until - since).days
