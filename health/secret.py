"""Text that is stored encrypted: no dump, history table, log or error of the database holds its words."""

from typing import Any

from django.core.validators import MaxLengthValidator
from django.db import models

from refugees.identifiers import decrypt, encrypt


class SecretText(models.Field):
    """Words that only the compartment of health reads. The database holds what nobody reads without the key.

    Nothing is found by its words. An empty text is NULL, so that a constraint can ask for one.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options | {"null": True, "blank": options.get("blank", False)})
        if self.max_length is not None:
            self.validators.append(MaxLengthValidator(self.max_length))

    def get_internal_type(self) -> str:
        """Stored as bytes."""
        return "BinaryField"

    def get_default(self) -> str:
        """No words."""
        return ""

    def get_prep_value(self, value: str | None) -> bytes | None:
        """As it is stored."""
        return encrypt(value) if value else None

    def from_db_value(self, value: bytes | None, expression: object, connection: object) -> str:
        """The words again."""
        return decrypt(value) if value else ""
