"""Every word on a page can be Danish: pages are read with each translated word between two marks.

What stands outside the marks was written into a template or into code without being marked for translation, or was
translated when the program started instead of when the page was asked for. `bin/lint` sees to it that whatever is
marked has its Danish.
"""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts.models import Unit, User
from accounts.permissions import Role
from goals.models import Extension, Mail, Report, Suspension, VersionDraft
from health.models import Clinic
from housing.models import (
    AreaCheck,
    AreaList,
    Dwelling,
    ExcludedArea,
    HomeNeed,
    HomeOffer,
    Lodging,
    LodgingCheck,
    OwnHome,
    PlacementException,
    Provider,
    StayPayment,
)
from internships.models import (
    Agreement,
    Barring,
    Company,
    Contact,
    ContactPerson,
    HostLink,
    Opening,
    ProductionUnit,
    StayedAway,
    StayedAwayDecision,
)
from mentoring.models import ChecklistItem, Promise
from refugees.districts import District
from refugees.models import (
    Case,
    FunctionalConclusion,
    IntakeList,
    KeyDate,
    Person,
    StagedList,
    StagedRow,
)
from screening.models import Activity, Contract, DanishReferral, Expectations, Skill
from tests import scene, test_permissions
from tests.permission_matrix import MATRIX

# Whatever the permission matrix needs behind its addresses is made there, once.
built, cast, cases = scene.built, scene.cast, scene.cases

# Between them they open every address.
ROLES = [
    *(Role.CASEWORKER, Role.TEAM_LEAD, Role.MENTOR, Role.HEALTH_TEAM, Role.HOUSING_OFFICER),
    *(Role.MANAGER, Role.ADMINISTRATOR),
]
OPENS, CLOSES = "⟦", "⟧"
TOLD_BY = {"alt", "aria-label", "placeholder", "title"}
UNTOLD = {"script", "style"}
EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
# The same in every language; and invented people of lists and of the style guide, with its languages.
NO_LANGUAGE = {"CVR", "CSV", "PDF"}
SAMPLES = re.compile(
    r"Yonas Tesfay|Café Opfundet|Lise Krogh|Mustafa Jabbour|Jawad Karimi|Selam Kidane|Layla Mansour|Dalia Issa"
    r"|Tigrinya|Soomaali|العربية|Invented\d*"
)
WORD = re.compile(r"[^\W\d_]{3,}")


class Reader(HTMLParser):
    """What a page says, to eyes or to a screen reader, but for what it says in a language it names."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.told: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take what the attributes tell; fall silent where nothing is told, or in another language."""
        given = dict(attributes)
        is_foreign = "lang" in given and tag != "html"
        if tag not in EMPTY and (self.silent or is_foreign or tag in UNTOLD):
            self.silent.append(tag)
        if not self.silent:
            self.told += [value for name, value in attributes if name in TOLD_BY and value]

    def handle_endtag(self, tag: str) -> None:
        """Speak again."""
        if self.silent and tag not in EMPTY:
            self.silent.pop()

    def handle_data(self, text: str) -> None:
        """Take the text."""
        if not self.silent:
            self.text += f" {text}"


def outside_the_marks(text: str) -> str:
    """The text without what stands between marks; they may stand within each other."""
    depth, kept = 0, []
    for sign in text:
        depth += (sign == OPENS) - (sign == CLOSES)
        if not depth and sign != CLOSES:
            kept.append(sign)
    return "".join(kept)


def unmarked(html: str, names: list[str]) -> set[str]:
    """The words of a page that no translation gave, but for names."""
    reader = Reader()
    reader.feed(html)
    found: set[str] = set()
    for text in (reader.text, *reader.told):
        left = outside_the_marks(text)
        for name in names:
            left = left.replace(name, "")
        found |= set(WORD.findall(SAMPLES.sub("", left)))
    return found - NO_LANGUAGE


@pytest.fixture
def marked(monkeypatch) -> None:
    """Whatever is translated, by us or by Django, stands between marks."""

    def marking(translate: Callable[..., str]) -> Callable[..., str]:
        def mark(*words: Any) -> str:
            said = translate(*words)
            return f"{OPENS}{said}{CLOSES}" if said else said

        return mark

    for name in ("gettext", "ngettext", "pgettext", "npgettext"):
        monkeypatch.setattr(translation._trans, name, marking(getattr(translation._trans, name)))


