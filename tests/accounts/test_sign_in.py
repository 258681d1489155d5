"""Signing in and out, and what a session is."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

SIGN_IN = reverse("accounts:sign_in")
SETTINGS = reverse("accounts:settings")


def sign_in(client, username="caseworker", password=PASSWORD, **data):
    return client.post(SIGN_IN, {"username": username, "password": password, **data})


def test_every_page_asks_who_it_is():
    response = Client().get(SETTINGS)

    assert response.status_code == 302
    assert response.url == f"{SIGN_IN}?next={SETTINGS}"


def test_the_right_password_opens_the_page_that_was_asked_for(caseworker):
    response = sign_in(Client(), next=SETTINGS)

    assert (response.status_code, response.url) == (302, SETTINGS)


def test_a_foreign_address_is_never_followed(caseworker):
    response = sign_in(Client(), next="https://evil.example/")

    assert response.url == reverse("home")


def test_a_wrong_password_says_neither_which_nor_who(caseworker):
    wrong = sign_in(Client(), password="wrong wrong wrong")
    unknown = sign_in(Client(), username="nobody", password="wrong wrong wrong")

    assert wrong.status_code == unknown.status_code == 422
    assert wrong.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()


def test_five_wrong_passwords_lock_and_the_right_one_no_longer_helps(caseworker):
    client = Client()
    for _ in range(5):
        sign_in(client, password="wrong wrong wrong")

    response = sign_in(client)

    assert response.status_code == 429
    assert "_auth_user_id" not in client.session


def test_a_closed_account_does_not_open(unit):
    UserFactory(username="gone", unit=unit, is_active=False)

    assert sign_in(Client(), username="gone").status_code == 422


def test_signing_out_ends_the_session_and_clears_the_browser(signed_in, caseworker):
    client = signed_in(caseworker)

    response = client.post(reverse("accounts:sign_out"))

    assert response.headers["Clear-Site-Data"] == '"cache"'
    assert client.get(SETTINGS).status_code == 302


def test_signing_out_takes_a_post(signed_in, caseworker):
    assert signed_in(caseworker).get(reverse("accounts:sign_out")).status_code == 405


def test_a_session_ends_after_a_working_day_however_busy_it_was(signed_in, caseworker):
    client = signed_in(caseworker)
    client.get(SETTINGS)
    later = timezone.now() + timedelta(hours=10, minutes=1)
    session = client.session
    session.set_expiry(24 * 3600)
    session.save()

    with time_machine.travel(later):
        assert client.get(SETTINGS).status_code == 302


def test_signed_in_pages_are_stored_nowhere(signed_in, caseworker):
    assert signed_in(caseworker).get(SETTINGS).headers["Cache-Control"] == "no-store"


def test_a_new_password_is_asked_for_twice_and_ends_other_sessions(signed_in, caseworker):
    here, elsewhere = signed_in(caseworker), signed_in(caseworker)
    new = {
        "old_password": PASSWORD,
        "new_password1": "a much better one 7",
        "new_password2": "a much better one 7",
    }

    response = here.post(reverse("accounts:password"), new)

    assert response.status_code == 302
    assert here.get(SETTINGS).status_code == 200
    assert elsewhere.get(SETTINGS).status_code == 302


def test_a_weak_password_is_refused_and_the_old_one_stays(signed_in, caseworker):
    weak = {"old_password": PASSWORD, "new_password1": "short", "new_password2": "short"}

    response = signed_in(caseworker).post(reverse("accounts:password"), weak)

    assert response.status_code == 422
    assert User.objects.get(pk=caseworker.pk).check_password(PASSWORD)


def test_danish_is_the_default_and_english_each_persons_choice(signed_in, caseworker):
    client = signed_in(caseworker)

    client.post(SETTINGS, {"language": "da", "uses_shortcuts": "on"})

    assert client.get(SETTINGS).headers["Content-Language"] == "da"
    assert Client().get(SIGN_IN).headers["Content-Language"] == "da"


def test_before_sign_in_the_language_is_kept_in_a_cookie():
    client = Client()

    client.post(reverse("accounts:language"), {"language": "en", "next": SIGN_IN})

    assert client.get(SIGN_IN).headers["Content-Language"] == "en"


def test_a_language_that_does_not_exist_is_not_found():
    assert Client().post(reverse("accounts:language"), {"language": "xx"}).status_code == 404
