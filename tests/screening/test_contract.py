"""The contract: drawn up, changed, signed or not, revised, withdrawn; what the database holds to."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from goals.models import Clock, State
from refugees.events import KeyEvent, Source
from refugees.models import BenefitPeriod, KeyDate, Seen, StaleEdit, version_of
from screening.models import Activity, Contract, Missing
from screening.views.contract import TELLS
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db

TAKEOVER = date(2026, 11, 2)
DRAWN_UP = date(2026, 11, 10)
ACTIVITIES = [
    {"kind": "danish", "what": "Danish education 2", "minutes_a_week": 900},
    {"kind": "internship", "what": "A kitchen, 13 weeks", "begins_on": date(2026, 11, 30)},
]
CONTENT = {
    "goal": "Work in a kitchen, and later an apprenticeship.",
    "drawn_up_on": DRAWN_UP,
    "programme_from": TAKEOVER,
    "activities": ACTIVITIES,
}


@pytest.fixture
def newcomer(unit, caseworker):
    """On a benefit; nothing is signed yet."""
    return CaseFactory(
        unit=unit, caseworker=caseworker, taken_over_on=TAKEOVER, contract_on=None, on_benefit=True
    )


@pytest.fixture
def draft(newcomer, caseworker):
    return Contract.objects.draw_up(case=newcomer, today=TODAY, by=caseworker, **CONTENT)


def sign(contract, by, on=TODAY, **facts):
    facts = {"person_signed_on": on, "declaration_signed_on": on} | facts
    contract.conclude(city_signed_on=on, today=TODAY, by=by, **facts)


def clock(case, goal="contract-signed"):
    return Clock.objects.at(TODAY).get(case=case, goal=goal, standard="law")


def create(case, **facts):
    facts = {"number": 1, "drawn_up_on": DRAWN_UP, "goal": "Work"} | facts
    return Contract.objects.create(case=case, **facts)


def activity(case, **facts):
    facts = {"place": 1, "kind": "danish", "what": "Danish"} | facts
    return Activity.objects.create(
        contract=Contract.objects.filter(case=case).first() or create(case), **facts
    )


def signed(case, **facts):
    """A concluded version as rows."""
    by = case.team.get(part="caseworker").user
    on = dict.fromkeys(("person_signed_on", "declaration_signed_on", "city_signed_on", "concluded_on"), TODAY)
    return create(case, city_signed_by=by, **on | facts)


RULES = {
    "contract_version_once_per_case": lambda case: [
        create(case, withdrawn_at=DRAWN, withdrawal_reason="x"),
        create(case),
    ],
    "one_draft_of_a_contract_per_case": lambda case: [create(case), create(case, number=2)],
    "one_contract_a_key_of_the_system_of_record": lambda case: [
        create(case, source_key="K1", withdrawn_at=DRAWN, withdrawal_reason="x"),
        create(case, number=2, source_key="K1"),
    ],
    "contract_has_a_goal": lambda case: create(case, goal=""),
    "declaration_is_signed_or_says_why_not": lambda case: signed(case, declaration_signed_on=None),
    "contract_is_signed_after_it_was_drawn_up": lambda case: create(case, person_signed_on=TAKEOVER),
    "contract_signature_or_why_it_is_missing": lambda case: create(
        case, person_signed_on=TODAY, person_missing=Missing.UNABLE
    ),
    "city_signature_says_who": lambda case: create(case, city_signed_on=TODAY),
    "concluded_contract_is_signed_or_says_why_not": lambda case: create(case, concluded_on=TODAY),
    "content_fixed_by_the_city_says_why": lambda case: create(case, person_missing=Missing.REFUSED),
    "withdrawing_a_contract_says_why": lambda case: create(case, withdrawn_at=DRAWN),
    "activity_place_once_per_contract": lambda case: [activity(case), activity(case)],
    "activity_kind_is_known": lambda case: activity(case, kind="holiday"),
    "activity_says_what": lambda case: activity(case, what=""),
    "activity_ends_after_it_begins": lambda case: activity(case, begins_on=TODAY, ends_on=DRAWN_UP),
    "activity_hours_fit_in_a_week": lambda case: activity(case, minutes_a_week=0),
}
DRAWN = "2026-11-20T10:00:00+01:00"
# Rules of what is signed: they stand in triggers.
RULES_OF_TRIGGERS = {
    "concluded_contract_stands": lambda case: signed(case) and Contract.objects.update(goal="Another"),
    "activities_of_concluded_contract_stand": lambda case: signed(case) and activity(case),
}


@pytest.mark.parametrize("constraint", RULES | RULES_OF_TRIGGERS)
def test_the_database_refuses(newcomer, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        (RULES | RULES_OF_TRIGGERS)[constraint](newcomer)


def test_every_rule_of_the_contract_is_tested_here():
    checked = (models.CheckConstraint, models.UniqueConstraint)
    named = {
        rule.name
        for model in (Contract, Activity)
        for rule in model._meta.constraints
        if isinstance(rule, checked)
    }

    assert named == set(RULES)


def test_signing_it_meets_the_laws_month_and_is_the_dated_event(draft, newcomer, caseworker):
    assert clock(newcomer).state == State.RUNNING

    sign(draft, caseworker)

    assert (clock(newcomer).state, clock(newcomer).met_on) == (State.MET_IN_TIME, TODAY)
    assert newcomer.date_of(KeyEvent.CONTRACT) == TODAY
    assert (draft.concluded_on, draft.city_signed_by) == (TODAY, caseworker)


def test_it_is_in_force_from_the_later_signature(draft, caseworker):
    sign(draft, caseworker, on=DRAWN_UP, person_signed_on=date(2026, 11, 16))

    assert draft.concluded_on == date(2026, 11, 16)


def test_the_law_counts_to_the_day_on_which_the_declaration_is_signed_too(draft, newcomer, caseworker):
    sign(draft, caseworker, on=DRAWN_UP, declaration_signed_on=TODAY)

    assert (draft.concluded_on, draft.signed_on) == (DRAWN_UP, TODAY)
    assert newcomer.date_of(KeyEvent.CONTRACT) == TODAY
    assert clock(newcomer).met_on == TODAY
    draft.withdraw(reason="Another person.", on=TODAY, by=caseworker)
    assert newcomer.date_of(KeyEvent.CONTRACT) is None


def test_without_a_declaration_it_says_why(draft, newcomer, caseworker):
    with pytest.raises(ValidationError, match="Say why the declaration is not signed"):
        sign(draft, caseworker, declaration_signed_on=None)
    with pytest.raises(ValidationError, match="Either the declaration is signed, or it says why"):
        sign(draft, caseworker, declaration_missing="refused")
    assert clock(newcomer).state == State.RUNNING

    sign(draft, caseworker, declaration_signed_on=None, declaration_missing="refused")

    assert clock(newcomer).met_on == TODAY


def test_a_date_that_was_recorded_before_is_left_alone(draft, newcomer, caseworker):
    KeyDate.objects.record(
        case=newcomer, event=KeyEvent.CONTRACT, on=date(2026, 10, 20), source=Source.CITY, by=caseworker
    )

    sign(draft, caseworker)

    assert newcomer.date_of(KeyEvent.CONTRACT) == date(2026, 10, 20)


@pytest.mark.parametrize("why", [Missing.ABSENT, Missing.REFUSED])
def test_without_the_person_the_city_fixes_the_content_and_says_why(draft, newcomer, caseworker, why):
    with pytest.raises(ValidationError, match="the City fixes the content and says why"):
        sign(draft, caseworker, person_signed_on=None, person_missing=why)
    assert clock(newcomer).state == State.RUNNING

    sign(
        draft,
        caseworker,
        person_signed_on=None,
        person_missing=why,
        fixed_because="Invited twice in writing.",
    )

    assert clock(newcomer).met_on == TODAY


def test_who_is_not_able_to_sign_is_recorded_so_and_nothing_is_fixed(draft, newcomer, caseworker):
    sign(draft, caseworker, person_signed_on=None, person_missing=Missing.UNABLE)

    assert clock(newcomer).met_on == TODAY
    line = newcomer.lines.get(verb="contract-unsigned")
    assert line.sentence == "Contract without the person's signature, version 1: is not able to sign"


def test_a_version_is_not_signed_before_it_was_drawn_up_nor_tomorrow(draft, caseworker):
    with pytest.raises(ValidationError, match="before it was drawn up"):
        sign(draft, caseworker, on=TAKEOVER)
    with pytest.raises(ValidationError, match="has not come yet"):
        sign(draft, caseworker, on=date(2026, 12, 1))
    assert Contract.objects.get().is_draft


def test_a_draft_is_changed_and_the_history_keeps_what_stood_there(draft, caseworker):
    draft.rewrite(
        today=TODAY, by=caseworker, **CONTENT | {"goal": "Another goal", "activities": ACTIVITIES[:1]}
    )

    draft = Contract.objects.get()
    assert (draft.goal, draft.edition, draft.activities.count()) == ("Another goal", 2, 1)
    events = Contract.pgh_event_model.objects.filter(pgh_obj=draft).order_by("pgh_id")
    assert [event.goal for event in events] == [CONTENT["goal"], "Another goal"]
    assert Activity.pgh_event_model.objects.filter(pgh_label="delete").count() == 2


def test_the_second_of_two_who_change_it_is_told_even_if_only_activities_changed(draft, caseworker):
    seen = Seen(TELLS, version_of(draft, TELLS))
    draft.rewrite(today=TODAY, by=caseworker, **CONTENT | {"activities": ACTIVITIES[:1]})

    with pytest.raises(StaleEdit):
        draft.rewrite(today=TODAY, by=caseworker, version=seen, **CONTENT)
    assert Activity.objects.count() == 1


def test_what_is_signed_is_not_changed_any_more_but_revised(draft, newcomer, caseworker):
    sign(draft, caseworker)
    with pytest.raises(ValidationError, match="no draft any more"):
        draft.rewrite(today=TODAY, by=caseworker, **CONTENT)

    revision = Contract.objects.draw_up(case=newcomer, today=TODAY, by=caseworker, **CONTENT)

    assert (revision.number, revision.is_draft, draft.concluded_on) == (2, True, TODAY)


def test_the_programme_starts_a_year_that_the_next_version_meets(draft, newcomer, caseworker):
    assert not Clock.objects.filter(goal="contract-revised").exists()
    sign(draft, caseworker)
    assert (clock(newcomer, "contract-revised").state, clock(newcomer, "contract-revised").due_on) == (
        State.RUNNING,
        date(2027, 11, 2),
    )

    revision = Contract.objects.draw_up(case=newcomer, today=TODAY, by=caseworker, **CONTENT)
    assert clock(newcomer, "contract-revised").state == State.RUNNING
    sign(revision, caseworker)

    assert clock(newcomer, "contract-revised").met_on == TODAY


def test_who_supports_themselves_is_promised_no_revision(unit, caseworker):
    case = CaseFactory(unit=unit, taken_over_on=TAKEOVER, contract_on=None)
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=TAKEOVER, by=None)

    sign(Contract.objects.draw_up(case=case, today=TODAY, by=caseworker, **CONTENT), caseworker)

    assert clock(case, "contract-revised").state == State.VOID


def test_withdrawing_what_was_signed_lets_the_clock_run_again(draft, newcomer, caseworker):
    sign(draft, caseworker)

    draft.withdraw(reason="Another person's contract", on=TODAY, by=caseworker)

    assert clock(newcomer).state == State.RUNNING
    assert newcomer.date_of(KeyEvent.CONTRACT) is None
    assert not Clock.objects.at(TODAY).filter(goal="contract-revised", state=State.RUNNING).exists()
    assert Contract.objects.get().goal == CONTENT["goal"]
    with pytest.raises(ValidationError, match="withdrawn meanwhile"):
        draft.withdraw(reason="Again", on=TODAY, by=caseworker)


def test_the_dated_event_moves_to_the_next_version_where_the_first_was_a_mistake(draft, newcomer, caseworker):
    sign(draft, caseworker, on=date(2026, 11, 16))
    revision = Contract.objects.draw_up(case=newcomer, today=TODAY, by=caseworker, **CONTENT)
    sign(revision, caseworker)

    draft.withdraw(reason="Another person's contract", on=TODAY, by=caseworker)

    assert newcomer.date_of(KeyEvent.CONTRACT) == TODAY
    assert (clock(newcomer).state, clock(newcomer).met_on) == (State.MET_IN_TIME, TODAY)


def test_a_revision_of_the_same_day_that_was_a_mistake_leaves_the_first_in_force(draft, newcomer, caseworker):
    sign(draft, caseworker)
    revision = Contract.objects.draw_up(case=newcomer, today=TODAY, by=caseworker, **CONTENT)
    sign(revision, caseworker)

    revision.withdraw(reason="Written twice", on=TODAY, by=caseworker)

    assert newcomer.date_of(KeyEvent.CONTRACT) == TODAY
    assert clock(newcomer).state == State.MET_IN_TIME


def test_a_contract_is_about_something(newcomer, caseworker):
    with pytest.raises(ValidationError, match="at least one activity"):
        Contract.objects.draw_up(case=newcomer, today=TODAY, by=caseworker, **CONTENT | {"activities": []})
    assert not Contract.objects.exists()
