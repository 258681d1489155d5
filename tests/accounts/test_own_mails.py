"""Which e-mails somebody gets is their own choice, on the page of their settings."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.mailings import Mailing
from accounts.models import User
from accounts.permissions import Role

pytestmark = pytest.mark.django_db

SETTINGS = reverse("accounts:settings")


def boxes(client):
    """The e-mails that the page offers, and which of them are ticked."""
    html = client.get(SETTINGS).content.decode()
    inputs = re.findall(r'<input type="checkbox" name="mails"[^>]*>', html)
    return {re.search(r'value="([^"]+)"', one)[1]: " checked" in one for one in inputs}


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        ("caseworker", {"at-once": False, "morning": True}),
        ("team_lead", {"at-once": False, "morning": True, "weekly": False}),
        ("manager", {"weekly": True}),
        ("mentor", {}),
        ("administrator", {}),
    ],
)
def test_each_role_is_offered_its_own_with_the_usual_ones_ticked(request, signed_in, who, offered):
    assert boxes(signed_in(request.getfixturevalue(who))) == offered


def test_a_choice_is_kept(caseworker, signed_in):
    client = signed_in(caseworker)

    answer = client.post(SETTINGS, {"language": "en", "uses_shortcuts": "on", "mails": ["at-once"]})

    assert answer.status_code == 302
    caseworker.refresh_from_db()
    assert caseworker.mailings() == [Mailing.AT_ONCE]
    assert boxes(client) == {"at-once": True, "morning": False}


def test_none_is_a_choice_too(caseworker, signed_in):
    client = signed_in(caseworker)

    client.post(SETTINGS, {"language": "en"})

    caseworker.refresh_from_db()
    assert (caseworker.mails, caseworker.mailings()) == ([], [])
    assert boxes(client) == {"at-once": False, "morning": False}


def test_saving_what_was_only_looked_at_is_no_choice(caseworker, signed_in):
    client = signed_in(caseworker)

    client.post(SETTINGS, {"language": "en", "mails": ["morning"]})

    caseworker.refresh_from_db()
    assert (caseworker.language, caseworker.mails, caseworker.mails_chosen_as) == ("en", None, "")


def test_a_choice_that_was_made_stays_when_something_else_is_saved(caseworker, signed_in):
    caseworker.choose_mails([Mailing.AT_ONCE])

    signed_in(caseworker).post(SETTINGS, {"language": "en", "mails": ["at-once"]})

    caseworker.refresh_from_db()
    assert caseworker.mailings() == [Mailing.AT_ONCE]


def test_a_choice_does_not_outlive_the_role_it_was_made_in(caseworker, unit):
    caseworker.choose_mails([Mailing.AT_ONCE])

    caseworker.role = Role.TEAM_LEAD
    caseworker.save()

    assert caseworker.mailings() == [Mailing.MORNING]
    caseworker.choose_mails([])
    assert caseworker.mailings() == []


@pytest.mark.parametrize(
    "facts",
    [
        {"mails": ["morning"]},
        {"mails_chosen_as": Role.CASEWORKER},
        {"mails": ["morning"], "mails_chosen_as": "x"},
    ],
)
def test_the_database_keeps_a_choice_with_its_role(caseworker, facts):
    with pytest.raises(IntegrityError, match="user_mails_are_chosen_in_a_role"), transaction.atomic():
        User.objects.filter(pk=caseworker.pk).update(**facts)


def test_what_the_role_is_not_offered_is_refused_and_changes_nothing(caseworker, signed_in):
    answer = signed_in(caseworker).post(SETTINGS, {"language": "en", "mails": ["weekly"]})

    assert answer.status_code == 422
    assert "Choose among the e-mails shown." in answer.content.decode()
    caseworker.refresh_from_db()
    assert caseworker.mails is None


def test_somebody_without_an_address_is_told_so(caseworker, signed_in):
    client = signed_in(caseworker)
    assert "No e-mail address is known for you" in client.get(SETTINGS).content.decode()

    caseworker.email = "lise@example.dk"
    caseworker.save()

    assert "They go to lise@example.dk." in client.get(SETTINGS).content.decode()


def test_until_somebody_chooses_their_role_decides(caseworker):
    assert caseworker.mailings() == [Mailing.MORNING]
    assert not caseworker.wants(Mailing.MORNING)

    caseworker.email = "lise@example.dk"

    assert caseworker.wants(Mailing.MORNING)
    assert not caseworker.wants(Mailing.WEEKLY)
