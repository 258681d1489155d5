"""CPR numbers as they come: typed, pasted, failing their check digit, replaced, missing. Domain facts 3."""

import pytest
from django.core.exceptions import ValidationError

from refugees.identifiers import NumberKind, decrypt, encrypt, read_personal_number, search_hash


@pytest.mark.parametrize(
    "text", ["211062-5629", "211062 5629", "2110625629", "211062–5629", "211062\u00a05629"]
)
def test_a_number_is_read_however_it_is_written(text):
    number = read_personal_number(text)

    assert number.formatted == "211062-5629"
    assert number.kind == NumberKind.CPR
    assert number.check_digit_fits


def test_a_failing_check_digit_is_no_error():
    # Issued since 2007, so far above all with birthdays on 1 January: that of many refugees.
    number = read_personal_number("010165-1234")

    assert number.kind == NumberKind.CPR
    assert not number.check_digit_fits


@pytest.mark.parametrize("text", ["610190-1234", "750485-1234"])
def test_sixty_on_the_day_makes_a_replacement_number(text):
    assert read_personal_number(text).kind == NumberKind.REPLACEMENT


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("150485-ABC1", "cpr_digits"),
        ("150485-0TR1", "cpr_digits"),
        ("12345", "cpr_digits"),
        ("", "cpr_digits"),
        ("290201-4234", "cpr_date"),
        ("320190-1234", "cpr_date"),
        ("920190-1234", "cpr_date"),
    ],
)
def test_what_cannot_be_a_number_is_refused_in_words(text, code):
    with pytest.raises(ValidationError) as refused:
        read_personal_number(text)

    assert refused.value.code == code


def test_equal_numbers_have_equal_hashes_and_different_ciphers():
    assert search_hash("2110625629") == search_hash("2110625629")
    assert search_hash("2110625629") != search_hash("0101651234")
    assert encrypt("2110625629") != encrypt("2110625629")
    assert decrypt(encrypt("2110625629")) == "2110625629"


def test_an_older_key_still_decrypts(settings):
    from cryptography.fernet import Fernet

    cipher = encrypt("2110625629")
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_ENCRYPTION_KEYS]

    assert decrypt(cipher) == "2110625629"
