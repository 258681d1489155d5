"""Dates and team: what is believed, what was believed before, and the forms that change it."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from goals.models import Clock
from refugees.events import KeyEvent, Source
from refugees.models import (
    BenefitPeriod,
    Case,
    CaseLine,
    CloseReason,
    JobReadiness,
    KeyDate,
    TeamMember,
)
from refugees.takeover import PermitGround
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db


def url(case, name="dates", *args):
    return reverse(f"refugees:{name}", args=[case.public_id, *args])


def day(name, on):
    return {
        f"{name}_when": "another",
        f"{name}_day": str(on.day),
        f"{name}_month": str(on.month),
        f"{name}_year": str(on.year),
    }


def no_day(name):
    return {f"{name}_day": "", f"{name}_month": "", f"{name}_year": ""}


@pytest.fixture
def lise(at_forms, caseworker):
    return at_forms(caseworker)


@pytest.fixture
def fresh(unit, caseworker):
    """A case whose takeover nobody knows yet."""
    return CaseFactory(unit=unit, caseworker=caseworker)


def current(case, event):
    return case.key_dates.current().filter(event=event).first()


class TestPage:
    def test_every_event_is_listed_known_or_not(self, lise, case):
        response = lise.get(url(case))

        for event in KeyEvent:
            assertContains(response, event.label)
        assertContains(response, "Mon 2 Nov 2026")
        assertContains(response, "Not known", count=len(KeyEvent) - 2)

    def test_a_corrected_date_stays_visible_with_the_reason(self, lise, case, caseworker):
        current(case, "E2").correct(on=date(2026, 11, 3), reason="The letter says so.", by=caseworker)

        response = lise.get(url(case))

        assertContains(response, "<del>Mon 2 Nov 2026</del>")
        assertContains(response, "Reason: The letter says so.")

    def test_a_withdrawn_date_stays_visible_with_the_reason(self, lise, case, caseworker):
        KeyDate.objects.record(case=case, event="E4", on=TODAY, source=Source.CITY, by=caseworker)
        current(case, "E4").withdraw(reason="Still at the centre.", by=caseworker)

        response = lise.get(url(case))

        assertContains(response, "<del>Mon 23 Nov 2026</del>")
        assertContains(response, "Reason: Still at the centre.")

    def test_a_proposal_that_the_rule_moved_says_so(self, lise, fresh, caseworker):
        KeyDate.objects.record(
            case=fresh, event="E1", on=date(2026, 10, 9), source=Source.IMMIGRATION_SERVICE, by=caseworker
        )
        current(fresh, "E1").correct(on=date(2026, 11, 9), reason="Wrong month.", by=caseworker)

        response = lise.get(url(fresh))

        assertContains(response, "proposed by the rule, not confirmed")
        assertContains(response, "Reason: The rule gave another date.")

    def test_the_team_is_listed_with_its_periods_those_who_left_too(self, lise, case, colleague, caseworker):
        TeamMember.objects.assign(case=case, user=colleague, part="caseworker", on=TODAY, by=None)

        response = lise.get(url(case))

        assertContains(response, caseworker.name)
        assertContains(response, "Caseworker, Mon 2 Nov to Sun 22 Nov")
        assertContains(response, "Caseworker, from Mon 23 Nov")

    def test_the_number_is_shown_without_its_end(self, lise, case, caseworker):
        case.change_person(by=caseworker, on=TODAY, version=1, number="0101901234")

        response = lise.get(url(case))

        assertContains(response, "010190-••••")
        assertNotContains(response, "1234")

    def test_a_manager_looks_and_finds_no_link_that_changes_anything(self, signed_in, manager, case):
        response = signed_in(manager).get(url(case))

        assertContains(response, "Mon 2 Nov 2026")
        for path in ("record/", "correct/", "withdraw/", "close/", "person/", "readiness/"):
            assertNotContains(response, path)


class TestRecord:
    SENT = {"event": "E4", "source": "city"}

    def test_a_date_is_recorded_with_its_source(self, lise, case, caseworker):
        response = lise.post(url(case, "record_date"), self.SENT | {"on_when": "today"})

        assertRedirects(response, url(case))
        row = current(case, "E4")
        assert (row.on, row.source, row.recorded_by) == (TODAY, "city", caseworker)

    def test_an_allocation_lets_the_rule_propose_the_takeover(self, lise, fresh):
        lise.post(url(fresh, "record_date"), {"event": "E1", "source": "city"} | day("on", date(2026, 10, 9)))

        proposed = current(fresh, "E2")
        assert (proposed.on, proposed.is_proposed) == (date(2026, 12, 1), True)

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"event": ""}, "Choose what happened."),
            ({"event": "E2"}, "This date is already recorded. Correct it instead, and say why."),
            ({"on_when": ""}, "Choose or write a day."),
            (day("on", date(2026, 11, 24)) | {"on_day": "31"}, "There is no such day in the calendar."),
            ({"source": "rule"}, "Select a valid choice"),
        ],
    )
    def test_what_is_wrong_is_said_at_the_field_and_nothing_is_recorded(self, lise, case, typed, sentence):
        response = lise.post(url(case, "record_date"), self.SENT | {"on_when": "today"} | typed)

        assertContains(response, sentence, status_code=422)
        assertContains(response, "There is 1 problem", status_code=422)
        assert {row.event for row in KeyDate.objects.filter(case=case)} == {"E2", "E7"}  # as before

    def test_the_link_of_an_event_chooses_it(self, lise, case):
        response = lise.get(url(case, "record_date") + "?event=E5")

        assertContains(response, 'value="E5" required id="id_event_4" checked')


class TestTakeover:
    def propose(self, case, allocated_on):
        KeyDate.objects.record(case=case, event="E1", on=allocated_on, source=Source.CITY, by=None)

    def test_the_proposed_date_is_confirmed(self, lise, fresh):
        self.propose(fresh, date(2026, 10, 9))

        lise.post(url(fresh, "confirm_takeover"), {"choice": "2026-12-01"} | no_day("on"))

        row = current(fresh, "E2")
        assert (row.on, row.is_proposed) == (date(2026, 12, 1), False)

    def test_another_day_is_confirmed(self, lise, fresh):
        self.propose(fresh, date(2026, 10, 9))

        lise.post(
            url(fresh, "confirm_takeover"),
            {"choice": "another", "on_day": "16", "on_month": "11", "on_year": "2026"},
        )

        assert current(fresh, "E2").on == date(2026, 11, 16)

    def test_an_allocation_on_the_first_of_a_month_offers_both_readings(self, lise, fresh):
        self.propose(fresh, date(2026, 10, 1))

        response = lise.get(url(fresh, "confirm_takeover"))

        assertContains(response, "Mon 2 Nov 2026")
        assertContains(response, "Tue 1 Dec 2026")
        assertContains(response, "somebody who knows the decision has to choose")
        assertNotContains(response, 'value="2026-11-02" required id="id_choice_0" checked')

        lise.post(url(fresh, "confirm_takeover"), {"choice": "2026-11-02"} | no_day("on"))
        assert current(fresh, "E2").on == date(2026, 11, 2)

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"choice": ""}, "Choose the takeover date."),
            ({"choice": "another"}, "Write the other day."),
            ({"choice": "2026-11-30"}, "Select a valid choice"),
        ],
    )
    def test_no_choice_confirms_nothing(self, lise, fresh, typed, sentence):
        self.propose(fresh, date(2026, 10, 9))

        response = lise.post(url(fresh, "confirm_takeover"), no_day("on") | typed)

        assertContains(response, sentence, status_code=422)
        assert current(fresh, "E2").is_proposed

    def test_a_confirmed_date_is_corrected_instead(self, lise, case):
        response = lise.get(url(case, "confirm_takeover"))
        assertRedirects(response, url(case, "correct_date", "E2"))

        refused = lise.post(
            url(case, "confirm_takeover"),
            {"choice": "another", "on_day": "3", "on_month": "11", "on_year": "2026"},
        )
        assertContains(refused, "Somebody else saved this while you were writing", status_code=409)
        assert current(case, "E2").on == date(2026, 11, 2)


class TestCorrect:
    SENT = {"source": "immigration-service", "reason": "The letter says the third."}

    def test_a_correction_moves_what_is_counted_from_it(self, lise, case):
        lise.post(url(case, "correct_date", "E2"), self.SENT | day("on", date(2026, 11, 3)))

        assert current(case, "E2").on == date(2026, 11, 3)
        assert Clock.objects.get(case=case, goal="internship-started").due_on == date(2026, 12, 3)
        history = lise.get(url(case, "history"))
        assertContains(history, "corrected from Mon 2 Nov 2026 to Tue 3 Nov 2026")
        assertContains(history, "Reason: The letter says the third.")

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [({"reason": " "}, "Say why."), ({"on_when": ""}, "Choose or write a day.")],
    )
    def test_a_correction_without_reason_or_day_is_refused(self, lise, case, typed, sentence):
        sent = self.SENT | day("on", date(2026, 11, 3)) | typed

        response = lise.post(url(case, "correct_date", "E2"), sent)

        assertContains(response, sentence, status_code=422)
        assert current(case, "E2").on == date(2026, 11, 2)

    def test_a_withdrawn_takeover_makes_its_promises_fall_away(self, lise, case):
        lise.post(url(case, "withdraw_date", "E2"), {"reason": "Another municipality."})

        assert current(case, "E2") is None
        assert set(Clock.objects.filter(case=case).values_list("void_reason", flat=True)) == {"withdrawn"}
        assertContains(lise.get(url(case, "history")), "Reason: Another municipality.")

    def test_a_date_is_not_withdrawn_without_a_reason(self, lise, case):
        response = lise.post(url(case, "withdraw_date", "E2"), {"reason": ""})

        assertContains(response, "Say why.", status_code=422)
        assert current(case, "E2")

    @pytest.mark.parametrize("event", ["E4", "E9", "x"])
    def test_a_date_that_is_not_there_has_no_page(self, lise, case, event):
        assert lise.get(url(case, "correct_date", event)).status_code == 404
        assert lise.get(url(case, "withdraw_date", event)).status_code == 404


class TestPeriods:
    def test_an_exemption_is_recorded_with_its_reason(self, lise, case):
        sent = {"readiness": "exempt", "reason": "Cannot take part at all.", "on_when": "today"}

        lise.post(url(case, "decide_readiness"), sent)

        row = JobReadiness.objects.get()
        assert (row.is_ready, row.reason, row.during.lower) == (False, "Cannot take part at all.", TODAY)
        assertContains(lise.get(url(case, "history")), "Reason: Cannot take part at all.")

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"reason": ""}, "Say why the person obviously cannot take part."),
            ({"readiness": ""}, "Choose one of the two."),
            ({"on_when": ""}, "Choose or write a day."),
        ],
    )
    def test_an_exemption_that_is_not_whole_is_refused(self, lise, case, typed, sentence):
        sent = {"readiness": "exempt", "reason": "Why.", "on_when": "today"} | typed

        response = lise.post(url(case, "decide_readiness"), sent)

        assertContains(response, sentence, status_code=422)
        assert not JobReadiness.objects.exists()

    def test_readiness_needs_no_reason(self, lise, case):
        lise.post(url(case, "decide_readiness"), {"readiness": "ready", "reason": "", "on_when": "today"})

        assert JobReadiness.objects.get().is_ready

    def test_what_the_person_lives_on_is_recorded(self, lise, case):
        lise.post(url(case, "begin_benefit"), {"kind": "self-supporting", "on_when": "today"})

        kinds = BenefitPeriod.objects.filter(case=case).order_by("during").values_list("kind", flat=True)
        assert list(kinds) == ["benefit", "self-supporting"]

    def test_a_benefit_without_kind_is_refused(self, lise, case):
        response = lise.post(url(case, "begin_benefit"), {"kind": "", "on_when": "today"})

        assertContains(response, "Choose one of the two.", status_code=422)
        assert BenefitPeriod.objects.filter(case=case).count() == 1


class TestStatus:
    def test_a_changed_ground_is_told_with_old_and_new_and_why(self, lise, case):
        lise.post(
            url(case, "change_ground"), {"permit_ground": PermitGround.PROTECTION, "reason": "New decision."}
        )

        case.refresh_from_db()
        assert case.permit_ground == PermitGround.PROTECTION
        history = lise.get(url(case, "history"))
        assertContains(history, "Permit ground changed from Convention refugee to Protection status")
        assertContains(history, "Reason: New decision.")

    def test_a_ground_is_not_changed_without_a_reason(self, lise, case):
        response = lise.post(url(case, "change_ground"), {"permit_ground": "protection", "reason": ""})

        assertContains(response, "Say why.", status_code=422)
        case.refresh_from_db()
        assert case.permit_ground == PermitGround.CONVENTION

    def test_a_case_is_closed_and_the_closing_taken_back(self, lise, case):
        lise.post(url(case, "close_case"), {"reason": CloseReason.MOVED, "on_when": "today"})
        case.refresh_from_db()
        assert (case.closed_on, case.close_reason) == (TODAY, CloseReason.MOVED)
        page = lise.get(reverse("case", args=[case.public_id]))
        assertContains(page, "Closed since Mon 23 Nov")
        assertNotContains(page, "Next step")

        lise.post(url(case, "reopen_case"), {"sure": "True"})
        case.refresh_from_db()
        assert case.closed_on is None

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"reason": ""}, "Choose why."),
            (day("on", date(2026, 11, 24)), "A case is closed on the day or later, not before."),
            (day("on", date(2026, 9, 14)), "A closed case has a closing date, not before it was opened"),
        ],
    )
    def test_a_closing_that_is_not_right_is_refused(self, lise, case, typed, sentence):
        sent = {"reason": "moved", "on_when": "today"} | typed

        response = lise.post(url(case, "close_case"), sent)

        assertContains(response, sentence, status_code=422)
        case.refresh_from_db()
        assert case.closed_on is None


FORMS = [
    ("record_date", (), {"event": "E4", "source": "city", "on_when": "today"}),
    ("confirm_takeover", (), {"choice": "another", "on_day": "3", "on_month": "11", "on_year": "2026"}),
    ("correct_date", ("E2",), {"source": "city", "reason": "Because.", "on_when": "today"}),
    ("withdraw_date", ("E2",), {"reason": "Because."}),
    ("decide_readiness", (), {"readiness": "exempt", "reason": "Because.", "on_when": "today"}),
    ("begin_benefit", (), {"kind": "self-supporting", "on_when": "today"}),
    ("change_ground", (), {"permit_ground": "protection", "reason": "Because."}),
    ("close_case", (), {"reason": "moved", "on_when": "today"}),
    ("reopen_case", (), {"sure": "True"}),
]


def everything(case):
    return (
        list(KeyDate.objects.filter(case=case).order_by("pk").values()),
        list(JobReadiness.objects.filter(case=case).values()),
        list(BenefitPeriod.objects.filter(case=case).values()),
        Case.objects.filter(pk=case.pk).values().get(),
        CaseLine.objects.filter(case=case).count(),
    )


@pytest.mark.parametrize(("name", "args", "sent"), FORMS, ids=[name for name, _, _ in FORMS])
class TestWhoMay:
    def test_who_may_not_write_is_refused_and_nothing_changes(
        self, name, args, sent, signed_in, manager, mentor, administrator, case
    ):
        was = everything(case)

        for user in (manager, mentor, administrator):
            assert signed_in(user).get(url(case, name, *args)).status_code == 404
            assert signed_in(user).post(url(case, name, *args), sent).status_code == 404
        assert everything(case) == was

    def test_a_stranger_does_not_learn_of_the_case_and_nothing_changes(
        self, name, args, sent, signed_in, stranger, case
    ):
        was = everything(case)

        assert signed_in(stranger).get(url(case, name, *args)).status_code == 404
        assert signed_in(stranger).post(url(case, name, *args), sent).status_code == 404
        assert everything(case) == was


def test_a_confirmation_is_stored_as_a_key_and_told_in_words(lise, fresh, caseworker):
    KeyDate.objects.record(case=fresh, event="E1", on=date(2026, 10, 9), source=Source.CITY, by=caseworker)
    confirmed = KeyDate.objects.confirm_takeover(case=fresh, by=caseworker)

    assert confirmed.reason == "confirmed"
    assertContains(lise.get(url(fresh)), "Confirmed by the City.")


def test_a_proposal_confirmed_as_it_stood_is_no_earlier_value(lise, fresh, caseworker):
    KeyDate.objects.record(case=fresh, event="E1", on=date(2026, 10, 9), source=Source.CITY, by=caseworker)
    KeyDate.objects.confirm_takeover(case=fresh, by=caseworker)

    assertNotContains(lise.get(url(fresh)), "believed until")


def test_a_proposal_that_the_city_did_not_follow_stays_readable(lise, fresh, caseworker):
    KeyDate.objects.record(case=fresh, event="E1", on=date(2026, 10, 9), source=Source.CITY, by=caseworker)
    KeyDate.objects.confirm_takeover(case=fresh, by=caseworker, on=date(2026, 11, 30))

    assertContains(lise.get(url(fresh)), "believed until")
