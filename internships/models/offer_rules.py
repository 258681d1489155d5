"""What always holds of offers: the words of their choices, and what the database refuses whoever writes."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from refugees.occupation_kinds import COMPANY_OFFERS


class OfferKind(models.TextChoices):
    """What a company has places for, and what the City offers a person there: all kinds but an education.

    Only internships and wage-subsidy jobs are the company-oriented offers of the law (`COMPANY_OFFERS`).
    """

    INTERNSHIP = "internship", _("Company internship")
    WAGE_SUBSIDY = "wage-subsidy", _("Wage-subsidy job")
    COMMUNITY_WORK = "community-work", _("Community work")
    JOB = "job", _("Ordinary job")
    IGU = "igu", _("Basic integration education (IGU)")


class Answer(models.TextChoices):
    """What became of an offer. Giving it, answering it and starting are three dates."""

    OPEN = "", _("Not answered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined by the person")
    WITHDRAWN = "withdrawn", _("Withdrawn by the company")


class Whose(models.TextChoices):
    """Whose doing it was that an offer did not start. Asked of everyone alike; it is no sanction."""

    PERSON = "person", _("the person's doing")
    COMPANY = "company", _("the company's doing")
    CITY = "city", _("the City's doing")
    NOBODY = "nobody", _("nobody's doing")


# On an offer with such an answer nobody starts.
GONE = (Answer.DECLINED, Answer.WITHDRAWN)
NOT_STARTED = ("not_started_on", "not_started_whose", "not_started_reason")
UNANSWERED = Q(answer="", not_started_on=None)

RULES = [
    models.CheckConstraint(name="offer_kind_is_known", condition=Q(kind__in=OfferKind.values)),
    models.UniqueConstraint(
        name="one_unanswered_offer_per_case",
        fields=["case"],
        condition=UNANSWERED & Q(kind__in=sorted(COMPANY_OFFERS)),
        violation_error_message=_("The last offer has not been answered yet."),
    ),
    # A job that waits for an answer must not stand in the way of the offer that the law asks for.
    models.UniqueConstraint(
        name="one_unanswered_offer_of_another_kind",
        fields=["case", "kind"],
        condition=UNANSWERED & ~Q(kind__in=sorted(COMPANY_OFFERS)),
        violation_error_message=_("The last offer of this kind has not been answered yet."),
    ),
    models.CheckConstraint(
        name="offer_answer_and_date_go_together",
        condition=Q(answer="", answered_on=None)
        | Q(
            answer__in=[Answer.ACCEPTED, Answer.DECLINED, Answer.WITHDRAWN],
            answered_on__isnull=False,
            answered_on__gte=F("offered_on"),
        ),
        violation_error_message=_("An answer has a date, not before the offer was given."),
    ),
    models.CheckConstraint(
        name="decline_says_why",
        condition=~Q(answer=Answer.DECLINED) | ~Q(answer_reason=""),
        violation_error_message=_("Say why the offer was declined."),
    ),
    models.CheckConstraint(
        name="what_did_not_start_says_whose_doing_and_why",
        condition=Q(not_started_on=None, not_started_whose="", not_started_reason="")
        | Q(not_started_on__isnull=False, not_started_whose__in=Whose.values) & ~Q(not_started_reason=""),
        violation_error_message=_("Say whose doing it was, and why."),
    ),
    models.CheckConstraint(
        name="offer_did_not_start_after_it_was_given",
        condition=Q(not_started_on=None)
        | Q(not_started_on__isnull=False, not_started_on__gte=F("offered_on"))
        & ~Q(answer__in=[Answer.DECLINED, Answer.WITHDRAWN]),
        violation_error_message=_("It cannot have failed to start before it was offered."),
    ),
    # An agreement refers to both: it is about an offer to the person whose case it hangs on.
    models.UniqueConstraint(name="offer_and_its_case", fields=["id", "case"]),
    # … and is of the kind that was offered.
    models.UniqueConstraint(name="offer_and_its_kind", fields=["id", "kind"]),
    models.CheckConstraint(
        name="offer_from_an_opening_names_its_unit",
        condition=Q(opening=None) | Q(unit__isnull=False),
    ),
    models.CheckConstraint(
        name="offer_replaces_another_one",
        condition=Q(replaces=None) | Q(replaces__isnull=False) & ~Q(replaces=F("id")),
    ),
]
