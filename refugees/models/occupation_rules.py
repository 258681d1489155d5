"""What always holds of what somebody does on weekdays, whoever writes it."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from refugees.hours import FULL_TIME
from refugees.occupation_kinds import MEASURES, GivesSu, OccupationEnding, OccupationKind

MINUTES_OF_A_WEEK = 7 * 24 * 60


class Days(Func):
    """The days of two columns as a range, the last one within it; without a last one it goes on."""

    function = "daterange"
    output_field = DateRangeField()


RULES = [
    models.CheckConstraint(name="occupation_kind_is_known", condition=Q(kind__in=OccupationKind.values)),
    models.CheckConstraint(
        name="occupation_is_somewhere",
        condition=~Q(place=""),
        violation_error_message=_("Say where: the company, or the school."),
    ),
    models.CheckConstraint(
        name="occupation_ending_and_last_day_go_together",
        condition=Q(ending="", last_on=None)
        | Q(
            ending__in=[value for value in OccupationEnding.values if value],
            last_on__isnull=False,
            last_on__gte=F("started_on"),
        ),
        violation_error_message=_("What ended has a last day, not before the first, and a reason."),
    ),
    models.CheckConstraint(
        name="another_ending_says_which",
        condition=Q(ending=OccupationEnding.OTHER) & ~Q(ending_words="")
        | ~Q(ending=OccupationEnding.OTHER) & Q(ending_words=""),
        violation_error_message=_("Say which other reason it was; of the other endings nothing is written."),
    ),
    models.CheckConstraint(
        name="occupation_planned_end_after_start",
        condition=Q(planned_last_on=None)
        | Q(planned_last_on__isnull=False, planned_last_on__gte=F("started_on")),
        violation_error_message=_("The agreed last day is not before the first."),
    ),
    models.CheckConstraint(
        name="occupation_hours_fit_into_a_week",
        condition=Q(minutes_a_week=None)
        | Q(
            minutes_a_week__isnull=False,
            minutes_a_week__gte=1,
            minutes_a_week__lte=MINUTES_OF_A_WEEK,
        ),
        violation_error_message=_("A week has at least one minute and at most 168 hours."),
    ),
    # Order 208/2026 § 26: within normal hours, never above full time. An ordinary job may be.
    models.CheckConstraint(
        name="measure_within_full_time",
        condition=~Q(kind__in=sorted(MEASURES))
        | Q(minutes_a_week=None)
        | Q(minutes_a_week__isnull=False, minutes_a_week__lte=FULL_TIME),
        violation_error_message=_("A measure is never more than full time: 37 hours a week."),
    ),
    ExclusionConstraint(
        name="one_full_time_occupation_at_a_time",
        expressions=[
            ("case", RangeOperators.EQUAL),
            (
                Days("started_on", "last_on", RangeBoundary(inclusive_upper=True)),
                RangeOperators.OVERLAPS,
            ),
        ],
        condition=Q(taken_back_at=None, minutes_a_week__gte=FULL_TIME),
        violation_error_message=_(
            "Something else fills the whole week on the same days. Record its last day first."
        ),
    ),
    models.UniqueConstraint(
        name="one_occupation_a_key_of_the_system_of_record",
        fields=["case", "source_key"],
        condition=~Q(source_key=""),
        violation_error_message=_("This is recorded already: its key is the same."),
    ),
    models.CheckConstraint(
        name="only_an_education_gives_su",
        condition=Q(gives_su=GivesSu.UNKNOWN) | Q(kind=OccupationKind.EDUCATION),
        violation_error_message=_("Only of an education it is said whether it gives SU."),
    ),
    models.CheckConstraint(
        name="su_and_the_day_it_is_known_go_together",
        condition=Q(gives_su=GivesSu.UNKNOWN, su_known_on=None)
        | Q(gives_su__in=[GivesSu.YES, GivesSu.NO], su_known_on__isnull=False),
        violation_error_message=_("Say on which day it was known."),
    ),
    models.CheckConstraint(
        name="occupation_next_step_and_date_go_together",
        condition=Q(next_step="", next_step_on=None) | ~Q(next_step="") & Q(next_step_on__isnull=False),
        violation_error_message=_("Say what comes next, and when it was decided."),
    ),
    models.CheckConstraint(
        name="consent_before_the_start",
        condition=Q(consented_on=None) | Q(consented_on__isnull=False, consented_on__lte=F("started_on")),
        violation_error_message=_("Consent is given before the start, or on its day."),
    ),
    models.CheckConstraint(
        name="taking_back_a_start_says_why",
        condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
        violation_error_message=_("Say why the start is taken back."),
    ),
]
