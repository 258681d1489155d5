from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from accounts.permissions import Permission
from internships.models.company import Company
from internships.models.contact_person import ContactPerson
from refugees.models import Seen, read_again


class ContactWay(models.TextChoices):
    """How the City and a company spoke."""

    CALL = "call", _("Call")
    VISIT = "visit", _("Visit to the company")
    MEETING = "meeting", _("Meeting at the City")
    EMAIL = "e-mail", _("E-mail")


class ContactQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ContactQuerySet":
        """The City's log, for those who work with companies."""
        return self if user.can(Permission.SEE_COMPANIES) else self.none()

    def of(self, user: User) -> "ContactQuerySet":
        """What this person wrote: the next call is theirs."""
        return self.filter(by=user)

    def to_call(self) -> "ContactQuerySet":
        """A next call is agreed, and nobody has made it yet; the soonest first."""
        return self.filter(next_on__isnull=False, next_done_on=None).order_by("next_on", "pk")

    def due(self, day: date) -> "ContactQuerySet":
        """The day of the next call is that day or has passed: it comes back by itself."""
        return self.to_call().filter(next_on__lte=day)

    def with_company(self) -> "ContactQuerySet":
        """With the company and whoever was spoken with, ready for a list."""
        return self.select_related("company", "person", "by")

    @transaction.atomic
    def record(
        self,
        *,
        company: Company,
        way: str,
        on: date,
        about: str,
        today: date,
        by: User,
        person: ContactPerson | None = None,
        whom: str = "",
        promised: str = "",
        next_on: date | None = None,
        made: "Contact | None" = None,
    ) -> "Contact":
        """Somebody called or met the company. `made`: the contact whose next call this one was."""
        if on > today:
            raise ValidationError({"on": _("A contact is recorded on the day or later, not before.")})
        if next_on and next_on <= today:
            raise ValidationError({"next_on": _("Choose a day to come.")})
        company.hold()
        contact = self.model(company=company, way=way, on=on, person=person, by=by, next_on=next_on)
        contact.about, contact.whom, contact.promised = about.strip(), whom.strip(), promised.strip()
        contact.full_clean()
        contact.save()
        if made:
            self.filter(pk=made.pk, next_done_on=None).update(next_done_on=on)
        return contact


@pghistory.track()
class Contact(models.Model):
    """One call or meeting with a company: who, when, with whom, what was promised, and when to call next."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="contacts")
    way = models.CharField(_("how"), max_length=8, choices=ContactWay)
    on = models.DateField(_("on"))
    person = models.ForeignKey(
        ContactPerson,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contacts",
        verbose_name=_("with"),
    )
    whom = models.CharField(_("with somebody else"), max_length=120, blank=True)
    about = models.TextField(_("what was said"), max_length=2000)
    promised = models.CharField(_("what was promised"), max_length=300, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=now)
    next_on = models.DateField(_("next call on"), null=True, blank=True)
    next_done_on = models.DateField(_("called again on"), null=True, blank=True)
    next_dropped = models.CharField(_("why no call is needed"), max_length=300, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = [
            models.CheckConstraint(name="contact_way_is_known", condition=Q(way__in=ContactWay.values)),
            models.CheckConstraint(
                name="contact_says_what",
                condition=~Q(about=""),
                violation_error_message=_("Write what was said."),
            ),
            models.CheckConstraint(
                name="contact_is_with_somebody",
                condition=Q(person__isnull=False) | ~Q(whom=""),
                violation_error_message=_("Say with whom."),
            ),
            models.CheckConstraint(
                name="next_call_comes_after_the_contact",
                condition=Q(next_on=None) | Q(next_on__isnull=False, next_on__gt=F("on")),
                violation_error_message=_("The next call comes after this one."),
            ),
            models.CheckConstraint(
                name="next_call_is_made_only_if_agreed",
                condition=Q(next_done_on=None, next_dropped="")
                | Q(next_on__isnull=False, next_done_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="contact_of_company", fields=["company", "-on", "-id"]),
            models.Index(
                name="contact_to_call_again", fields=["next_on", "id"], condition=Q(next_done_on=None)
            ),
        ]

    def __str__(self) -> str:
        return f"contact on {self.on} (#{self.pk})"

    @property
    def with_whom(self) -> str:
        """Whoever was spoken with."""
        return self.person.name if self.person else self.whom

    @property
    def words_to_call(self) -> str:
        """What the next call is for, where there is a choice of them."""
        about = {
            "day": date_format(self.next_on, "SHORT_DATE_FORMAT"),
            "about": self.promised or self.about[:80],
        }
        return gettext("Yes, the one agreed for %(day)s: %(about)s") % about

    @transaction.atomic
    def correct(
        self,
        *,
        way: str,
        on: date,
        about: str,
        today: date,
        by: User,
        person: ContactPerson | None = None,
        whom: str = "",
        promised: str = "",
        version: Seen | None = None,
    ) -> None:
        """It was written down wrongly; what stood there stays in the history."""
        if on > today:
            raise ValidationError({"on": _("A contact is recorded on the day or later, not before.")})
        self.company.hold()
        read_again(self, version)
        self.way, self.on, self.person = way, on, person
        self.about, self.whom, self.promised = about.strip(), whom.strip(), promised.strip()
        self.full_clean()
        self.save(update_fields=["way", "on", "person", "about", "whom", "promised"])

    @transaction.atomic
    def call_later(self, *, on: date, today: date, by: User, version: Seen | None = None) -> None:
        """Nobody answered, or it can wait: call on another day."""
        if on <= today:
            raise ValidationError({"next_on": _("Choose a day to come.")})
        self._still_to_call(version)
        self.next_on = on
        self.full_clean()
        self.save(update_fields=["next_on"])

    @transaction.atomic
    def drop_call(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """No call is needed any more, and why."""
        if not reason.strip():
            raise ValidationError({"next_dropped": _("Say why no call is needed.")})
        self._still_to_call(version)
        self.next_done_on, self.next_dropped = on, reason.strip()
        self.full_clean()
        self.save(update_fields=["next_done_on", "next_dropped"])

    def _still_to_call(self, version: Seen | None) -> None:
        self.company.hold()
        read_again(self, version)
        if self.next_on is None or self.next_done_on:
            raise ValidationError(_("Somebody has made this call meanwhile."))
