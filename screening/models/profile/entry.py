from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.models import Case, Seen, read_again
from screening.models.profile.section import Section
from screening.verbs import Verb

# Nobody who comes now has learnt or worked before.
EARLIEST_YEAR = 1930
ALREADY_THERE = _("This stands in the profile already.")


class EntryQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "EntryQuerySet":
        """Rows on cases that this person sees whole. Mentors never see them."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "EntryQuerySet":
        """Not removed."""
        return self.filter(removed_at=None)

    def add(
        self, *, case: Case, today: date, by: User | None, answer: models.Model | None = None, **facts: Any
    ) -> "Entry":
        """Write a row into the profile; `answer` is what the person said at an interview, if it comes from there."""
        with Case.changing([case], by=by):
            entry = self.model(case=case, recorded_by=by, answer=answer)
            entry.hold(today=today, **facts)
            entry.leave_line(Verb.PROFILE_ADDED, by=by, on=today)
        return entry


class Entry(models.Model):
    """One row of a competence profile. Corrected or removed, its history keeps what stood there.

    `answer` is the answer of an interview from which it was taken over, so that the page can say where it comes from.
    """

    section: ClassVar[Section]
    # What a row, or an event of its history, says in one line; each kind of row has its own.
    told: ClassVar[Callable[[Any], str]]

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="profile_%(class)s_rows")
    answer = models.ForeignKey(
        "screening.Answer", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} (#{self.pk})"

    @property
    def words(self) -> str:
        """What it says, in one line."""
        return self.told(self)

    def hold(self, *, today: date, **facts: Any) -> None:
        """Take these facts on, and save them. What is empty around a text goes."""
        for name, value in facts.items():
            setattr(self, name, value.strip() if isinstance(value, str) else value)
        self.hold_good(today)
        self.full_clean()
        self.save()

    def hold_good(self, today: date) -> None:
        """Refuse what cannot be on that day."""

    def correct(self, *, today: date, by: User, version: Seen | None = None, **facts: Any) -> None:
        """Write it differently. StaleEdit if it is not what the form, by its `version`, was made from."""
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.hold(today=today, **facts)
            self.leave_line(Verb.PROFILE_CORRECTED, by=by, on=today)

    def remove(self, *, on: date, by: User, version: Seen | None = None) -> None:
        """Take it out of the profile; the history keeps it."""
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.removed_at = now()
            self.save(update_fields=["removed_at"])
            self.leave_line(Verb.PROFILE_REMOVED, by=by, on=on)

    def _still_stands(self, version: Seen | None) -> None:
        """The lock of the case lets the second of two see what the first did."""
        read_again(self, version)
        if self.removed_at:
            raise ValidationError(_("This has been removed from the profile meanwhile."))

    def leave_line(self, verb: Verb, *, by: User | None, on: date) -> None:
        """One line on the case: which part of the profile; no word of what it says."""
        self.case.write_line(verb, by=by, on=on, section=self.section.value, entry=self.pk)


class EntryOfYears(Entry):
    """A row with years, of which either may be unknown."""

    from_year = models.PositiveSmallIntegerField(
        _("from (year)"), null=True, blank=True, validators=[MinValueValidator(EARLIEST_YEAR)]
    )
    to_year = models.PositiveSmallIntegerField(
        _("to (year)"), null=True, blank=True, validators=[MinValueValidator(EARLIEST_YEAR)]
    )

    class Meta:
        abstract = True

    @property
    def years(self) -> str:
        """2014–2020, as far as they are known."""
        return years_of(self)

    def hold_good(self, today: date) -> None:
        """No year to come."""
        to_come = [name for name in ("from_year", "to_year") if (getattr(self, name) or 0) > today.year]
        if to_come:
            raise ValidationError({name: _("This year has not come yet.") for name in to_come})


def years_of(stored: Any) -> str:
    """The years of a row or an event of its history: 2014–2020, 2014–, –2020 or 2014."""
    if stored.from_year == stored.to_year:
        return str(stored.from_year or "")
    return f"{stored.from_year or ''}–{stored.to_year or ''}"


def rules_of_years(name: str) -> list[models.CheckConstraint]:
    """What always holds of the years; that they are not to come stands in a trigger (profile_years_are_not_to_come)."""
    return [
        models.CheckConstraint(
            name=f"{name}_years_in_order",
            condition=Q(from_year=None) | Q(to_year=None) | Q(to_year__gte=F("from_year")),
            violation_error_message=_("The last year is not before the first."),
        ),
        models.CheckConstraint(
            name=f"{name}_years_of_a_lifetime",
            condition=(Q(from_year=None) | Q(from_year__isnull=False, from_year__gte=EARLIEST_YEAR))
            & (Q(to_year=None) | Q(to_year__isnull=False, to_year__gte=EARLIEST_YEAR)),
            violation_error_message=_("Write the year with four digits, for example 2014."),
        ),
    ]


def once(name: str, *expressions: Any) -> models.UniqueConstraint:
    """No row stands twice in one profile."""
    return models.UniqueConstraint(
        F("case"),
        *expressions,
        name=f"{name}_once_per_profile",
        condition=Q(removed_at=None),
        nulls_distinct=False,
        violation_error_message=ALREADY_THERE,
    )


def code_field(label: str | Promise) -> models.CharField:
    """A unit group of ISCO-08; empty where nobody looked for one, or there is none that fits."""
    return models.CharField(label, max_length=4, blank=True)


def rule_of_code(name: str) -> models.CheckConstraint:
    """What is no code of the classification is not kept; which codes there are, the form knows."""
    return models.CheckConstraint(
        name=f"{name}_code_has_four_digits", condition=Q(code="") | Q(code__regex=r"^[0-9]{4}$")
    )
