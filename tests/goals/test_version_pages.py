"""The pages of versions: drafting, trying out, putting in force; what is wrong stands at its field."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goals import recalculating
from goals.models import GoalVersion, Recalculation, Suspension, VersionDraft
from tests.factories import CaseFactory
from tests.goals.drafting import GOAL, STANDARD, data_manager, drafted, put_in_force, tried
from tests.goals.many import many_cases

pytestmark = pytest.mark.django_db

BACK_DATED = date(2026, 11, 1)
NEW = f"/goals/versions/promises/{GOAL}/{STANDARD}/new/"


@pytest.fixture
def author(unit):
    return data_manager(unit)


@pytest.fixture
def second(unit):
    return data_manager(unit)


@pytest.fixture
def draft(author):
    return drafted(by=author, valid_from=BACK_DATED)


def typed(day=BACK_DATED, **changes):
    """The form as somebody fills it in."""
    boxes = {"valid_from_day": day.day, "valid_from_month": day.month, "valid_from_year": day.year}
    facts = {
        "amount": "2",
        "unit": "weeks",
        "warning_days": "5",
        "adults_only": "on",
        "pausing_grounds": ["illness"],
        "max_extension_days": "0",
        "source": "Committee decision 7",
        "reason": "Two weeks are enough",
    }
    return facts | boxes | changes


def page_of(draft, part=""):
    return f"/goals/versions/drafts/{draft.public_id}/{part}"


def test_the_list_shows_each_promise_with_its_wording_and_whom_it_covers(case, caseworker, signed_in):
    html = signed_in(caseworker).get("/goals/versions/").content.decode()

    assert html.count("1 calendar month") == GoalVersion.objects.filter(amount=1, unit="months").count()
    assert "BEK 1208/2016" in html
    assert "Suspend limits" not in html


def test_a_draft_is_written_tried_out_and_put_in_force_by_a_colleague(case, author, second, signed_in):
    hers, his = signed_in(author), signed_in(second)

    assert hers.post(NEW, typed()).status_code == 302
    draft = VersionDraft.objects.get()
    assert (draft.amount, draft.unit, draft.valid_from, draft.warning_days) == (2, "weeks", BACK_DATED, 5)
    hers.post(page_of(draft, "try/"))
    run = Recalculation.objects.get()
    assert "0 of … cases" in hers.get(page_of(draft)).content.decode()
    recalculating.carry_through(run.pk)

    html = hers.get(page_of(draft)).content.decode()
    assert "1 deadline moves," in html
    assert "1 goes over today." in html
    assert case.person.name in html
    assert "Goes over today, 16 days earlier" in html
    assert "somebody else has to put it in force" in html
    refused = hers.post(page_of(draft, "activate/"), {"edition": 1})
    assert refused.status_code == 422
    assert GoalVersion.objects.of(GOAL, STANDARD).count() == 1

    assert his.post(page_of(draft, "activate/"), {"edition": 1}).status_code == 302
    assert GoalVersion.objects.of(GOAL, STANDARD).count() == 2
    assert "Deadlines are being counted again" in his.get("/goals/versions/").content.decode()
    recalculating.carry_through(Recalculation.objects.get(purpose="rules").pk)
    history = his.get(f"/goals/versions/promises/{GOAL}/").content.decode()
    assert "Two weeks are enough" in history
    assert f"put in force by {second.name}" in history


def test_a_dry_run_from_before_a_suspension_says_so_and_offers_another(
    case, draft, author, second, signed_in
):
    tried(draft, by=author)
    assert "Put it in force</button>" in signed_in(second).get(page_of(draft)).content.decode()

    Suspension.objects.record(from_on=BACK_DATED, until=None, source="A decision", by=second)

    html = signed_in(second).get(page_of(draft)).content.decode()
    assert "The rules have changed since this dry run" in html
    assert "Put it in force</button>" not in html
    assert "Try it out again</button>" in html


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"day": date(2015, 6, 1)}, "Nothing is recorded of what happened before"),
        ({"day": date(2016, 1, 1)}, "starts on the same day"),
        ({"amount": ""}, "Write how much time is allowed."),
        ({"amount": "two"}, "Write a whole number"),
        ({"source": ""}, "Name the source"),
        ({"reason": " "}, "Say why"),
        ({"valid_from_day": "31"}, "There is no such day"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(author, signed_in, changes, words):
    data = {"reason": "Kept text"} | changes
    response = signed_in(author).post(NEW, typed(**data))

    html = response.content.decode()
    assert response.status_code == 422
    assert html.count(words) == 2  # in the summary and at the field
    assert "Kept text" in html or "reason" in changes
    assert not VersionDraft.objects.exists()


def test_a_draft_that_overlaps_says_which_version_stands_there(case, author, second, signed_in):
    put_in_force(drafted(by=author, valid_from=date(2026, 11, 10)), by=second)

    response = signed_in(author).post(NEW, typed(amount="3"))

    assert response.status_code == 422
    assert (
        "It would overlap the version (2 weeks) that is in force from Tue 10 Nov 2026"
        in response.content.decode()
    )


def test_a_draft_that_says_nothing_new_is_none(author, signed_in):
    current = GoalVersion.objects.of(GOAL, STANDARD).get()
    same = {name: value for name, value in current.wording.items() if name not in ("goal", "standard")}

    response = signed_in(author).post(NEW, typed(**same | {"adults_only": "on", "benefit_only": ""}))

    assert response.status_code == 422
    assert "says the same as the version in force" in response.content.decode()


def test_two_who_edit_at_once_see_both_texts_and_nothing_is_overwritten(draft, author, second, signed_in):
    signed_in(author).post(page_of(draft, "edit/"), typed(amount="3", edition="1"))

    response = signed_in(second).post(page_of(draft, "edit/"), typed(amount="5", edition="1"))

    html = response.content.decode()
    assert response.status_code == 409
    assert "Time: 3 weeks" in html
    assert "Time: 5 weeks" in html
    assert 'name="edition" value="2"' in html
    draft.refresh_from_db()
    assert (draft.amount, draft.edition) == (3, 2)


def test_a_draft_changed_under_the_reader_is_not_put_in_force(case, draft, author, second, signed_in):
    tried(draft, by=author)
    draft.edit(edition=1, by=author, amount=3)

    response = signed_in(second).post(page_of(draft, "activate/"), {"edition": 1})

    assert response.status_code == 409
    assert "changed while you were reading" in response.content.decode()
    assert GoalVersion.objects.of(GOAL, STANDARD).count() == 1


def test_a_withdrawn_draft_is_read_and_no_more(draft, author, signed_in):
    client = signed_in(author)
    assert "Withdraw this draft?" in client.get(page_of(draft, "withdraw/")).content.decode()

    client.post(page_of(draft, "withdraw/"))

    assert "Withdrawn by" in client.get(page_of(draft)).content.decode()
    assert client.post(page_of(draft, "activate/"), {"edition": 1}).status_code == 404
    assert client.get(page_of(draft, "edit/")).status_code == 404


def test_each_tab_lists_what_it_counts_and_other_units_are_counted_only(
    case, other_unit, draft, author, signed_in
):
    CaseFactory(unit=other_unit, taken_over_on=date(2026, 11, 20))
    run = tried(draft, by=author)

    response = signed_in(author).get(page_of(draft))

    assert run.numbers["changed"] == 2
    assert "1 of the changes is in a unit whose cases you do not see" in response.content.decode()
    for tab in response.context["tabs"]:
        listed = signed_in(author).get(tab["url"]).context["page_of"]
        assert listed.paginator.count == tab["count"] == len(listed)


def test_a_page_costs_the_same_at_any_size(unit, caseworker, draft, author, signed_in):
    client = signed_in(author)
    counts = []
    for cases in (3, 30):
        many_cases(cases, unit=unit, caseworker=caseworker, taken_over_on=date(2026, 11, 2))
        tried(draft, by=author)
        for address in (page_of(draft), "/goals/versions/", f"/goals/versions/promises/{GOAL}/"):
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            counts.append(len(captured))
    assert counts[:3] == counts[3:]


def test_a_suspension_is_recorded_ended_and_taken_back(author, signed_in):
    client = signed_in(author)
    day = {"from_on_day": 1, "from_on_month": 12, "from_on_year": 2026}
    assert client.post("/goals/versions/suspensions/new/", day | {"source": ""}).status_code == 422

    client.post("/goals/versions/suspensions/new/", day | {"source": "Order 1"})
    suspension = Suspension.objects.get()
    html = client.get("/goals/versions/").content.decode()
    assert "From Tue 1 Dec 2026; the end is not known." in html
    end = reverse("goals:end_suspension", args=[suspension.public_id])
    early = {"until_day": 1, "until_month": 11, "until_year": 2026}
    assert client.post(end, early).status_code == 422
    client.post(end, early | {"until_day": 31, "until_month": 12})
    assert "counting again from Thu 31 Dec 2026" in client.get("/goals/versions/").content.decode()
    client.post(reverse("goals:withdraw_suspension", args=[suspension.public_id]), {"because": "Wrong order"})
    assert "Wrong order" in client.get("/goals/versions/").content.decode()
    assert Recalculation.objects.filter(purpose="rules").count() == 3


def test_addresses_that_name_nothing_are_no_pages(author, signed_in):
    client = signed_in(author)
    for address in (
        "/goals/versions/promises/nothing/",
        f"/goals/versions/promises/{GOAL}/rumour/new/",
        "/goals/versions/promises/nothing/city/new/",
    ):
        assert client.get(address).status_code == 404