@pytest.fixture
def case_at_work(cases, settings) -> Case:
    """A case that has something for every address."""
    settings.DEMO = True
    return cases["own"]


WRITTEN = {
    Activity: ("what",),
    Agreement: ("what",),
    AreaCheck: ("address_words", "note"),
    AreaList: ("source", "reopened_reason"),
    Barring: ("reason",),
    Contact: ("about", "whom"),
    ContactPerson: ("name",),
    Opening: ("tasks",),
    ProductionUnit: ("address",),
    ChecklistItem: ("danish", "english"),
    Clinic: ("name",),
    Contract: ("goal",),
    DanishReferral: ("provider",),
    Dwelling: ("street", "town", "reference"),
    ExcludedArea: ("name", "streets"),
    Expectations: ("expects", "agreed"),
    Extension: ("reason",),
    FunctionalConclusion: ("note",),
    HomeNeed: ("ties", "pets", "assistance"),
    HomeOffer: ("answer_words", "home_address", "home_landlord"),
    HostLink: ("call_name",),
    KeyDate: ("reason",),
    Lodging: ("name", "street", "town"),
    LodgingCheck: ("address_words", "note"),
    Mail: ("last_error",),
    OwnHome: ("note",),
    PlacementException: ("reason", "ground"),
    Promise: ("words", "reason"),
    Provider: ("name",),
    Skill: ("what",),
    StayPayment: ("words",),
    StayedAway: ("attended_name", "ground_reason"),
    StayedAwayDecision: ("heard_about",),
    Report: ("title",),
    Suspension: ("source",),
    VersionDraft: ("source", "reason"),
}


def names() -> list[str]:
    """What people, units and companies of the test are called; the longest first."""
    people = Person.objects.values_list("given_name", "family_name")
    found = {*Unit.objects.values_list("name", flat=True), *Company.objects.values_list("name", flat=True)}
    found |= {name for both in people for name in both if name}
    # The City's districts are called the same in every language.
    found |= {district.label for district in District if district != District.OUTSIDE}
    found |= set(IntakeList.objects.values_list("file_name", flat=True))
    found |= set(StagedList.objects.values_list("file_name", flat=True))
    found |= {text for row in StagedRow.objects.all() for text in row.cells.values()}
    # What somebody wrote, and what a mail server answered, stand as they are.
    for model, fields in WRITTEN.items():
        found |= {text for row in model.objects.values_list(*fields) for text in row}
    for name, username, email in User.objects.values_list("name", "username", "email"):
        found |= {name, username, email}
    return sorted(found - {""}, key=len, reverse=True)


def pages(role: Role, case: Case) -> Iterator[tuple[str, str, bool]]:
    """Every page of that role: its name, its address, whether it holds a form that posts to itself."""
    for name, row in MATRIX.items():
        if role in row.roles and "get" in row.methods:
            yield name, reverse(name, kwargs=row.arguments(case)), "post" in row.methods


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_every_page_can_be_danish_in_every_word(role, case_at_work, cast, signed_in, marked):
    user = cast[role]
    user.choose_language("da")
    client = signed_in(user)
    known = names()
    english, read = {}, 0
    for name, address, has_form in pages(role, case_at_work):
        answers = [client.get(address)]
        if has_form:
            # Sent empty: what is missing is said in words, too.
            with test_permissions.taken_back():
                answers.append(client.post(address, {}))
        for answer in answers:
            if answer.status_code in {200, 422} and answer["Content-Type"].startswith("text/html"):
                read += 1
                if words := unmarked(answer.content.decode(), known):
                    english.setdefault(name, set()).update(words)

    assert read >= 5, "hardly a page was read"
    assert not english


def test_these_roles_open_every_page():
    assert [name for name, row in MATRIX.items() if not row.roles & set(ROLES)] == []


@pytest.mark.django_db
def test_the_pages_before_sign_in_can_be_danish_in_every_word(marked):
    for name in ("accounts:sign_in", "accessibility"):
        page = Client().get(reverse(name))

        assert unmarked(page.content.decode(), []) == set()


def test_a_word_that_is_not_marked_is_found():
    html = """
        <html lang="da"><p title="Not marked">⟦Sag ⟦åben⟧⟧ of Invented Person</p>
        <button lang="en">English</button><img alt="">⟦Fra <b>man</b> til⟧ now<script>let nothing</script></html>
    """

    assert unmarked(html, ["Invented Person"]) == {"Not", "marked", "now"}
