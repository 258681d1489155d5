"""A form that is sent twice makes one thing."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from accounts.models import Submission, Unit
from accounts.once import once
from accounts.scope import user_scope
from tests.factories import UserFactory
from tests.people import arranging


@once
def make_a_unit(request):
    """A view that makes something, or answers 422 when it is told to refuse."""
    if "refuse" in request.POST:
        return HttpResponse(status=422)
    Unit.objects.create(name=f"made {uuid.uuid4()}")
    return HttpResponseRedirect("/made/")


def send(user, key, **data):
    request = RequestFactory().post("/make/", {"once": key, **data})
    request.user = user
    request._messages = Messages()
    return make_a_unit(request)


class Messages(list):
    """What the messages framework asks of a storage."""

    def add(self, level, message, extra_tags=""):
        self.append(message)


@pytest.mark.django_db
def test_the_second_submission_leads_where_the_first_led(caseworker):
    key = str(uuid.uuid4())
    before = Unit.objects.count()

    first, second = send(caseworker, key), send(caseworker, key)

    assert first.url == second.url == "/made/"
    assert Unit.objects.count() == before + 1


@pytest.mark.django_db
def test_a_refused_form_can_be_mended_and_sent_again(caseworker):
    key = str(uuid.uuid4())

    assert send(caseworker, key, refuse="1").status_code == 422
    assert send(caseworker, key).status_code == 302


@pytest.mark.django_db
def test_a_form_without_a_key_still_works(caseworker):
    assert send(caseworker, "").status_code == 302
    assert not Submission.objects.exists()


def test_twenty_at_the_same_moment_make_one(committed_db):
    with arranging():
        user = UserFactory()
        before = Unit.objects.count()
    key = str(uuid.uuid4())

    def submit(_):
        try:
            with user_scope(user):
                return send(user, key).url
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as threads:
        led_to = set(threads.map(submit, range(20)))

    assert led_to == {"/made/"}
    assert Unit.objects.count() == before + 1
