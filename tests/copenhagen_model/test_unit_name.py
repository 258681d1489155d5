"""The unit is called what the City calls it: on every page, in mails and on printed forms, in both languages."""

import re

import pytest
from django.utils.translation import override

from accounts.naming import sender, unit_name
from accounts.permissions import Role
from goals.letters import compose
from tests import scene, test_danish

built, cast, cases = scene.built, scene.cast, scene.cases

pytestmark = pytest.mark.django_db

OLD = re.compile(r"job\W?cent", re.IGNORECASE)
NAMES = {"da": "Integrationsenheden", "en": "The Integration Unit"}
PRINTED = {"screening:print_contract", "screening:print_expectations", "internships:print_agreement"}


@pytest.fixture
def renamed(settings):
    settings.UNIT_NAME_DA, settings.UNIT_NAME_EN = NAMES["da"], NAMES["en"]


def read_all(role, language, cases, cast, signed_in):
    """What each page of that role says, in that language, but for what its scripts and styles are called."""
    cast[role].choose_language(language)
    browser = signed_in(cast[role])
    for name, address, _has_form in test_danish.pages(role, cases["own"]):
        answer = browser.get(address)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            yield name, answer.content.decode()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.MENTOR])
def test_no_page_says_the_old_word_once_the_unit_has_another_name(
    role, language, cases, cast, signed_in, renamed
):
    said = dict(read_all(role, language, cases, cast, signed_in))

    assert len(said) >= 5, "hardly a page was read"
    assert [name for name, page in said.items() if OLD.search(page)] == []
    whole = {name: page for name, page in said.items() if "<!doctype html>" in page}
    assert [
        name for name, page in whole.items() if f"Københavns Kommune, {NAMES[language]}" not in page
    ] == []
    if role == Role.CASEWORKER:
        assert said.keys() >= PRINTED
        for name in PRINTED:  # a sheet says it in both languages, whatever the page is in
            assert all(other in said[name] for other in NAMES.values()), name


def test_without_a_setting_it_is_called_as_before(cases, cast, signed_in):
    pages = dict(read_all(Role.MENTOR, "en", cases, cast, signed_in))

    assert all("Københavns Kommune, Job centre" in page for page in pages.values() if "<!doctype" in page)
    with override("da"):
        assert (unit_name(), sender()) == ("Jobcenter", "Københavns Kommune, Jobcenter")


def test_a_mail_is_from_the_unit_by_its_name(renamed):
    for language, name in NAMES.items():
        with override(language):
            letter = compose(subject="A", opening="B", sections=[], page=("C", "https://example.org"))

        for text in (letter.text, letter.html):
            assert f"Københavns Kommune, {name}" in text
            assert not OLD.search(text)


def test_a_unit_without_a_name_leaves_the_city_alone(settings):
    settings.UNIT_NAME_DA = settings.UNIT_NAME_EN = ""

    assert sender() == "Københavns Kommune"
