"""The CV that a person takes home: in Danish or English, with nothing on it that belongs to the case."""

from html import unescape

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import AccessLog
from refugees.models import Address
from screening.models import DrivingLicence, Education, LanguageSkill, Skill, Wish, WorkExperience
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

HOME = "Opdigtet Allé 12, 2500 Valby"


@pytest.fixture
def lise(signed_in, caseworker):
    return signed_in(caseworker)


@pytest.fixture
def known(case, caseworker):
    """A whole profile, a telephone number and an address."""
    case.person.phone = "+45 00 11 22 33"
    case.person.immigration_id = "99887766"
    case.person.save()
    for model, facts in (
        (
            WorkExperience,
            {
                "occupation": "Bager",
                "code": "7512",
                "employer": "Al-Nur",
                "country": "Syrien",
                "from_year": 2014,
                "to_year": 2020,
                "tasks": "Brød til hele kvarteret.",
            },
        ),
        (WorkExperience, {"code": "9412", "from_year": 2012}),
        (
            Education,
            {
                "level": "vocational",
                "field": "Konditor",
                "recognition": "recognised",
                "recognised_as": "EUD, bager",
            },
        ),
        (Education, {"level": "course", "field": "Hygiejne", "recognition": "not-recognised"}),
        (LanguageSkill, {"language": "ar", "speaking": "native", "reading": "native"}),
        (LanguageSkill, {"language": "en", "speaking": "a2", "reading": "none"}),
        (DrivingLicence, {"categories": ["B"], "validity": "valid"}),
        (Skill, {"kind": "craft", "what": "Reparerer cykler"}),
        (Wish, {"kind": "work", "what": "Et bageri på Nørrebro"}),
    ):
        model.objects.add(case=case, today=TODAY, by=caseworker, **facts)
    return case


def cv(client, case, **asked):
    return client.get(reverse("screening:cv", args=[case.public_id]), asked)


def article(response):
    text = unescape(response.content.decode())
    return text[text.index("<article") : text.index("</article>")]


def test_it_says_the_profile_in_danish(lise, known):
    sheet = article(cv(lise, known))

    assert 'lang="da"' in sheet
    for words in (
        known.person.name,
        "+45 00 11 22 33",
        "Søger",
        "Et bageri på Nørrebro",
        "Arbejdserfaring",
        "Bager",
        "Al-Nur, Syrien",
        "2014–2020",
        "Køkkenmedhjælpere",
        "Erhvervsuddannelse",
        "Anerkendt i Danmark som EUD, bager",
        "Arabisk",
        "Modersmål",
        "Reparerer cykler",
        "Gyldigt i Danmark",
    ):
        assert words in sheet
    # Under "Bager" the group "Bagere og konditorer" would say nothing new.
    assert "Bagere og" not in sheet


def test_it_says_it_in_english_whatever_the_page_speaks(lise, known, caseworker):
    for language in ("da", "en"):
        caseworker.choose_language(language)
        sheet = article(cv(lise, known, lang="en", phone="on"))

        assert 'lang="en"' in sheet
        for words in (
            "Looking for",
            "Work experience",
            "Bakers, pastry-cooks and confectionery makers, Al-Nur, Syrien",
            "Kitchen helpers",
            "Recognised in Denmark as EUD, bager",
            "Arabic",
            "Mother tongue",
            "Valid in Denmark",
        ):
            assert words in sheet
        assert "Arbejdserfaring" not in sheet


def test_nothing_stands_on_it_that_an_employer_must_not_see(lise, known):
    sheet = article(cv(lise, known))

    for words in (
        known.number,
        str(known.public_id),
        "99887766",
        known.get_permit_ground_display(),
        HOME,
        "Ikke anerkendt",
        "Læser det ikke",
        known.unit.name,
    ):
        assert words not in sheet
    title = cv(lise, known).content.decode()
    assert known.number not in title[title.index("<title>") : title.index("</title>")]


def test_the_address_stands_on_it_only_when_it_is_chosen(lise, known):
    Address.objects.create(person=known.person, unit=known.unit, text=HOME)

    assert HOME not in article(cv(lise, known, lang="da", phone="on"))
    chosen = article(cv(lise, known, lang="da", address="on"))

    assert HOME in chosen
    assert "+45 00 11 22 33" not in chosen


def test_of_somebody_protected_it_is_asked_twice(lise, known):
    known.person.is_protected = True
    known.person.save()

    page = cv(lise, known)

    assertContains(page, "Ask the person before the sheet leaves the room.")
    assert "+45 00 11 22 33" not in article(page)


def test_a_licence_that_is_not_valid_here_is_left_out(lise, known, caseworker):
    DrivingLicence.objects.get().correct(today=TODAY, by=caseworker, categories=["B"], validity="not-valid")

    assert "Kørekort" not in article(cv(lise, known))


def test_what_was_removed_is_gone_from_it(lise, known, caseworker):
    Skill.objects.get().remove(on=TODAY, by=caseworker)

    assert "Reparerer cykler" not in article(cv(lise, known))


def test_that_it_was_given_out_is_logged(lise, known, caseworker):
    cv(lise, known, lang="en", phone="on")

    [reading] = AccessLog.objects.filter(kind="exported")
    assert (reading.user, reading.page, reading.rows) == (caseworker, "screening:cv", 1)
    assert reading.criterion == f"CV {known.number}, en phone"
    assert AccessLog.objects.filter(kind="opened", case_id=known.pk, page="screening:cv").exists()


def test_an_empty_profile_says_so(lise, case):
    assertContains(cv(lise, case), "The profile is empty")
    assertNotContains(cv(lise, case), "Arbejdserfaring")


def test_there_are_two_languages(lise, case):
    assert cv(lise, case, lang="xx").status_code == 404
