import uuid
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Arrival(StrEnum):
    """What a writing that arrives from a device is, compared with what is stored."""

    NEW = "new"
    KNOWN = "known"  # it has arrived before, or something newer from the same device has
    OVERTAKEN = "overtaken"  # somebody else wrote here since the device saw it


class KeptOnDevice(models.Model):
    """Something that is written on a device first and sent when there is a connection, perhaps more than once.

    Each device counts its own writings. The same one may arrive twice, or after a newer one: then it changes nothing.
    What somebody else wrote meanwhile is never overwritten: the device must have seen the `version` that it replaces.
    """

    client = models.UUIDField(_("device"), default=uuid.uuid4, editable=False)
    sequence = models.PositiveBigIntegerField(_("number of the writing"), default=0, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def judge(self, *, client: uuid.UUID, sequence: int, seen: int) -> Arrival:
        """What this writing is to this row. Called under a lock."""
        if self.client == client:
            return Arrival.NEW if sequence > self.sequence else Arrival.KNOWN
        return Arrival.NEW if seen == self.version else Arrival.OVERTAKEN
