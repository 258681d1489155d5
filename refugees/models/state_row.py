import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from accounts.models import Unit
from accounts.scope import system_scope
from refugees.identifiers import decrypt, encrypt


class StateRowQuerySet(models.QuerySet):
    def receive(self, *, row: Any, told: Mapping[str, Any], unit: Unit, on: date) -> "StateRow":
        """The City's system of record told us of it, so it is news to nobody.

        What it tells otherwise than it stands here (`told`) is what the state knows: the rest is a correction to tell.
        """
        facts = dict(row.facts) | dict(told)
        return self.create(
            unit=unit,
            kind=row.kind,
            key=row.key,
            digest=row.digest if facts == dict(row.facts) else "",
            cipher=sealed(facts, {}),
            received_on=on,
        )


class StateRow(models.Model):
    """What was told of one fact: its key, a digest of what was told, and that itself, encrypted.

    It stands in a batch that we told, or it came from the City's system of record, which told us.
    """

    batch = models.ForeignKey(
        "refugees.StateBatch", on_delete=models.PROTECT, null=True, blank=True, related_name="rows"
    )
    received_on = models.DateField(null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    key = models.UUIDField()
    # None of what the source told otherwise than it stood here.
    digest = models.CharField(max_length=64, blank=True)
    is_correction = models.BooleanField(default=False)
    cipher = models.BinaryField()

    objects = StateRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row for the state")
        verbose_name_plural = _("rows for the state")
        constraints = [
            models.UniqueConstraint(name="one_row_per_key_of_a_batch", fields=["batch", "kind", "key"]),
            models.CheckConstraint(
                name="row_for_the_state_is_told_or_received",
                condition=Q(batch__isnull=False, received_on=None) | Q(batch=None, received_on__isnull=False),
            ),
        ]
        indexes = [models.Index(name="state_row_by_key", fields=["kind", "key"])]

    def __str__(self) -> str:
        return f"row for the state (#{self.pk})"

    @property
    def facts(self) -> dict[str, Any]:
        """What was told of it, by field."""
        return json.loads(decrypt(self.cipher))["facts"]

    @property
    def was(self) -> dict[str, Any]:
        """Of a correction, what had been told of the fields that changed."""
        return json.loads(decrypt(self.cipher))["was"]


@dataclass(frozen=True, slots=True)
class News:
    """A row beside what was last sent of it: `was` holds the fields that changed, as they were told then.

    A row that waits stands in a batch that is neither confirmed nor discarded: until then nobody knows what was told.
    """

    row: Any
    is_reported: bool = False
    is_waiting: bool = False
    was: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_to_tell(self) -> bool:
        """Whether it belongs into the next batch."""
        return not self.is_reported and not self.is_waiting

    @property
    def is_correction(self) -> bool:
        """Whether the state was told otherwise."""
        return bool(self.was)


def compared(rows: Iterable[Any]) -> list[News]:
    """Each row with whether it is new, waiting, reported already, or a correction of what was told. One query.

    Whoever reads the rows sees their cases: what another unit told of those before they moved is theirs to see too.
    """
    rows = list(rows)
    last = _last_told([row.key for row in rows])
    return [_beside(row, last.get((row.kind, row.key))) for row in rows]


def _beside(row: Any, told: StateRow | None) -> News:
    if told is None:
        # What was taken back before anybody was told of it is nobody else's news.
        return News(row, is_reported=row.is_taken_back)
    if told.batch and told.batch.is_unsent:
        return News(row, is_waiting=True)
    if told.digest == row.digest:
        return News(row, is_reported=True)
    facts, same = told.facts, row.comparable
    was = {name: facts[name] for name in same.keys() & facts.keys() if facts[name] != same[name]}
    return News(row, is_reported=not was, was=was)


def _last_told(keys: list[Any]) -> dict[tuple[str, Any], StateRow]:
    """What was last told of these keys, by whatever unit or the source; what stands in an unsent batch comes last."""
    with system_scope("what was told to the state of these cases, also by the unit they came from"):
        told = StateRow.objects.filter(key__in=keys, batch__discarded_at=None).select_related("batch")
        in_order = told.order_by(Coalesce("batch__sent_on", "received_on").asc(nulls_last=True), F("pk"))
        return {(row.kind, row.key): row for row in in_order}


def last_received(kind: str, keys: Iterable[UUID]) -> dict[UUID, Mapping[str, Any]]:
    """What the City's system of record last told of these facts, by their key. One query.

    Whoever asks sees their cases: also what came while a case was another unit's is theirs to see.
    """
    if not (keys := list(keys)):
        return {}
    with system_scope("what the system of record told of these cases, also while they were another unit's"):
        rows = StateRow.objects.filter(kind=kind, key__in=keys, batch=None).order_by("pk")
        return {row.key: row.facts for row in rows}


def sealed(facts: Mapping[str, Any], was: Mapping[str, Any]) -> bytes:
    """What was told, and of a correction what had been told before, encrypted."""
    return encrypt(json.dumps({"facts": dict(facts), "was": dict(was)}, ensure_ascii=False))
