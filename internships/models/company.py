from collections.abc import Sequence
from datetime import date

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import TrigramWordSimilarity
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from stdnum.dk import cvr
from stdnum.exceptions import ValidationError as NumberError
from uuid6 import uuid7

from internships.models.numbers import wait_for
from internships.models.sector import Sector
from refugees.languages import SpokenLanguage, spoken
from refugees.models import Seen, read_again
from refugees.names import plain

# How like a part of the name what was typed must be: a letter left out or changed still finds.
LIKE_ENOUGH = 0.45
SHORTEST_NUMBER = 3


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
    def register(
        self, *, name: str, cvr_number: str, sector: str = "", languages: Sequence[str] = ()
    ) -> "Company":
        """Know a company from now on. Its CVR number is checked; one company a number."""
        company = self.model(cvr=cvr.compact(cvr_number), sector=sector, languages=list(languages))
        company.take_name(name)
        wait_for(company.cvr)
        company.full_clean()
        company.save()
        return company

    def find(self, text: str) -> "CompanyQuerySet":
        """By name in any spelling, by CVR number or P-number, or by sector; what fits best comes first."""
        words, digits = plain(text), cvr.compact(text)
        found = Q(search_name__contains=words)
        if digits.isdecimal() and len(digits) >= SHORTEST_NUMBER:
            by_unit = self.model.objects.filter(units__p_number__startswith=digits)
            found |= Q(cvr__startswith=digits) | Q(pk__in=by_unit.values("pk"))
        sectors = [value for value, label in Sector.choices if words and words in plain(str(label))]
        found |= Q(sector__in=sectors)
        found |= Q(likeness__gte=LIKE_ENOUGH)
        companies = self.annotate(likeness=TrigramWordSimilarity(words, "search_name"))
        return companies.filter(found).order_by("-likeness", "search_name", "pk")

    def with_barring(self, day: date) -> "CompanyQuerySet":
        """Each with `is_barred`: whether the City has said not to use it on that day."""
        lifted = Q(barrings__lifted_on=None) | Q(barrings__lifted_on__gt=day)
        barred = self.model.objects.filter(lifted, pk=OuterRef("pk"), barrings__during__contains=day)
        return self.annotate(is_barred=Exists(barred))


@pghistory.track()
class Company(models.Model):
    """A workplace by its CVR number: a relation of the whole City, not of one unit."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=160)
    search_name = models.CharField(max_length=200, default="", editable=False)
    cvr = models.CharField(
        _("CVR number"),
        max_length=8,
        unique=True,
        validators=[check_cvr],
        error_messages={"unique": _("This company is already registered.")},
    )
    sector = models.CharField(_("sector"), max_length=20, choices=Sector, blank=True)
    languages = ArrayField(
        models.CharField(max_length=8, choices=SpokenLanguage),
        default=list,
        blank=True,
        verbose_name=_("languages used at work"),
    )

    objects = CompanyQuerySet.as_manager()

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        constraints = [
            models.CheckConstraint(name="cvr_has_eight_digits", condition=Q(cvr__regex=r"^[1-9][0-9]{7}$")),
            models.CheckConstraint(
                name="company_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Write the company's name."),
            ),
            models.CheckConstraint(
                name="company_sector_is_known", condition=Q(sector__in=["", *Sector.values])
            ),
            models.CheckConstraint(
                name="company_languages_are_known",
                condition=Q(languages__contained_by=SpokenLanguage.values),
            ),
        ]
        indexes = [
            # The list of companies is read along this one, a page at a time.
            models.Index(name="company_in_alphabet", fields=["search_name", "id"]),
        ]

    def __str__(self) -> str:
        return f"company (#{self.pk})"

    def get_languages_display(self) -> str:
        """The languages in words."""
        return spoken(self.languages)

    def take_name(self, name: str) -> None:
        """The name, and how it is searched and sorted by."""
        self.name = name.strip()
        self.search_name = plain(self.name)[:200]

    def hold(self) -> None:
        """Let nobody else change this company or its parts until the transaction ends."""
        Company.objects.select_for_update().values_list("pk").get(pk=self.pk)

    @transaction.atomic
    def describe(
        self, *, name: str, sector: str, languages: Sequence[str], version: Seen | None = None
    ) -> None:
        """It is called so, works in that sector, and speaks these languages at work.

        StaleEdit if the company is not what the form, by its `version`, was made from; so do the verbs of its parts.
        """
        self.hold()
        read_again(self, version)
        self.take_name(name)
        self.sector, self.languages = sector, list(languages)
        self.full_clean()
        self.save(update_fields=["name", "search_name", "sector", "languages"])
