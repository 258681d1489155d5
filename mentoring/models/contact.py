from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from mentoring.models.contact_kinds import (
    ATTEMPTS,
    MINUTES_OF_A_DAY,
    NOTE_MAX_LENGTH,
    ContactKind,
    ContactTopic,
)
from mentoring.models.contact_queries import ContactQuerySet
from mentoring.verbs import Verb
from refugees.models import Case, Seen, read_again
from refugees.models.task import may_do
from refugees.models.team import MENTORS
from refugees.parts import Part

# Written on a device and sent this much later, it says when it was sent as well.
AT_ONCE = timedelta(minutes=10)


@pghistory.track()
class Contact(models.Model):
    """One contact with a person: by a mentor while the person is theirs, or by whoever works on the case.

    `part` is what the author was to the person on that day. A correction says why and keeps the earlier text.
    Written on a device, it has the key under which that sends it, and says when it arrived.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contacts")
    kind = models.CharField(_("how"), max_length=12, choices=ContactKind)
    on = models.DateField(_("when"))
    minutes = models.PositiveIntegerField(_("minutes"), null=True, blank=True)
    topics = ArrayField(
        models.CharField(max_length=12, choices=ContactTopic),
        verbose_name=_("about"),
        default=list,
        blank=True,
    )
    note = models.TextField(_("note"), max_length=NOTE_MAX_LENGTH, blank=True)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(_("part"), max_length=20, choices=Part)
    written_at = models.DateTimeField(default=now)
    key = models.UUIDField(_("key of the entry"), null=True, blank=True, editable=False)
    arrived_at = models.DateTimeField(_("arrived"), null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    corrected_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    corrected_at = models.DateTimeField(null=True, blank=True)
    correction_reason = models.CharField(_("reason"), max_length=300, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = [
            models.UniqueConstraint(
                name="contact_is_sent_once",
                fields=["author", "key", "case"],
                violation_error_message=_("This entry was saved already; nothing is saved twice."),
            ),
            models.CheckConstraint(
                name="contact_arrives_after_it_was_written",
                condition=Q(arrived_at=None) | Q(arrived_at__isnull=False, arrived_at__gte=F("written_at")),
            ),
            models.CheckConstraint(name="contact_kind_is_known", condition=Q(kind__in=ContactKind.values)),
            models.CheckConstraint(name="contact_part_is_known", condition=Q(part__in=Part.values)),
            models.CheckConstraint(
                name="contact_topics_are_known",
                condition=Q(topics__contained_by=ContactTopic.values),
            ),
            models.CheckConstraint(
                name="contact_takes_at_most_a_day",
                condition=Q(minutes=None)
                | Q(minutes__isnull=False, minutes__gte=1, minutes__lte=MINUTES_OF_A_DAY),
                violation_error_message=_("A contact takes at least a minute and at most a day."),
            ),
            models.CheckConstraint(
                name="contact_note_has_a_bounded_length",
                condition=Q(LessThanOrEqual(Length("note"), NOTE_MAX_LENGTH)),
                violation_error_message=_(
                    "A note has at most 20,000 characters. Write the rest in another one."
                ),
            ),
            models.CheckConstraint(
                name="contact_correction_says_who_when_why",
                condition=Q(version=1, corrected_by=None, corrected_at=None, correction_reason="")
                | Q(version__gt=1, corrected_by__isnull=False, corrected_at__isnull=False)
                & ~Q(correction_reason=""),
                violation_error_message=_("Say why the contact is corrected."),
            ),
            models.CheckConstraint(
                name="contact_taken_back_is_a_correction",
                condition=Q(taken_back_at=None) | Q(version__gt=1),
            ),
        ]
        indexes = [models.Index(name="contact_by_case", fields=["case", "-on", "-id"])]

    def __str__(self) -> str:
        return f"contact {self.on} (#{self.pk})"

    @property
    def topic_words(self) -> list[str]:
        """What it was about, in words."""
        return [str(ContactTopic(each).label) for each in self.topics]

    def get_topics_display(self) -> str:
        """What it was about, in one line."""
        return ", ".join(self.topic_words)

    @property
    def is_of_a_mentor(self) -> bool:
        """Whether the author mentored the person on that day."""
        return self.part in MENTORS

    @property
    def came_later(self) -> bool:
        """Whether it lay on a device for a while before it was sent."""
        return bool(self.arrived_at) and self.arrived_at - self.written_at > AT_ONCE

    def take_on(
        self,
        *,
        kind: str,
        on: date,
        minutes: int | None,
        topics: Iterable[str],
        note: str,
        today: date,
    ) -> None:
        """Take these facts on, if the author was on the case that day; nothing is saved yet."""
        if on > today:
            raise ValidationError({"on": _("A contact is logged on the day or later, not before.")})
        self.part = self._part_on(on)
        self.say(kind=kind, on=on, minutes=minutes, topics=topics, note=note)

    def say(self, *, kind: str, on: date, minutes: int | None, topics: Iterable[str], note: str) -> None:
        """These facts as they are kept: an attempt took no time worth counting."""
        self.kind, self.on, self.topics, self.note = kind, on, list(topics), note.strip()
        self.minutes = None if kind in ATTEMPTS else minutes

    def correct(
        self, *, reason: str, today: date, by: User, version: Seen | None = None, **facts: object
    ) -> None:
        """It was otherwise; what stood before stays readable, with the reason.

        StaleEdit if the contact is not what the form, by its `version`, was made from; so does the verb below.
        """
        with self._putting_right(reason=reason, by=by, version=version):
            self.take_on(today=today, **facts)
            self._keep()
            self.leave_line(Verb.CONTACT_CORRECTED, by=by, on=today)

    def take_back(self, *, reason: str, today: date, by: User, version: Seen | None = None) -> None:
        """There was no such contact: the row stays, its text can still be read in the history."""
        with self._putting_right(reason=reason, by=by, version=version):
            self.taken_back_at = now()
            self._keep()
            self.leave_line(Verb.CONTACT_TAKEN_BACK, by=by, on=today)

    def leave_line(self, verb: Verb, *, by: User, on: date) -> None:
        """One line on the case: how and which day. The note stays with the contact."""
        words = {"contact_kind": self.kind, "date": self.on.isoformat(), "contact": self.pk}
        self.case.write_line(verb, by=by, on=on, version=self.version, **words)

    def _part_on(self, day: date) -> str:
        """What the author was to the person on that day; refused if nothing."""
        parts = list(self.case.team.filter(user=self.author).order_by("-during"))
        if there := next((member for member in parts if day in member), None):
            return there.part
        if may_do(self.author, unit_id=self.case.unit_id):
            # A colleague of the unit who stands in: the City's work with the person begins with the case.
            if day < self.case.opened_on:
                raise ValidationError({"on": _("That was before the case was opened.")})
            return Part.CASEWORKER
        if parts:
            words = _(
                "You were not assigned to this person on that day: your time with them began on %(day)s."
            )
            first = date_format(min(member.during.lower for member in parts), "DATE_FORMAT")
            raise ValidationError({"on": words % {"day": first}})
        raise ValidationError(_("You have never been assigned to this person."))

    @contextmanager
    def _putting_right(self, *, reason: str, by: User, version: Seen | None) -> Iterator[None]:
        """The lock of the case lets the second of two see what the first did."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the contact is corrected.")})
        with Case.changing([self.case], by=by, reason=reason):
            read_again(self, version)
            if self.taken_back_at:
                raise ValidationError(_("This contact has been taken back meanwhile."))
            self.version += 1
            self.corrected_by, self.corrected_at, self.correction_reason = by, now(), reason.strip()
            yield

    def _keep(self) -> None:
        self.full_clean()
        self.save()
