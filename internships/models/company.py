import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from stdnum.dk import cvr
from stdnum.exceptions import ValidationError as NumberError
from uuid6 import uuid7


def check_cvr(number: str) -> None:
    """Refuse what cannot be a CVR number. (A P-number, of a production unit, has ten digits and no check digit.)"""
    try:
        cvr.validate(number)
    except NumberError:
        raise ValidationError(
            _("This is not a CVR number: it has eight digits, and the last one checks the others."),
            code="cvr",
        ) from None


class CompanyQuerySet(models.QuerySet):
    @transaction.atomic
    def register(self, *, name: str, cvr_number: str) -> "Company":
        """Know a company from now on. Its CVR number is checked; one company a number."""
        company = self.model(name=name.strip(), cvr=cvr.compact(cvr_number))
        company.full_clean()
        company.save()
        return company

    def find(self, text: str) -> "CompanyQuerySet":
        """By the beginning of a word in the name, or by number."""
        return self.filter(Q(name__icontains=text) | Q(cvr__startswith=cvr.compact(text))).order_by("name")


@pghistory.track()
class Company(models.Model):
    """A workplace by its CVR number. (Production units, contacts and openings come with relations.)"""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=160)
    cvr = models.CharField(
        _("CVR number"),
        max_length=8,
        unique=True,
        validators=[check_cvr],
        error_messages={"unique": _("This company is already registered.")},
    )

    objects = CompanyQuerySet.as_manager()

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        constraints = [
            models.CheckConstraint(name="cvr_has_eight_digits", condition=Q(cvr__regex=r"^[1-9][0-9]{7}$")),
            models.CheckConstraint(name="company_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return f"company (#{self.pk})"
