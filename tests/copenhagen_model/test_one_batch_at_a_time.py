"""Nothing is told to the state twice: one unsent batch per unit, discarded with a reason or confirmed."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.scope import user_scope
from refugees.models import Case, StateBatch, StateRow, Talk, compared
from refugees.reporting import rows_of
from tests.copenhagen_model.state_batches import gathered
from tests.factories import TODAY, UserFactory
from tests.internships.test_company_races import both_send
from tests.people import arranging
from tests.refugees.test_side_by_side import in_parallel

WHY = "The file was never sent."


def held(case, by):
    return Talk.objects.record(case=case, kind="cv", on=TODAY, form="phone", today=TODAY, by=by)


def to_tell(unit):
    return [each for each in compared(rows_of(unit, TODAY)) if each.is_to_tell]


@pytest.fixture
def talk(case, caseworker):
    return held(case, caseworker)


@pytest.mark.django_db
def test_while_a_batch_is_unsent_no_other_is_gathered_and_its_rows_are_not_new(unit, caseworker, talk):
    first = gathered(unit, caseworker)
    held(talk.case, caseworker)

    with pytest.raises(ValidationError, match="not confirmed as sent") as refused:
        gathered(unit, caseworker)

    assert refused.value.batch == first
    assert [each.is_waiting for each in compared(rows_of(unit, TODAY))] == [True, False]
    assert len(to_tell(unit)) == 1
    first.confirm_sent(on=TODAY, by=caseworker)
    assert gathered(unit, caseworker).rows.count() == 1


@pytest.mark.django_db
def test_a_discarded_batch_is_kept_and_its_rows_are_new_again(unit, caseworker, talk):
    first = gathered(unit, caseworker)

    with pytest.raises(ValidationError, match="Say why"):
        first.discard(reason=" ", by=caseworker)
    assert first.discard(reason=WHY, by=caseworker)

    kept = StateBatch.objects.get()
    assert (kept.discard_reason, kept.discarded_by, kept.rows.count()) == (WHY, caseworker, 1)
    assert kept.discarded_at
    assert gathered(unit, caseworker).rows.get().key == talk.public_id


@pytest.mark.django_db
def test_what_was_sent_is_not_discarded_and_what_was_discarded_is_not_sent(unit, caseworker, talk):
    sent = gathered(unit, caseworker)
    sent.confirm_sent(on=TODAY, by=caseworker)
    with pytest.raises(ValidationError, match="confirmed as sent meanwhile"):
        sent.discard(reason=WHY, by=caseworker)

    held(talk.case, caseworker)
    gone = gathered(unit, caseworker)
    gone.discard(reason=WHY, by=caseworker)
    assert not gone.discard(reason="Another reason.", by=caseworker)
    with pytest.raises(ValidationError, match="discarded meanwhile"):
        gone.confirm_sent(on=TODAY, by=caseworker)

    sent.refresh_from_db()
    gone.refresh_from_db()
    assert (sent.discarded_at, gone.sent_on, gone.discard_reason) == (None, None, WHY)


@pytest.mark.django_db
@pytest.mark.parametrize("is_discarded", [True, False])
def test_what_waits_in_the_batch_of_the_unit_a_case_came_from_is_told_by_one_of_both(
    unit, other_unit, caseworker, stranger, talk, is_discarded
):
    theirs = gathered(unit, caseworker)
    Case.objects.filter(pk=talk.case_id).update(unit=other_unit)
    # It is corrected after the move, too: that is a correction only once the first was told.
    facts = {"form": "digital", "participants": [], "agreement": "", "was_held": True, "why_not": ""}
    talk.refresh_from_db()
    talk.correct(reason="By video.", on=TODAY, today=TODAY, by=stranger, **facts)
    before = list(rows_of(other_unit, TODAY))

    with user_scope(stranger):
        [waiting] = compared(before)
        with pytest.raises(ValidationError, match="batch of another unit"):
            StateBatch.objects.gather(unit=other_unit, rows=before, by=stranger)
        assert not StateRow.objects.exists()
    if is_discarded:
        theirs.discard(reason=WHY, by=caseworker)
    else:
        theirs.confirm_sent(on=TODAY, by=caseworker)
    row = gathered(other_unit, stranger).rows.get()

    assert waiting.is_waiting
    assert row.is_correction is not is_discarded


def test_of_two_who_gather_at_the_same_moment_one_is_led_to_the_batch_of_the_other(
    committed_db, request, signed_in
):
    with arranging():
        case, lead = (request.getfixturevalue(name) for name in ("case", "team_lead"))
        held(case, lead)
        browsers = [signed_in(lead), signed_in(UserFactory(role=lead.role, unit=lead.unit))]

    answers = both_send(browsers, [reverse("gather_state_batch")] * 2, {})

    with arranging():
        batch = StateBatch.objects.get()
    assert {answer.url for answer in answers} == {reverse("state_batch", args=[batch.public_id])}


def test_a_batch_is_confirmed_or_discarded_never_both(committed_db, request):
    with arranging():
        case, lead = (request.getfixturevalue(name) for name in ("case", "team_lead"))
        held(case, lead)
        batch = gathered(case.unit, lead)

    def settle(verb, **how):
        try:
            with user_scope(lead):
                return getattr(StateBatch.objects.get(pk=batch.pk), verb)(by=lead, **how)
        except ValidationError:
            return False

    done = in_parallel(lambda: settle("confirm_sent", on=TODAY), lambda: settle("discard", reason=WHY))

    assert sorted(done) == [False, True]
    with arranging():
        batch.refresh_from_db()
    assert (batch.sent_on is None) is (batch.discarded_at is not None)


def test_two_units_between_which_a_case_moves_do_not_both_gather_it(committed_db, request):
    """The first has read its cases when the case moves; the second waits for it and finds the row with the first."""
    with arranging():
        case, lead, stranger = (request.getfixturevalue(name) for name in ("case", "team_lead", "stranger"))
        held(case, lead)
    has_read, has_moved = threading.Event(), threading.Event()

    def slowly():
        yield from list(rows_of(case.unit, TODAY))
        has_read.set()
        assert has_moved.wait(10)

    def first():
        with user_scope(lead):
            return StateBatch.objects.gather(unit=case.unit, rows=slowly(), by=lead).rows.count()

    def second():
        assert has_read.wait(10)
        with arranging():
            Case.objects.filter(pk=case.pk).update(unit=stranger.unit)
        has_moved.set()
        try:
            with user_scope(stranger):
                return gathered(stranger.unit, stranger).rows.count()
        except ValidationError:
            return 0

    assert in_parallel(first, second) == [1, 0]


@pytest.mark.django_db
def test_a_team_lead_is_led_to_the_unsent_batch_and_discards_it_with_a_reason(signed_in, team_lead, talk):
    mette = signed_in(team_lead)
    mette.post(reverse("gather_state_batch"))
    batch = StateBatch.objects.get()
    at = reverse("state_batch", args=[batch.public_id])

    overview = mette.get(reverse("state_reports"))
    assertContains(overview, "Confirm or discard it before the next one is gathered.")
    assertNotContains(overview, reverse("gather_state_batch"))
    again = mette.post(reverse("gather_state_batch"), follow=True)
    assert again.redirect_chain[0][0] == at
    assertContains(again, "is not confirmed as sent yet")
    form = reverse("discard_state_batch", args=[batch.public_id])
    assertContains(mette.get(at), form)
    assertContains(mette.get(form), "Only if its files were not sent")
    assertContains(mette.post(form, {"reason": ""}), "Say why", status_code=422)
    done = mette.post(form, {"reason": WHY}, follow=True)

    assert done.redirect_chain[0][0] == at
    assertContains(done, WHY)
    assertContains(done, f"by {team_lead.name}")
    assertNotContains(done, "Confirm that it was sent")
    file = mette.get(reverse("state_file", args=[batch.public_id, "all"]))
    assert 'filename="discarded-all-' in file.headers["Content-Disposition"]
    assertContains(mette.get(f"{reverse('state_reports')}?count=yes"), "Gather 1 row into a batch")
    refused = mette.post(reverse("confirm_state_batch", args=[batch.public_id]), follow=True)
    assertContains(refused, "discarded meanwhile")
    assert not StateBatch.objects.exclude(sent_on=None).exists()


@pytest.mark.django_db
def test_what_was_sent_has_no_form_to_discard_it(signed_in, team_lead, unit, talk):
    batch = gathered(unit, team_lead)
    batch.confirm_sent(on=TODAY, by=team_lead)
    mette, form = signed_in(team_lead), reverse("discard_state_batch", args=[batch.public_id])

    assertNotContains(mette.get(reverse("state_batch", args=[batch.public_id])), form)
    answer = mette.post(form, {"reason": WHY})

    assertContains(answer, "confirmed as sent meanwhile", status_code=422)


@pytest.mark.django_db
def test_others_neither_see_the_form_nor_discard(
    signed_in, caseworker, manager, stranger, unit, team_lead, talk
):
    batch = gathered(unit, team_lead)
    form = reverse("discard_state_batch", args=[batch.public_id])

    for user in (caseworker, manager, UserFactory(role=team_lead.role, unit=stranger.unit)):
        client = signed_in(user)
        assert client.get(form).status_code == 404
        assert client.post(form, {"reason": WHY}).status_code == 404
    batch.refresh_from_db()
    assert batch.discarded_at is None
