import re

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.models import Unit, User
from refugees.identifiers import NumberKind, decrypt, encrypt, read_personal_number, search_hash
from refugees.models.stale import StaleEdit
from refugees.names import plain, sounds

SEARCH_NAME_LENGTH = 250
SOUND_LENGTH = 60


class Sex(models.TextChoices):
    """As the register says; some rules of housing ask for it."""

    UNKNOWN = "", _("Not recorded")
    FEMALE = "f", _("Woman")
    MALE = "m", _("Man")


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PersonQuerySet":
        """The people with a case that this user may open."""
        from_units = Q(case__unit_id__in=user.case_unit_ids())
        return self.filter(from_units | Q(case__team__in=user.team_parts.current())).distinct()

    @transaction.atomic
    def register(self, *, unit: Unit, by: User | None, number: str = "", **facts: object) -> "Person":
        """Record a person. `number` is a CPR or replacement number as typed, or nothing."""
        person = self.model(unit=unit, **facts)
        person.set_number(number)
        person.full_clean()
        person.save()
        return person


@pghistory.track()
class Person(models.Model):
    """One human. Identifiers are optional and none is the key: they come late, change, or fail their check."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", help_text=_("The unit that registered the person.")
    )
    given_name = models.CharField(_("given name"), max_length=120)
    family_name = models.CharField(_("family name"), max_length=120, blank=True)
    search_name = models.CharField(max_length=SEARCH_NAME_LENGTH, editable=False)
    search_sounds = ArrayField(models.CharField(max_length=SOUND_LENGTH), default=list, editable=False)
    born_on = models.DateField(_("date of birth"), null=True, blank=True)
    sex = models.CharField(_("sex"), max_length=1, choices=Sex, blank=True)
    country = models.CharField(_("country of origin"), max_length=80, blank=True)
    speaks = ArrayField(models.CharField(max_length=8), default=list, blank=True, verbose_name=_("languages"))
    interpreter = models.CharField(_("interpreter's language"), max_length=8, blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    number_kind = models.CharField(max_length=12, choices=NumberKind, default=NumberKind.NONE)
    number_cipher = models.BinaryField(null=True, blank=True)
    number_hash = models.BinaryField(null=True, blank=True, max_length=32)
    immigration_id = models.CharField(_("Immigration Service's number"), max_length=20, blank=True)
    is_protected = models.BooleanField(
        _("name and address protection"),
        default=False,
        help_text=_("The address is shown to the unit only, never to mentors, companies or volunteers."),
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(name="person_sex_is_known", condition=Q(sex__in=Sex.values)),
            models.CheckConstraint(
                name="person_number_kind_is_known", condition=Q(number_kind__in=NumberKind.values)
            ),
            models.CheckConstraint(
                name="person_number_is_whole_or_absent",
                condition=Q(number_kind=NumberKind.NONE, number_cipher__isnull=True, number_hash__isnull=True)
                | ~Q(number_kind=NumberKind.NONE) & Q(number_cipher__isnull=False, number_hash__isnull=False),
            ),
            models.CheckConstraint(name="person_has_a_name", condition=~Q(given_name="")),
        ]
        indexes = [
            GinIndex(OpClass("search_name", name="gin_trgm_ops"), name="person_by_name"),
            GinIndex(name="person_by_sound", fields=["search_sounds"]),
            models.Index(name="person_by_number", fields=["number_hash"]),
            models.Index(
                name="person_by_immigration_id", fields=["immigration_id"], condition=~Q(immigration_id="")
            ),
            models.Index(name="person_by_birthday", fields=["born_on"]),
        ]

    def __str__(self) -> str:
        return f"person (#{self.pk})"

    def save(self, *args: object, **kwargs: object) -> None:
        """The searched name follows the name, whoever saves."""
        self.make_findable()
        super().save(*args, **kwargs)

    def make_findable(self) -> None:
        """Let the searched name follow the name. For many people saved at once, which passes save() by."""
        # In Latin letters a name of another script may be longer than the column.
        self.search_name = plain(f"{self.given_name} {self.family_name}")[:SEARCH_NAME_LENGTH]
        self.search_sounds = [sound[:SOUND_LENGTH] for sound in sounds(self.search_name)]

    @property
    def name(self) -> str:
        """Given name, then family name, as the person is called."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def call_url(self) -> str:
        """The telephone number as a link that calls; empty without one."""
        digits = re.sub(r"[^\d+]", "", self.phone)
        return f"tel:{digits}" if digits else ""

    @property
    def number(self) -> str:
        """The CPR or replacement number in clear, formatted; empty without one."""
        if not self.number_cipher:
            return ""
        digits = decrypt(self.number_cipher)
        return f"{digits[:6]}-{digits[6:]}"

    def set_number(self, text: str) -> None:
        """Take a number as typed. Raises ValidationError if it cannot be one."""
        if not text.strip():
            self.number_kind, self.number_cipher, self.number_hash = NumberKind.NONE, None, None
            return
        number = read_personal_number(text)
        self.number_kind = number.kind
        self.number_cipher = encrypt(number.digits)
        self.number_hash = search_hash(number.digits)

    def age_on(self, day) -> int | None:
        """Whole years on that day; None while the date of birth is unknown."""
        if not self.born_on:
            return None
        return day.year - self.born_on.year - ((day.month, day.day) < (self.born_on.month, self.born_on.day))

    @transaction.atomic
    def change(self, *, version: int, number: str | None = None, **facts: object) -> None:
        """Save changed details unless somebody saved meanwhile (StaleEdit). Called inside Case.changing."""
        current = Person.objects.select_for_update().get(pk=self.pk)
        if current.version != version:
            raise StaleEdit(current)
        for field, value in facts.items():
            setattr(self, field, value)
        if number is not None:
            self.set_number(number)
        self.version = version + 1
        self.full_clean()
        self.save()


@pghistory.track()
class Address(models.Model):
    """Where a person lives now, as text. Apart from the person, because a mentor never sees a protected one."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="address")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(_("address"), max_length=200)
    is_temporary = models.BooleanField(_("temporary accommodation"), default=True)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")

    def __str__(self) -> str:
        return f"address (#{self.pk})"
