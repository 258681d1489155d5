"""What the log must not hold."""

import logging
import re

SECRET_ADDRESS = re.compile(r"(/(?:calendar|host)/)[\w-]+")


class WithoutSecretAddresses(logging.Filter):
    """The address of a calendar, or of a company's page, is the key to it: errors are logged without the secret."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record passes, its message cleaned."""
        message = record.getMessage()
        if "/calendar/" in message or "/host/" in message:
            record.msg, record.args = SECRET_ADDRESS.sub(r"\1…", message), ()
        return True
