from collections.abc import Sequence
from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Min, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.days import refuse_days_to_come
from refugees.models import CanBeTakenBack, Case, Seen, TakenBackQuerySet
from screening.hours import MOST_MINUTES, TOO_MANY_HOURS, hours_above_the_average, week_words
from screening.verbs import Verb


class Track(models.TextChoices):
    """The Danish education that the provider places somebody in (LBK 1372/2022 § 3)."""

    UNPLACED = "", _("Not placed yet")
    DU1 = "du1", _("Danish education 1: does not read and write in the mother tongue")
    DU2 = "du2", _("Danish education 2: short schooling")
    DU3 = "du3", _("Danish education 3: medium or long schooling")


class Finish(models.TextChoices):
    """How the course at a provider ended."""

    OPEN = "", _("Not ended")
    COMPLETED = "completed", _("Completed")
    OTHER_PROVIDER = "other-provider", _("Goes on at another provider")
    STOPPED = "stopped", _("Stopped before the end")


class DanishReferralQuerySet(TakenBackQuerySet):
    def referred_on(self, case_ids: Sequence[int]) -> models.QuerySet:
        """Of each of these cases the key, and when it was first referred, by a referral that stands."""
        rows = self.standing().filter(case__any_of=case_ids).order_by()
        return rows.values_list("case").annotate(Min("referred_on"))

    def latest_first(self) -> "DanishReferralQuerySet":
        """The latest first, ready for a list."""
        return self.select_related("case", "recorded_by").order_by("-referred_on", "-pk")

    def refer(
        self, *, case: Case, provider: str, referred_on: date, today: date, by: User | None
    ) -> "DanishReferral":
        """Refer somebody to Danish education. This, not the first lesson, meets the law's duty to refer."""
        with Case.changing([case], by=by):
            referral = self.model(
                case=case, provider=provider.strip(), referred_on=referred_on, recorded_by=by
            )
            referral.hold_good(today)
            referral.save()
            referral.leave_line(Verb.REFERRED_TO_DANISH, by=by, on=referred_on)
        return referral


