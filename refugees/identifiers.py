"""CPR numbers: read, checked softly, encrypted at rest, found by a keyed hash.

A number may be missing, may change, may fail its check digit (domain facts 3), so it is never a key and
never refused for its check digit alone.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass
from functools import cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from stdnum.dk import cpr as stdnum_cpr
from stdnum.exceptions import ValidationError as NumberError

MOD_11_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
REPLACEMENT_DAY_OFFSET = 60


class NumberKind(TextChoices):
    """What sort of personal number a person has been given."""

    NONE = "none", _("No number yet")
    CPR = "cpr", _("CPR number")
    REPLACEMENT = "replacement", _("Replacement number")


# What is wrong with a number, in words.
NUMBER_ERRORS = {
    "cpr_digits": _("A CPR number has ten digits, as in 010190-1234."),
    "cpr_date": _("The first six digits are not a date of birth (day, month, year)."),
}


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number of ten digits, what kind it is, and whether its check digit fits."""

    digits: str
    kind: str
    check_digit_fits: bool

    @property
    def formatted(self) -> str:
        """DDMMYY-SSSS, as people read it."""
        return f"{self.digits[:6]}-{self.digits[6:]}"

    @property
    def birthday_digits(self) -> str:
        """Day, month and year of birth as the number says them, in six digits."""
        if self.kind == NumberKind.REPLACEMENT:
            return f"{int(self.digits[:2]) - REPLACEMENT_DAY_OFFSET:02d}{self.digits[2:6]}"
        return self.digits[:6]


def read_personal_number(text: str) -> PersonalNumber:
    """Read a CPR or replacement number as it is typed or pasted.

    Raises ValidationError with a sentence if it cannot be a number at all. A failing check digit is no error: numbers
    without it have been issued since 2007, above all with birthdays on 1 January.
    """
    digits = re.sub(r"[\s\-\u00a0\u2010-\u2015]", "", text)
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise ValidationError(NUMBER_ERRORS["cpr_digits"], code="cpr_digits")
    kind, real = NumberKind.CPR, digits
    if int(digits[:2]) > REPLACEMENT_DAY_OFFSET:
        kind = NumberKind.REPLACEMENT
        real = f"{int(digits[:2]) - REPLACEMENT_DAY_OFFSET:02d}{digits[2:]}"
    try:
        stdnum_cpr.get_birth_date(real)
    except NumberError:
        raise ValidationError(NUMBER_ERRORS["cpr_date"], code="cpr_date") from None
    fits = sum(int(d) * w for d, w in zip(digits, MOD_11_WEIGHTS, strict=True)) % 11 == 0
    return PersonalNumber(digits, kind, fits)


@cache
def _ring(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def encrypt(text: str) -> bytes:
    """Encrypt with the newest key; the older ones still decrypt."""
    return _ring(tuple(settings.FIELD_ENCRYPTION_KEYS)).encrypt(text.encode())


def decrypt(cipher: bytes) -> str:
    """The text again. Raises cryptography.fernet.InvalidToken if no key fits."""
    return _ring(tuple(settings.FIELD_ENCRYPTION_KEYS)).decrypt(bytes(cipher)).decode()


def search_hash(digits: str) -> bytes:
    """What stands in the index instead of the number: equal numbers, equal hashes, no way back without the key."""
    return hmac.new(settings.SEARCH_HASH_KEY.encode(), digits.encode(), hashlib.sha256).digest()
