"""Homes from a provider's list: looked at row by row, carried out by one button, safe to repeat, nothing lost."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains

from accounts.scope import user_scope
from housing.home_import import HOMES, look
from housing.home_rows import SYNONYMS, Column, read_row
from housing.models import Dwelling
from refugees.intake import spreadsheet
from refugees.models import StagedList, StagedRow
from refugees.staged import Prospect, RowResult
from tests.factories import TODAY
from tests.housing import homes
from tests.housing.households import offer
from tests.internships.staged import MB, as_file

pytestmark = pytest.mark.django_db

HEADINGS = [
    *("Udlejer", "Adresse", "Bydel", "Boligtype", "Antal rum", "M²", "Husleje pr. måned"),
    *("Indskud", "Faciliteter", "Ledig fra", "Tilbydes indtil"),
]
FLAT = [
    *(
        "Invented Housing Association",
        "Opfundet Vej 9, 3. tv, 2450 København SV",
        "Vesterbro/Kongens Enghave",
    ),
    *("Lejlighed", "3", "72", "7.150,00", "kr. 21.450", "Elevator, stueetage", "01-12-2026", ""),
]
COLUMNS = [
    *(Column.PROVIDER, Column.ADDRESS, Column.DISTRICT, Column.KIND, Column.ROOMS, Column.SIZE, Column.RENT),
    *(Column.DEPOSIT, Column.FEATURES, Column.FROM, Column.UNTIL),
]


def row_of(*cells):
    return {column.value: text for column, text in zip(COLUMNS, cells, strict=True)}


def staged(user, *rows):
    """These rows as an uploaded list."""
    content = as_file(HEADINGS, *rows)
    sheet = spreadsheet.read(content, most_bytes=MB, known=HOMES.vocabulary)
    return StagedList.objects.take_in(
        kind=HOMES,
        unit=user.unit,
        by=user,
        file_name="homes.csv",
        content=content,
        rows=sheet.rows(),
        unknown_headings=sheet.heading.unknown,
    )


def url(name, *args):
    return reverse(f"refugees:{name}", args=["homes", *args])


def test_every_heading_belongs_to_one_column():
    words = [word for text in SYNONYMS.values() for word in text.split()]

    assert len(words) == len(set(words))
    assert set(SYNONYMS) == set(Column)


def test_a_row_becomes_a_home_that_nobody_has_checked_yet(officer):
    homes.provider()
    found = staged(officer, FLAT)
    assert not Dwelling.objects.exists()

    assert found.carry_out(by=officer, today=TODAY) == 1

    home = Dwelling.objects.get()
    assert (str(home.address), home.district, home.kind) == (
        "Opfundet Vej 9, 3. tv, 2450 København SV",
        "vesterbro",
        "flat",
    )
    assert (home.rooms, home.size_m2, home.rent, home.deposit) == (3, 72, 7150, 21450)
    assert (home.features, home.available_from, home.available_until) == (
        ["ground-floor", "lift"],
        date(2026, 12, 1),
        None,
    )
    assert not home.checks.exists()
    assert home.recorded_by == officer


def test_the_same_list_again_changes_nothing(officer):
    homes.provider()
    staged(officer, FLAT).carry_out(by=officer, today=TODAY)
    again = staged(officer, FLAT)
    again.carry_out(by=officer, today=TODAY)
    again.carry_out(by=officer, today=TODAY)

    assert [row.result for row in StagedRow.objects.order_by("pk")] == [RowResult.MADE, RowResult.UNCHANGED]
    assert Dwelling.objects.count() == 1


def test_what_changes_is_shown_beside_what_is_known_and_empty_cells_wipe_nothing(officer):
    homes.provider()
    staged(officer, FLAT).carry_out(by=officer, today=TODAY)
    dearer = ["", "opfundet vej 9, 3 tv, 2450 København SV", "", "", "", "", "7400", "", "", "", "31.01.2027"]

    [seen] = look([row_of(*dearer)], officer, TODAY)
    staged(officer, dearer).carry_out(by=officer, today=TODAY)

    assert seen.prospect == Prospect.CHANGED
    assert [(change.label, change.was, change.becomes) for change in seen.changes] == [
        ("Rent a month, in kroner", "7150", "7400"),
        ("To be offered until", "", "Sun 31 Jan 2027"),
    ]
    home = Dwelling.objects.get()
    assert (home.rent, home.rooms, home.features) == (7400, 3, ["ground-floor", "lift"])
    assert home.available_until == date(2027, 1, 31)


WRONG = {
    "Nobody Knows Them": (0, "is no provider we know"),
    "Opfundet Vej 9, 120, 2450 København": (1, "is no floor"),
    "Atlantis": (2, "is not known here"),
    "Outside Copenhagen": (2, "lie in Copenhagen"),
    "Castle": (3, "is not known here"),
    "many": (4, "is no whole number"),
    "500": (5, "Between 5 and 400."),
    "7.150,50": (6, "is no whole number"),
    "Swimming pool": (8, "is not known here"),
    "32-12-2026": (9, "is no day"),
    "30-11-2026": (10, "The last day cannot lie before the first."),
}


@pytest.mark.parametrize("typed", WRONG)
def test_what_is_wrong_is_said_in_words_and_stays_on_the_list(officer, typed):
    homes.provider()
    place, sentence = WRONG[typed]
    bent = [*FLAT[:place], typed, *FLAT[place + 1 :]]

    [seen] = look([row_of(*bent)], officer, TODAY)
    found = staged(officer, bent)

    assert seen.prospect == Prospect.CANNOT
    assert any(sentence in problem for problem in seen.problems), seen.problems
    assert found.carry_out(by=officer, today=TODAY) == 0
    assert found.rows.pending().count() == 1
    assert not Dwelling.objects.exists()


def test_what_a_new_home_lacks_is_named(officer):
    [seen] = look([{"address": FLAT[1], "rooms": "3"}], officer, TODAY)
    _row, problems = read_row({"rooms": "3"}, TODAY)

    assert seen.problems == [
        "The home is new, and this is missing: Provider, District, Kind, Size in m², Rent a month, in kroner,"
        " Deposit, in kroner, Available from."
    ]
    assert problems == ["The address is missing: a home is known by it."]


def test_a_home_given_twice_is_said_at_the_second_row_and_of_another_provider_at_once(officer):
    homes.provider()
    homes.provider("Other Invented")
    first, second = look([row_of(*FLAT), row_of(*FLAT)], officer, TODAY)
    assert (first.prospect, second.problems) == (
        Prospect.NEW,
        ["The same home stands further up in this list: Opfundet Vej 9, 3. tv, 2450 København SV."],
    )

    staged(officer, FLAT).carry_out(by=officer, today=TODAY)
    [taken] = look([row_of("Other Invented", *FLAT[1:])], officer, TODAY)
    assert taken.problems == ["Another provider gave us this home: Invented Housing Association."]


def test_a_home_inside_an_excluded_area_is_refused_however_it_came(officer, household, caseworker):
    homes.provider()
    staged(officer, FLAT).carry_out(by=officer, today=TODAY)
    home = Dwelling.objects.get()
    home.available_from = TODAY
    homes.checked(home, homes.area_list(caseworker), caseworker, inside=True)

    with pytest.raises(Exception, match="inside an excluded area"):
        offer(household, home)


def test_the_sample_is_carried_out_whole(officer):
    for name in ("Boligforeningen Opfundet", "Andelsgården Fiktiv"):
        homes.provider(name)
    content = HOMES.sample.read_bytes()
    sheet = spreadsheet.read(content, most_bytes=MB, known=HOMES.vocabulary)
    rows = [cells for _number, cells in sheet.rows()]

    assert sheet.heading.unknown == ()
    assert [(seen.prospect, seen.problems) for seen in look(rows, officer, TODAY)] == [(Prospect.NEW, [])] * 3


def test_upload_look_and_carry_out_on_the_screen(rikke, officer):
    homes.provider()
    content = as_file(HEADINGS, FLAT, ["Nobody", *FLAT[1:]])

    sent = rikke.post(url("upload_staged"), {"file": SimpleUploadedFile("list.csv", content)})

    found = StagedList.objects.get()
    assert sent.url == url("staged_list", found.public_id)
    page = rikke.get(sent.url)
    assertContains(page, "Carry out 1 row")
    assertContains(page, "is no provider we know")
    done = rikke.post(url("carry_out_staged", found.public_id), follow=True)
    assertContains(done, "1 row is carried out.")
    assert Dwelling.objects.get().recorded_by == officer
    assertContains(rikke.get(reverse("housing:dwellings")), url("staged"))


def test_each_takes_in_the_lists_of_what_they_keep(rikke, lise, officer, caseworker):
    found = staged(officer, FLAT)

    assert rikke.get(reverse("refugees:staged", args=["companies"])).status_code == 404
    assert lise.get(url("staged")).status_code == 404
    assert lise.get(url("staged_list", found.public_id)).status_code == 404
    assert lise.get(reverse("refugees:staged", args=["companies"])).status_code == 200
    with user_scope(officer):
        assert list(StagedList.objects.all()) == [found]
        assert StagedRow.objects.count() == 1


@pytest.mark.parametrize("number", [3, 30])
def test_looking_costs_the_same_at_any_number(officer, number, django_assert_num_queries):
    rows = [
        row_of(FLAT[0], f"Opfundet Vej {each + 1}, 2450 København SV", *FLAT[2:]) for each in range(number)
    ]

    with django_assert_num_queries(2):
        look(rows, officer, TODAY)