@pghistory.track()
class DanishReferral(CanBeTakenBack):
    """A referral to a provider of Danish education, and what the provider made of it: track, module, start, hours.

    The provider, not the caseworker, decides track and module (LBK 1372/2022 § 6). Integration Act § 21(1).
    """

    TAKEN_BACK = Verb.DANISH_TAKEN_BACK
    TAKEN_BACK_MEANWHILE = _("This referral has been taken back meanwhile.")

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="danish_referrals")
    provider = models.CharField(_("provider"), max_length=120)
    referred_on = models.DateField(_("referred on"))
    placed_on = models.DateField(_("placed by the provider on"), null=True, blank=True)
    track = models.CharField(_("track"), max_length=4, choices=Track, blank=True)
    module = models.CharField(_("module"), max_length=40, blank=True)
    starts_on = models.DateField(_("first lesson"), null=True, blank=True)
    minutes_a_week = models.PositiveIntegerField(_("minutes a week"), null=True, blank=True)
    ended_on = models.DateField(_("last day"), null=True, blank=True)
    finish = models.CharField(_("how it ended"), max_length=16, choices=Finish, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = DanishReferralQuerySet.as_manager()

    class Meta:
        verbose_name = _("referral to Danish education")
        verbose_name_plural = _("referrals to Danish education")
        constraints = [
            models.UniqueConstraint(
                name="one_danish_referral_at_a_time",
                fields=["case"],
                condition=Q(ended_on=None, taken_back_at=None),
                violation_error_message=_(
                    "The person is referred to a provider already. End that one first."
                ),
            ),
            models.CheckConstraint(name="danish_referral_names_the_provider", condition=~Q(provider="")),
            models.CheckConstraint(
                name="danish_track_is_set_by_the_provider",
                condition=Q(placed_on=None, track="", module="", starts_on=None, minutes_a_week=None)
                | Q(
                    placed_on__isnull=False,
                    placed_on__gte=F("referred_on"),
                    track__in=[Track.DU1, Track.DU2, Track.DU3],
                ),
                violation_error_message=_(
                    "The provider sets the track, on the day of the referral or later; before that there is no module,"
                    " start or hours."
                ),
            ),
            models.CheckConstraint(
                name="danish_starts_after_the_referral",
                condition=Q(starts_on=None) | Q(starts_on__gte=F("referred_on")),
                violation_error_message=_("The first lesson comes after the referral."),
            ),
            models.CheckConstraint(
                name="danish_hours_fit_in_a_week",
                condition=Q(minutes_a_week=None) | Q(minutes_a_week__gte=1, minutes_a_week__lte=MOST_MINUTES),
                violation_error_message=TOO_MANY_HOURS,
            ),
            models.CheckConstraint(
                name="danish_end_says_how",
                condition=Q(ended_on=None, finish="")
                | Q(
                    ended_on__isnull=False,
                    ended_on__gte=F("referred_on"),
                    finish__in=[Finish.COMPLETED, Finish.OTHER_PROVIDER, Finish.STOPPED],
                ),
                violation_error_message=_(
                    "An end has a day, not before the referral, and says how it ended."
                ),
            ),
            models.CheckConstraint(
                name="taking_back_a_referral_says_why",
                condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
                violation_error_message=_("Say why the referral is taken back."),
            ),
        ]
        indexes = [models.Index(name="danish_by_case", fields=["case", "referred_on"])]

    def __str__(self) -> str:
        return f"Danish referral {self.referred_on} (#{self.pk})"

    @property
    def week_words(self) -> str:
        """The hours a week, as the provider reports them."""
        return week_words(self.minutes_a_week) if self.minutes_a_week else ""

    @property
    def above_words(self) -> str:
        """What the act says to so many hours; the provider decides how many, so nothing is refused."""
        return hours_above_the_average(self.minutes_a_week)

    def hold_good(self, today: date) -> None:
        """Refuse what cannot be: a day of the City's or the provider's act that has not come yet."""
        days = {name: getattr(self, name) for name in ("referred_on", "placed_on", "ended_on")}
        refuse_days_to_come(today, **days)
        self.full_clean()

    def place(
        self,
        *,
        on: date,
        track: str,
        today: date,
        by: User,
        module: str = "",
        starts_on: date | None = None,
        minutes_a_week: int | None = None,
        version: Seen | None = None,
    ) -> None:
        """What the provider decided. Said again when it changes; the history keeps what was decided before.

        StaleEdit if the referral is not what the form, by its `version`, was made from; so do the verbs below.
        """
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.placed_on, self.track, self.module = on, track, module.strip()
            self.starts_on, self.minutes_a_week = starts_on, minutes_a_week
            self.hold_good(today)
            self.save()
            self.leave_line(Verb.PLACED_IN_DANISH, by=by, on=on, track=track)

    def end(self, *, on: date, finish: str, today: date, by: User, version: Seen | None = None) -> None:
        """The last day at this provider, and how it ended."""
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.ended_on, self.finish = on, finish
            self.hold_good(today)
            self.save(update_fields=["ended_on", "finish"])
            self.leave_line(Verb.DANISH_ENDED, by=by, on=on, finish=finish)

    def correct(
        self,
        *,
        provider: str,
        referred_on: date,
        reason: str,
        today: date,
        by: User,
        version: Seen | None = None,
    ) -> None:
        """It was another provider or another day. What stood before stays in the history, with the reason."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the referral is corrected.")})
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            was = self.referred_on
            self.provider, self.referred_on = provider.strip(), referred_on
            self.correction_reason = reason.strip()
            self.hold_good(today)
            self.save()
            self.leave_line(Verb.DANISH_CORRECTED, by=by, on=referred_on, was=was.isoformat())

    def leave_line(self, verb: Verb, *, by: User | None, on: date, **more: str) -> None:
        """One line on the case, without the provider's name: that stays with the fact."""
        details = {"date": self.referred_on.isoformat(), "danish": self.pk} | more
        self.case.write_line(verb, by=by, on=on, **details)
