"""What appears in an address is no key of the database: somebody could count with it, or guess the next one."""

import re
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, converters, get_resolver

from tests.addresses import keys_in

# A row of a list that the City was sent has its number in that list; a promise that comes back has its place among
# those of its kind on one case.
NUMBERED = {
    "intake_row": {"number"},
    "decide_intake_row": {"number"},
    "case_receipt": {"number"},
    "ask_extension": {"number"},
}
# Words of the code: which step or letter, which promise, whose, which event, which form, which kind of file, which
# part of a profile, which question of an interview, after how many months; and the secret of a calendar address, which
# is made for it and stands in no row, as does the token of a company's link; which thing on a checklist; of
# which day letters are.
WORDS = {
    "goal",
    "standard",
    "event",
    "form",
    "kind",
    "section",
    "question",
    "secret",
    "after",
    "step",
    "letter",
    "token",
    "thing",
    "on",
}


def parts_of_addresses(patterns=None, before=()) -> Iterator[tuple[str, str, object]]:
    """Each part of an address that is filled in: of which address, its name, what it takes."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        parts = [*before, *pattern.pattern.converters.items()]
        if isinstance(pattern, URLPattern):
            yield from ((pattern.name, name, converter) for name, converter in parts)
        else:
            yield from parts_of_addresses(pattern.url_patterns, parts)


def test_no_address_takes_a_key():
    parts = list(parts_of_addresses())
    wrong = [
        (address, name)
        for address, name, converter in parts
        if not isinstance(converter, converters.UUIDConverter)
        and not (isinstance(converter, converters.IntConverter) and name in NUMBERED.get(address, ()))
        and not (type(converter) in {converters.StringConverter, converters.SlugConverter} and name in WORDS)
    ]

    assert len(parts) > 100
    assert wrong == []
    assert {
        address: {name} for address, name, each in parts if isinstance(each, converters.IntConverter)
    } == NUMBERED


def test_every_part_of_an_address_is_checked_by_its_kind():
    """An address written as a regular expression would have no kinds."""
    waiting, routes = list(get_resolver().url_patterns), []
    while waiting:
        pattern = waiting.pop()
        waiting += getattr(pattern, "url_patterns", [])
        routes.append(str(pattern.pattern))

    assert [route for route in routes if re.search(r"\(\?P|\^", route)] == []


@pytest.mark.parametrize(
    ("address", "is_a_key"),
    [
        ("/goals/?unit=3", True),
        ("/goals/?unit=0198c2f0-5a4e-7c1b-8d53-0f5e6a7b8c9d", False),
        ("/cases/?caseworker=lise&amp;page=2", False),
        ("/cases/x/notes/#note-17", True),
        ("/cases/x/notes/#note-01a207bd-3dc8-7384-892d-923832013809", False),
        ("/cases/x/contract/#version-2", False),
        ("/cases/x/profile/drafts/skills:12/", True),
        ("/cases/x/profile/drafts/skills:01a207bd-3dc8-7384-892d-923832013809/", False),
        ("#timeline", False),
    ],
)
def test_a_key_in_an_address_is_found(address, is_a_key):
    assert bool(keys_in(f'<a class="link" href="{address}">A page</a>')) == is_a_key
