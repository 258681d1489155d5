import pytest
from django.core.exceptions import ValidationError

from housing.addresses import Address, parse_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "Opfundet Vej 12A, 3. tv., 2450 København SV",
            Address("Opfundet Vej", "12A", "2450", "København SV", "3", "tv"),
        ),
        (
            "  Opfundet  Allé 7 b, st. th, 2300 København S ",
            Address("Opfundet Allé", "7B", "2300", "København S", "st", "th"),
        ),
        ("10. Opfundne Gade 4, 2500 Valby", Address("10. Opfundne Gade", "4", "2500", "Valby")),
        ("Opfundet Vej 4, KL, 2500 Valby", Address("Opfundet Vej", "4", "2500", "Valby", "kl")),
        ("Opfundet Vej 4, 99, 2500 Valby", Address("Opfundet Vej", "4", "2500", "Valby", "99")),
        ("Opfundet Vej 4, 1., mf, 2500 Valby", Address("Opfundet Vej", "4", "2500", "Valby", "1", "mf")),
        (
            "Opfundet Vej 4, 1. tv, vær. 3, 2500 Valby",
            Address("Opfundet Vej", "4", "2500", "Valby", "1", "tv", "3"),
        ),
        ("Opfundet Vej 4, Værelse 12, 2500 Valby", Address("Opfundet Vej", "4", "2500", "Valby", room="12")),
        ("Opfundet Vej 4, 1 1204, 2500 Valby", Address("Opfundet Vej", "4", "2500", "Valby", "1", "1204")),
    ],
)
def test_an_address_is_read_as_providers_write_it(text, address):
    assert parse_address(text) == address
    assert parse_address(str(address)) == address


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Opfundet Vej 4", "with commas between"),
        ("Opfundet Vej, 2500 Valby", "no street with a house number: “Opfundet Vej”"),
        ("Opfundet Vej 0, 2500 Valby", "no street with a house number"),
        ("Opfundet Vej 4, 250 Valby", "no postcode with a town: “250 Valby”"),
        ("Opfundet Vej 4, 100 tv, 2500 Valby", "“100 tv” is no floor"),
        ("Opfundet Vej 4, tv, 2500 Valby", "“tv” is no floor"),
        ("Opfundet Vej 4, 3 links, 2500 Valby", "“links” is no door"),
        ("Opfundet Vej 4, 3 0, 2500 Valby", "“0” is no door"),
    ],
)
def test_what_is_no_address_says_which_part(text, words):
    with pytest.raises(ValidationError) as refused:
        parse_address(text)

    assert words in refused.value.messages[0]
