"""A mail server of the tests' own, on this machine: what was sent is looked for where it arrives."""

import email.policy
import socket
from collections.abc import Callable
from email.message import EmailMessage
from email.parser import BytesParser

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class PostOffice:
    """Takes every mail, unless it is told to refuse. `before_answering` runs when a mail has come in whole."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.answer = "250 taken"
        self.before_answering: Callable[[], object] = lambda: None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def __enter__(self) -> "PostOffice":
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._controller.stop()

    @property
    def url(self) -> str:
        """What EMAIL_URL is to say."""
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Called by aiosmtpd when a mail has come in whole."""
        if self.answer.startswith("250"):
            self.mails.append(
                BytesParser(EmailMessage, policy=email.policy.default).parsebytes(envelope.content)
            )
        self.before_answering()
        return self.answer
