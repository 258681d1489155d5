"""What the checklist says: a draft, in force from a day, then never changed; and nothing waits for itself."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from mentoring.checklist_order import circle_in
from mentoring.launch_checklist import LAUNCH_ITEMS
from mentoring.models import ChecklistVersion
from refugees.models import StaleEdit
from tests.factories import TODAY

WORDS = {"danish": "Lånerkort", "english": "Library card", "audience": "everybody", "url": ""}
KEYS = "abcde"


@given(st.dictionaries(st.sampled_from(KEYS), st.lists(st.sampled_from(KEYS), max_size=3)))
def test_a_circle_is_found_exactly_where_there_is_one(waits):
    """Compared with taking away, again and again, whatever waits for nothing."""
    left = {key: {each for each in before if each in waits} for key, before in waits.items()}
    while free := {key for key, before in left.items() if not before}:
        left = {key: before - free for key, before in left.items() if key not in free}

    circle = circle_in(waits)

    assert bool(circle) == bool(left)
    assert all(after in waits[key] for key, after in zip(circle, circle[1:], strict=False))
    assert not circle or circle[0] == circle[-1]


def test_the_list_at_launch_ends_and_speaks_both_languages():
    assert circle_in({key: before for key, _danish, _english, _audience, before in LAUNCH_ITEMS}) == []
    assert all(danish and english for _key, danish, english, _audience, _before in LAUNCH_ITEMS)


@pytest.fixture
def draft(team_lead):
    return ChecklistVersion.objects.draft(today=TODAY, by=team_lead)


def in_force(day=TODAY):
    return ChecklistVersion.objects.begun_by(day).first()


def again(version):
    return ChecklistVersion.objects.get(pk=version.pk)


@pytest.mark.django_db
def test_the_launch_version_is_our_proposal(db):
    version = in_force()

    assert (version.number, version.is_proposal, version.in_force_from) == (1, True, date(2026, 1, 1))
    assert version.items.count() == len(LAUNCH_ITEMS)
    assert not version.items.exclude(url="").exists()


@pytest.mark.django_db
def test_a_draft_begins_as_the_one_in_force_and_is_one(draft, team_lead, manager):
    kept = ["key", "danish", "english", "audience", "blocked_by", "position"]

    assert ChecklistVersion.objects.draft(today=TODAY, by=manager) == draft
    assert list(draft.items.in_order().values(*kept)) == list(in_force().items.in_order().values(*kept))
    assert (draft.number, draft.is_draft, draft.is_proposal, draft.written_by) == (2, True, False, team_lead)
    assert in_force().number == 1


@pytest.mark.django_db
def test_a_draft_is_changed_and_its_keys_stay(draft, team_lead):
    item = draft.add(by=team_lead, blocked_by=["bank"], **WORDS)
    draft.reword("library-card", by=team_lead, **WORDS | {"english": "Card of the library", "blocked_by": []})
    draft.move_up("library-card", by=team_lead)

    [*_, moved, last] = draft.items.in_order()
    assert (item.key, moved.key, moved.english, last.key) == (
        "library-card",
        "library-card",
        "Card of the library",
        "first-day-at-work",
    )
    assert draft.add(by=team_lead, blocked_by=[], **WORDS).key == "library-card-2"
    assert again(draft).edition == 5


@pytest.mark.django_db
def test_nothing_waits_for_itself_however_long_the_way_round(draft, team_lead):
    facts = {"danish": "Brev", "english": "Letter", "audience": "everybody", "url": ""}

    with pytest.raises(ValidationError, match="wait for each other: .*NemKonto"):
        draft.reword("cpr-letter", by=team_lead, blocked_by=["nemkonto"], **facts)
    assert draft.items.get(key="cpr-letter").blocked_by == []


@pytest.mark.django_db
def test_what_waited_for_something_taken_off_no_longer_waits(draft, team_lead):
    assert draft.remove("cpr-letter", by=team_lead)
    assert not draft.remove("cpr-letter", by=team_lead)

    assert draft.items.get(key="mitid").blocked_by == []
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.django_db
def test_in_force_from_a_day_and_then_as_it_stands(draft, team_lead):
    on = TODAY + timedelta(days=7)
    draft.put_in_force(on=on, edition=draft.edition, today=TODAY, by=team_lead)

    assert (in_force().number, in_force(on).number) == (1, 2)
    with pytest.raises(ValidationError, match="stays as it is"):
        draft.add(by=team_lead, blocked_by=[], **WORDS)
    with pytest.raises(IntegrityError, match="checklist_in_force_stands"), transaction.atomic():
        draft.items.filter(key="bank").delete()


@pytest.mark.django_db
def test_what_stands_in_the_way_of_putting_it_in_force_is_said(draft, team_lead):
    facts = {"edition": draft.edition, "today": TODAY, "by": team_lead}

    with pytest.raises(ValidationError, match="today or later"):
        draft.put_in_force(on=TODAY - timedelta(days=1), **facts)
    draft.put_in_force(on=TODAY, **facts)
    second = ChecklistVersion.objects.draft(today=TODAY, by=team_lead)
    with pytest.raises(ValidationError, match="Choose a later day"):
        second.put_in_force(on=TODAY, **facts)
    second.items.all().delete()
    with pytest.raises(ValidationError, match="Nothing stands on the list"):
        second.put_in_force(on=TODAY + timedelta(days=1), **facts)


@pytest.mark.django_db
def test_what_changed_since_it_was_read_is_not_put_in_force(draft, team_lead, manager):
    read = draft.edition
    draft.add(by=manager, blocked_by=[], **WORDS)

    with pytest.raises(StaleEdit):
        draft.put_in_force(on=TODAY, edition=read, today=TODAY, by=team_lead)
    assert again(draft).is_draft


@pytest.mark.django_db
def test_a_version_is_withdrawn_before_its_day_and_not_after(draft, team_lead):
    draft.put_in_force(on=TODAY + timedelta(days=7), edition=draft.edition, today=TODAY, by=team_lead)

    assert draft.withdraw(today=TODAY, by=team_lead)
    assert not draft.withdraw(today=TODAY, by=team_lead)
    assert not in_force().withdraw(today=TODAY, by=team_lead)
    assert in_force(TODAY + timedelta(days=7)).number == 1
