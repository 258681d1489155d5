from datetime import date

import pghistory
from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.day import today
from accounts.models import User
from accounts.permissions import Permission
from mentoring.models.mentor_offer import ACCEPTED, DECLINED, MentorOffer, MentorOfferQuerySet
from mentoring.verbs import Verb
from refugees.districts import District
from refugees.models import Case, Seen, TeamMember
from refugees.models.person import Sex
from refugees.parts import MENTOR_MONTHS, Part, mentor_year_ends


class HolisticAnswer(models.TextChoices):
    """What the person said to the offer of a holistic mentor."""

    OPEN = "", _("Not answered yet")
    ACCEPTED = ACCEPTED, _("Wants a mentor")
    DECLINED = DECLINED, _("Does not want one")


class HolisticOfferQuerySet(MentorOfferQuerySet):
    def arranged_by(self, user: User) -> "HolisticOfferQuerySet":
        """Offers for which this person finds mentors: on cases they see whole; a coordinator, of all who said yes and
        wait for one.

        The same stands in the database (door `mentors` on refugees_case).
        """
        if not user.can(Permission.ARRANGE_MENTORS):
            return self.none()
        if user.sees_whole_cases():
            return self.visible_to(user)
        return self.waiting(today()).filter(answer=ACCEPTED)

    def waiting(self, day: date) -> "HolisticOfferQuerySet":
        """Those of the last year that are not declined, of people who have no holistic mentor, nor will have one."""
        members = TeamMember.objects.filter(
            case=OuterRef("case"), part=Part.HOLISTIC_MENTOR, during__overlap=DateRange(day, None)
        )
        lately = self.newest().filter(offered_on__gt=day - relativedelta(months=MENTOR_MONTHS))
        return lately.exclude(answer=DECLINED).filter(~Exists(members), case__closed_on=None)

    def longest_first(self) -> "HolisticOfferQuerySet":
        """Whoever waits longest first, with their people."""
        return self.select_related("case__person").order_by("offered_on", "pk")


@pghistory.track()
class HolisticOffer(MentorOffer):
    """A mentor for the first year in Copenhagen, offered to everybody (booklet: "Holistic mentoring for all").

    With it stands what the person wishes of a mentor, and about where in the City they live: by that one is suggested.
    Who then is the mentor, and in which days, is the case team's to say (TeamMember).
    """

    PART = Part.HOLISTIC_MENTOR
    OFFERED = Verb.HOLISTIC_OFFERED
    ANSWERED = Verb.HOLISTIC_ANSWERED
    ANSWER_CORRECTED = Verb.HOLISTIC_CORRECTED
    TAKEN_BACK = Verb.HOLISTIC_TAKEN_BACK
    KEY_IN_LINES = "holistic_offer"
    ANSWER_IN_LINES = "holistic_answer"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="holistic_offers")
    answer = models.CharField(_("answer"), max_length=12, choices=HolisticAnswer, blank=True)
    wished_sex = models.CharField(_("wishes a woman or a man"), max_length=1, choices=Sex, blank=True)
    district = models.CharField(_("district"), max_length=12, choices=District, blank=True)
    wish = models.CharField(_("wish"), max_length=300, blank=True)

    objects = HolisticOfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer of a holistic mentor")
        verbose_name_plural = _("offers of holistic mentors")
        constraints = [
            models.CheckConstraint(
                name="holistic_answer_and_its_day_go_together",
                condition=Q(answer="", answered_on=None)
                | Q(
                    answer__in=[value for value in HolisticAnswer.values if value],
                    answered_on__isnull=False,
                    answered_on__gte=F("offered_on"),
                ),
                violation_error_message=_("An answer has a day, not before the offer."),
            ),
            models.CheckConstraint(
                name="holistic_declined_says_why",
                condition=Q(answer=DECLINED) & ~Q(reason="") | ~Q(answer=DECLINED) & Q(reason=""),
                violation_error_message=_("Say why the person does not want one."),
            ),
            models.UniqueConstraint(
                name="one_standing_holistic_offer",
                fields=["case"],
                condition=Q(taken_back_at=None, replaced_at=None),
                violation_error_message=_("A holistic mentor is offered already; record the answer first."),
            ),
            models.CheckConstraint(
                name="taking_back_a_holistic_offer_says_why",
                condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
                violation_error_message=_("Say why the offer is taken back."),
            ),
            models.CheckConstraint(name="wished_sex_is_known", condition=Q(wished_sex__in=Sex.values)),
            models.CheckConstraint(
                name="district_of_a_mentors_offer_is_known",
                condition=Q(district__in=["", *District.values]),
            ),
        ]
        indexes = [models.Index(name="holistic_offer_by_case", fields=["case", "offered_on"])]

    def __str__(self) -> str:
        return f"holistic offer {self.offered_on} (#{self.pk})"

    @property
    def known_district(self) -> District | None:
        """About where they live; of whoever's address is protected, nothing."""
        if self.case.person.is_protected or not self.district:
            return None
        return District(self.district)

    def accept_with(
        self, *, mentor: User, on: date, today: date, by: User, team: Seen | None = None
    ) -> TeamMember:
        """The person wants a mentor, and this one is theirs from that day on, for a year.

        In the same moment the database reserves the room that the mentor has: ValidationError, and nothing is kept, if
        somebody else took the last of it. StaleEdit if the form, by what it knew of the `team`, is overtaken.
        """
        with Case.changing([self.case], by=by):
            self._still_stands(None)
            self._was_not_replaced()
            if self.answer == DECLINED:
                raise ValidationError(_("The person does not want a mentor. Change the answer first."))
            if not self.answer:
                self.record_answer(answer=ACCEPTED, on=on, today=today, by=by)
            return TeamMember.objects.assign(
                case=self.case,
                user=mentor,
                part=Part.HOLISTIC_MENTOR,
                on=on,
                until=mentor_year_ends(on),
                by=by,
                version=team,
            )
