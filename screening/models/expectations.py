from collections.abc import Sequence
from datetime import date
from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.days import never_before, refuse_days_to_come
from refugees.models import Case, Seen, read_again
from screening.models.contract import Missing
from screening.verbs import Verb


class Topic(models.TextChoices):
    """What the City explains that it expects. The first five are those of the first interview, under the same keys."""

    WORK = "work", _("To work and support oneself as early as possible")
    INTERNSHIP = "internship", _("To accept an internship or a wage-subsidy job in the first month")
    DANISH = "danish", _("To learn Danish")
    EDUCATION = "education", _("To take education where that is the way to work")
    COMMUNITY = "community", _("To take part in the life of the city")
    CONTRACT = "contract", _("To sign a contract, and what it means not to keep it")
    HOUSING = "housing", _("To move from the temporary home to a permanent one that is offered")


class ExpectationsQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ExpectationsQuerySet":
        """Matchings on cases that this person sees whole. Mentors never see them."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "ExpectationsQuerySet":
        """Not withdrawn as a mistake."""
        return self.filter(withdrawn_at=None)

    def latest_first(self) -> "ExpectationsQuerySet":
        """The latest talk first, with what a page says of it."""
        return self.select_related("case", "city_signed_by", "interview").order_by("-matched_on", "-pk")

    def match(
        self,
        *,
        case: Case,
        matched_on: date,
        explained: Sequence[str],
        expects: str,
        agreed: str,
        today: date,
        by: User | None,
        explained_text: str = "",
        interview: models.Model | None = None,
    ) -> "Expectations":
        """Write down what was said on both sides. An earlier matching stays what it is."""
        refuse_days_to_come(today, matched_on=matched_on)
        with Case.changing([case], by=by):
            row = self.model(case=case, matched_on=matched_on, interview=interview, recorded_by=by)
            row.explained, row.explained_text = list(explained), explained_text.strip()
            row.expects, row.agreed = expects.strip(), agreed.strip()
            row.full_clean()
            row.save()
            row.leave_line(Verb.EXPECTATIONS_MATCHED, by=by, on=matched_on)
        return row


@pghistory.track()
class Expectations(models.Model):
    """What the City explained that it expects, what the person expects, and what they agreed, at one talk.

    What was said is never overwritten: a later talk is the next row. Signing adds the two dates, or why the person has
    not signed. Source: the City's booklet, "Early screening of refugees".
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="expectations")
    interview = models.ForeignKey(
        "screening.Interview", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    matched_on = models.DateField(_("day of the talk"))
    explained = ArrayField(
        models.CharField(max_length=12, choices=Topic), verbose_name=_("what the City explained")
    )
    explained_text = models.TextField(_("more that was explained"), max_length=2000, blank=True)
    expects = models.TextField(_("what the person expects"), max_length=2000)
    agreed = models.TextField(_("what was agreed"), max_length=2000)
    person_signed_on = models.DateField(_("signed by the person"), null=True, blank=True)
    person_missing = models.CharField(
        _("why the person's signature is missing"), max_length=8, choices=Missing, blank=True
    )
    city_signed_on = models.DateField(_("signed by the City"), null=True, blank=True)
    city_signed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed by")
    )
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawal_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = ExpectationsQuerySet.as_manager()

    class Meta:
        verbose_name = _("matching of expectations")
        verbose_name_plural = _("matchings of expectations")
        constraints = [
            models.CheckConstraint(
                name="expectations_topics_are_known",
                condition=Q(explained__len__gt=0, explained__contained_by=Topic.values),
            ),
            models.CheckConstraint(
                name="expectations_of_both_sides_and_what_was_agreed",
                condition=~Q(expects="") & ~Q(agreed=""),
            ),
            models.CheckConstraint(
                name="expectations_are_signed_after_the_talk",
                condition=never_before("matched_on", "person_signed_on", "city_signed_on"),
                violation_error_message=_("Nobody signs before the talk."),
            ),
            models.CheckConstraint(
                name="expectations_are_signed_by_both_or_say_why_not",
                condition=Q(
                    city_signed_on=None, city_signed_by=None, person_signed_on=None, person_missing=""
                )
                | Q(city_signed_on__isnull=False, city_signed_by__isnull=False)
                & (
                    Q(person_signed_on__isnull=False, person_missing="")
                    | Q(
                        person_signed_on=None,
                        person_missing__in=[Missing.ABSENT, Missing.REFUSED, Missing.UNABLE],
                    )
                ),
                violation_error_message=_(
                    "Either the person signed, or it says why the signature is missing."
                ),
            ),
            models.CheckConstraint(
                name="withdrawing_expectations_says_why",
                condition=Q(withdrawn_at=None, withdrawal_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason=""),
                violation_error_message=_("Say why it is withdrawn."),
            ),
        ]
        indexes = [models.Index(name="expectations_by_case", fields=["case", "-matched_on"])]

    def __str__(self) -> str:
        return f"expectations matched {self.matched_on} (#{self.pk})"

    @property
    def is_open(self) -> bool:
        """Whether it still waits for the signatures."""
        return self.city_signed_on is None and self.withdrawn_at is None

    def get_explained_display(self) -> list[str]:
        """The topics in words, in their order."""
        return [topic.label for topic in Topic if topic in self.explained]

    def sign(
        self,
        *,
        city_signed_on: date,
        today: date,
        by: User,
        person_signed_on: date | None = None,
        person_missing: str = "",
        version: Seen | None = None,
    ) -> None:
        """Both have signed; or the City has, and it says why the person has not. Said once.

        StaleEdit if it is not what the form, by its `version`, was made from; so does `withdraw`.
        """
        refuse_days_to_come(today, city_signed_on=city_signed_on, person_signed_on=person_signed_on)
        if not person_signed_on and not person_missing:
            raise ValidationError({"person_missing": _("Say why the person's signature is missing.")})
        with Case.changing([self.case], by=by):
            read_again(self, version)
            if not self.is_open:
                raise ValidationError(_("This has been signed or withdrawn meanwhile."))
            self.city_signed_on, self.city_signed_by = city_signed_on, by
            self.person_signed_on, self.person_missing = person_signed_on, person_missing
            self.full_clean()
            self.save()
            verb = Verb.EXPECTATIONS_SIGNED if person_signed_on else Verb.EXPECTATIONS_UNSIGNED
            self.leave_line(verb, by=by, on=city_signed_on, missing=person_missing)

    def withdraw(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """There was no such talk, or it was another person's: the row stays, marked."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why it is withdrawn.")})
        with Case.changing([self.case], by=by, reason=reason):
            read_again(self, version)
            if self.withdrawn_at:
                raise ValidationError(_("This has been withdrawn meanwhile."))
            self.withdrawn_at, self.withdrawal_reason = now(), reason.strip()
            self.full_clean()
            self.save(update_fields=["withdrawn_at", "withdrawal_reason"])
            self.leave_line(Verb.EXPECTATIONS_WITHDRAWN, by=by, on=on)

    def leave_line(self, verb: Verb, *, by: User | None, on: date, **more: Any) -> None:
        """One line on the case: of which day; no word of what was said."""
        details = {"date": self.matched_on.isoformat(), "expectations": self.pk} | more
        self.case.write_line(verb, by=by, on=on, **details)
