"""The dates of a case: what is believed, what was believed before, and who may change it."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from goals.models import Clock
from refugees.events import KeyEvent, Source
from refugees.models import BenefitPeriod, Case, CaseLine, JobReadiness, KeyDate, TeamMember
from tests.factories import TODAY
from tests.forms import on
from tests.refugees.pages import current, url

pytestmark = pytest.mark.django_db


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
        lise.post(url(fresh, "record_date"), {"event": "E1", "source": "city"} | on("on", date(2026, 10, 9)))

        proposed = current(fresh, "E2")
        assert (proposed.on, proposed.is_proposed) == (date(2026, 12, 1), True)

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"event": ""}, "Choose what happened."),
            ({"event": "E2"}, "This date is already recorded. Correct it instead, and say why."),
            ({"on_when": ""}, "Choose or write a day."),
            (on("on", date(2026, 11, 24)) | {"on_day": "31"}, "There is no such day in the calendar."),
            ({"source": "rule"}, "Select a valid choice"),
        ],
    )
    def test_what_is_wrong_is_said_at_the_field_and_nothing_is_recorded(self, lise, case, typed, sentence):
        response = lise.post(url(case, "record_date"), self.SENT | {"on_when": "today"} | typed)

        assertContains(response, sentence, status_code=422)
        assertContains(response, "There is 1 problem", status_code=422)
        assert {row.event for row in KeyDate.objects.filter(case=case)} == {"E2", "E7"}  # as before

    def test_the_link_of_an_event_chooses_it(self, lise, case):
        response = lise.get(url(case, "record_date") + "?event=E4")

        assertContains(response, 'value="E4" required id="id_event_3" checked')


class TestCorrect:
    SENT = {"source": "immigration-service", "reason": "The letter says the third."}

    def test_a_correction_moves_what_is_counted_from_it(self, lise, case):
        lise.post(url(case, "correct_date", "E2"), self.SENT | on("on", date(2026, 11, 3)))

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
        sent = self.SENT | on("on", date(2026, 11, 3)) | typed

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
