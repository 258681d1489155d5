from datetime import date

import pghistory
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.models import User
from accounts.permissions import Permission
from internships.models.company import Company
from internships.models.production_unit import ProductionUnit
from refugees.models import Seen, read_again


class ContactPersonQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ContactPersonQuerySet":
        """The City's contact persons, for those who work with companies; of whoever else, nobody."""
        return self if user.can(Permission.SEE_COMPANIES) else self.none()

    def on(self, day: date) -> "ContactPersonQuerySet":
        """Those who can be called on that day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=day))

    @transaction.atomic
    def add(
        self,
        *,
        company: Company,
        name: str,
        by: User | None,
        unit: ProductionUnit | None = None,
        job: str = "",
        phone: str = "",
        email: str = "",
        until_on: date | None = None,
    ) -> "ContactPerson":
        """Somebody at the company whom the City may call."""
        company.hold()
        person = self.model(company=company, unit=unit, until_on=until_on)
        person.take(name=name, job=job, phone=phone, email=email)
        person.full_clean()
        person.save()
        return person


@pghistory.track()
class ContactPerson(models.Model):
    """Somebody who answers for a company or one of its units. Personal data: walled, and in no address."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="people")
    unit = models.ForeignKey(
        ProductionUnit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("production unit"),
    )
    name = models.CharField(_("name"), max_length=120)
    job = models.CharField(_("role"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = ContactPersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")
        constraints = [
            # As for a unit: nobody is spoken with as somebody of another company.
            models.UniqueConstraint(name="contact_person_and_their_company", fields=["id", "company"]),
            models.CheckConstraint(
                name="contact_person_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Write the name."),
            ),
            models.CheckConstraint(
                name="contact_person_can_be_reached",
                condition=~Q(phone="") | ~Q(email=""),
                violation_error_message=_("Write a phone number or an e-mail address."),
            ),
        ]

    def __str__(self) -> str:
        return f"contact person (#{self.pk})"

    def get_unit_display(self) -> str:
        """The unit as a form shows it."""
        return self.unit.words if self.unit else ""

    def is_there(self, today: date) -> bool:
        """Whether they can still be called."""
        return self.until_on is None or self.until_on >= today

    def take(self, *, name: str, job: str, phone: str, email: str) -> None:
        """What is known of them."""
        self.name, self.job, self.phone, self.email = name.strip(), job.strip(), phone.strip(), email.strip()

    @transaction.atomic
    def correct(
        self,
        *,
        name: str,
        job: str,
        phone: str,
        email: str,
        by: User,
        unit: ProductionUnit | None = None,
        until_on: date | None = None,
        version: Seen | None = None,
    ) -> None:
        """They are called or reached otherwise, or left: `until_on` is the last day on which they can be called."""
        self.company.hold()
        read_again(self, version)
        self.take(name=name, job=job, phone=phone, email=email)
        self.unit, self.until_on = unit, until_on
        self.full_clean()
        self.save(update_fields=["name", "job", "phone", "email", "unit", "until_on"])
