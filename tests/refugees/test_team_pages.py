"""The pages that put somebody on a case, end a mentor's time, and say with whom a person lives."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from refugees.models import Case, Task
from refugees.parts import Part
from tests.factories import TODAY, CaseFactory

pytestmark = pytest.mark.django_db


def url(case, name="dates", *args):
    return reverse(f"refugees:{name}", args=[case.public_id, *args])


def on(day):
    return {"on_when": "another", "on_day": day.day, "on_month": day.month, "on_year": day.year}


@pytest.fixture
def mette(at_forms, team_lead):
    return at_forms(team_lead)


class TestCaseworker:
    def test_another_colleague_takes_the_case_and_what_is_open_on_it(
        self, mette, case, caseworker, colleague
    ):
        Task.objects.add(
            title="Call", due_on=TODAY, assigned_to=caseworker, by=caseworker, today=TODAY, case=case
        )

        answer = mette.post(
            url(case, "change_caseworker"), {"user": colleague.pk, "on_when": "today"}, follow=True
        )

        assertRedirects(answer, url(case))
        assertContains(answer, "Ahmed Invented now works on the case.")
        assertContains(answer, "Mon 2 Nov to Sun 22 Nov")
        assert list(case.team.on(TODAY).caseworkers().values_list("user", flat=True)) == [colleague.pk]
        assert case.tasks.get().assigned_to == colleague

    def test_the_form_offers_the_other_caseworkers_of_the_unit(
        self, mette, case, caseworker, colleague, stranger
    ):
        page = mette.get(url(case, "change_caseworker"))

        assertContains(page, "Lise Invented works on the case now.")
        assert list(page.context["form"].fields["user"].queryset) == [colleague]

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"on_when": "today"}, "Choose a caseworker."),
            (on(TODAY + timedelta(days=1)), "Choose today or an earlier day"),
            (on(date(2026, 11, 1)), "The case already has one in that time."),
        ],
    )
    def test_what_is_no_handing_over_is_said_and_changes_nothing(
        self, mette, case, caseworker, colleague, fields, sentence
    ):
        user = {} if sentence.startswith("Choose a case") else {"user": colleague.pk}

        answer = mette.post(url(case, "change_caseworker"), user | fields)

        assertContains(answer, sentence, status_code=422)
        assert list(case.team.on(TODAY).caseworkers().values_list("user", flat=True)) == [caseworker.pk]

    def test_who_no_longer_works_here_is_marked(self, mette, case, caseworker):
        caseworker.leave()

        assertContains(mette.get(url(case)), "no longer works here")

    def test_a_caseworker_sees_who_is_on_the_case_and_changes_nothing(self, signed_in, caseworker, case):
        page = signed_in(caseworker).get(url(case))

        assertContains(page, "Lise Invented")
        assertNotContains(page, url(case, "change_caseworker"))
        assertNotContains(page, reverse("mentoring:holistic", args=[case.public_id]))


class TestClosed:
    @pytest.mark.parametrize(
        ("name", "fields"),
        [
            ("change_caseworker", {}),
            ("change_household", {"lives": "alone"}),
        ],
    )
    def test_a_closed_case_refuses_in_words_and_stays_as_it_is(self, mette, case, colleague, name, fields):
        case.close(on=TODAY, reason="moved", by=None)
        user = {"change_caseworker": {"user": colleague.pk}}
        before = list(case.team.order_by("pk").values()), case.lines.count()

        answer = mette.post(url(case, name), {"on_when": "today"} | fields | user.get(name, {}))

        assertContains(answer, "The case is closed. Take the closing back first", status_code=422)
        assert (list(case.team.order_by("pk").values()), case.lines.count()) == before


class TestMentor:
    def test_a_mentors_time_ends_and_with_it_what_they_see(self, mette, case, mentor):
        member = case.team.mentors().get()
        assertContains(mette.get(url(case)), url(case, "end_mentor", member.public_id))

        answer = mette.post(url(case, "end_mentor", member.public_id), {"on_when": "today"}, follow=True)

        assertContains(answer, "Maja Invented is no longer a mentor on the case.")
        assert not Case.objects.visible_to(mentor).exists()
        assert mette.get(url(case, "end_mentor", member.public_id)).status_code == 404

    def test_a_caseworkers_time_is_not_ended_but_handed_over(self, mette, case):
        member = case.team.get(part=Part.CASEWORKER)

        assert mette.post(url(case, "end_mentor", member.public_id), {"on_when": "today"}).status_code == 404
        assert case.team.on(TODAY).filter(pk=member.pk).exists()


class TestHousehold:
    def test_somebody_moves_in_with_the_person_of_another_case(self, at_forms, caseworker, case, unit):
        other = CaseFactory(unit=unit)

        answer = at_forms(caseworker).post(
            url(case, "change_household"),
            {"lives": "with", "number": f" {other.number.lower()} ", "on_when": "today"},
            follow=True,
        )

        assertRedirects(answer, url(case))
        assertContains(answer, "2 people")
        assert len(set(Case.objects.values_list("household", flat=True))) == 1

    def test_somebody_moves_out(self, at_forms, caseworker, case, unit):
        case.move_in_with(CaseFactory(unit=unit), on=TODAY, by=None)

        at_forms(caseworker).post(url(case, "change_household"), {"lives": "alone", "on_when": "today"})

        case.refresh_from_db()
        assert case.household is None

    def test_a_case_of_another_unit_or_none_is_not_found(self, at_forms, caseworker, case, other_unit):
        foreign = CaseFactory(unit=other_unit)

        for number in (foreign.number, case.number, "KM-99-0001", ""):
            answer = at_forms(caseworker).post(
                url(case, "change_household"), {"lives": "with", "number": number, "on_when": "today"}
            )
            assertContains(answer, "Write the number of another open case of the unit.", status_code=422)

        assert not Case.objects.filter(household__isnull=False).exists()
