from datetime import date

import pghistory
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.models import User
from accounts.permissions import Permission
from internships.models.company import Company
from refugees.models import Seen, read_again


class AgreementKind(models.TextChoices):
    """What was agreed between the City and a company."""

    PARTNERSHIP = "partnership", _("Partnership agreement (Integration Act § 23 e)")
    OTHER = "other", _("Another agreement")


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "AgreementQuerySet":
        """The City's agreements, for those who work with companies."""
        return self if user.can(Permission.SEE_COMPANIES) else self.none()

    def on(self, day: date) -> "AgreementQuerySet":
        """In force on that day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=day), from_on__lte=day)

    @transaction.atomic
    def make(
        self,
        *,
        company: Company,
        kind: str,
        what: str,
        from_on: date,
        by: User | None,
        until_on: date | None = None,
        reference: str = "",
    ) -> "Agreement":
        """The City and the company agree on something, from a day on."""
        company.hold()
        agreement = self.model(company=company, from_on=from_on, until_on=until_on, kind=kind)
        agreement.what, agreement.reference = what.strip(), reference.strip()
        agreement.full_clean()
        agreement.save()
        return agreement


@pghistory.track()
class Agreement(models.Model):
    """What the City and a company agreed, for how long, and where the paper is."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="agreements")
    kind = models.CharField(_("kind"), max_length=12, choices=AgreementKind)
    what = models.CharField(_("what was agreed"), max_length=500)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    reference = models.CharField(_("where the document is"), max_length=120, blank=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = [
            models.CheckConstraint(
                name="agreement_kind_is_known", condition=Q(kind__in=AgreementKind.values)
            ),
            models.CheckConstraint(
                name="agreement_says_what",
                condition=~Q(what=""),
                violation_error_message=_("Say what was agreed."),
            ),
            models.CheckConstraint(
                name="agreement_ends_after_it_begins",
                condition=Q(until_on=None) | Q(until_on__isnull=False, until_on__gte=F("from_on")),
                violation_error_message=_("The agreement cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"agreement from {self.from_on} (#{self.pk})"

    def is_in_force(self, today: date) -> bool:
        """Whether it holds on that day."""
        return self.from_on <= today and (self.until_on is None or today <= self.until_on)

    @transaction.atomic
    def correct(
        self,
        *,
        kind: str,
        what: str,
        from_on: date,
        by: User,
        until_on: date | None = None,
        reference: str = "",
        version: Seen | None = None,
    ) -> None:
        """It was written down wrongly, is prolonged, or ends."""
        self.company.hold()
        read_again(self, version)
        self.kind, self.what, self.reference = kind, what.strip(), reference.strip()
        self.from_on, self.until_on = from_on, until_on
        self.full_clean()
        self.save(update_fields=["kind", "what", "reference", "from_on", "until_on"])
