import pghistory
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.models import User
from internships.models.company import Company
from internships.models.numbers import wait_for
from refugees.districts import District
from refugees.models import Seen, read_again

# What the form of a unit shows.
FACTS = ("p_number", "name", "address", "district", "is_closed")


def compact_p_number(text: str) -> str:
    """A P-number without the spaces and dots that people put into it."""
    return "".join(character for character in text if character not in " .-\u00a0")


class ProductionUnitQuerySet(models.QuerySet):
    def open(self) -> "ProductionUnitQuerySet":
        """Where people work now."""
        return self.filter(is_closed=False)

    def in_order(self) -> "ProductionUnitQuerySet":
        """The ones in use first, by name and address."""
        return self.order_by("is_closed", "name", "address", "pk")

    @transaction.atomic
    def add(
        self, *, company: Company, p_number: str, name: str, address: str, district: str, by: User | None
    ) -> "ProductionUnit":
        """The company has another workplace, with a number of its own."""
        company.hold()
        unit = self.model(
            company=company,
            p_number=compact_p_number(p_number),
            name=name.strip(),
            address=address.strip(),
            district=district,
        )
        unit.refuse_wrong()
        unit.save()
        return unit


@pghistory.track()
class ProductionUnit(models.Model):
    """One workplace of a company, by its P-number: internships are reported to the state by it.

    Ten digits without a check digit (domain facts 3, where that is marked as not verified). The address is kept as it
    was given; the district is what places are looked for by.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="units")
    p_number = models.CharField(
        _("P-number"),
        max_length=10,
        unique=True,
        validators=[
            RegexValidator(r"\A[0-9]{10}\Z", _("This is not a P-number: it has ten digits."), code="p_number")
        ],
    )
    name = models.CharField(_("what it is called"), max_length=160, blank=True)
    address = models.CharField(_("address"), max_length=200)
    district = models.CharField(_("district"), max_length=12, choices=District)
    is_closed = models.BooleanField(_("no longer in use"), default=False)

    objects = ProductionUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("production unit")
        verbose_name_plural = _("production units")
        constraints = [
            models.CheckConstraint(
                name="p_number_has_ten_digits", condition=Q(p_number__regex=r"^[0-9]{10}$")
            ),
            models.CheckConstraint(
                name="production_unit_has_an_address",
                condition=~Q(address=""),
                violation_error_message=_("Write the address."),
            ),
            models.CheckConstraint(
                name="production_unit_district_is_known", condition=Q(district__in=District.values)
            ),
            # What is done at a unit refers to both, so that nothing is done at a unit of another company.
            models.UniqueConstraint(name="production_unit_and_its_company", fields=["id", "company"]),
        ]
        indexes = [models.Index(name="production_unit_by_district", fields=["district", "company"])]

    def __str__(self) -> str:
        return f"production unit (#{self.pk})"

    @property
    def words(self) -> str:
        """What it is called where its company is known already: name and address."""
        return ", ".join(filter(None, (self.name, self.address)))

    def refuse_wrong(self) -> None:
        """ValidationError for what is no unit; of a number that is taken it says by whom."""
        wait_for(self.p_number)
        other = ProductionUnit.objects.filter(p_number=self.p_number).exclude(pk=self.pk)
        if found := other.select_related("company").first():
            if found.company_id == self.company_id:
                raise ValidationError({"p_number": _("This production unit is registered already.")})
            words = _("This P-number belongs to another company: %(company)s (CVR %(cvr)s).")
            about = {"company": found.company.name, "cvr": found.company.cvr}
            raise ValidationError({"p_number": words % about})
        self.full_clean()

    @transaction.atomic
    def correct(
        self,
        *,
        p_number: str,
        name: str,
        address: str,
        district: str,
        is_closed: bool,
        by: User,
        version: Seen | None = None,
    ) -> None:
        """What is known of it was wrong, or is no longer so. One that is not used any more stays with its past."""
        self.company.hold()
        read_again(self, version)
        self.p_number, self.name = compact_p_number(p_number), name.strip()
        self.address, self.district, self.is_closed = address.strip(), district, is_closed
        self.refuse_wrong()
        self.save(update_fields=["p_number", "name", "address", "district", "is_closed"])
