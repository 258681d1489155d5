from collections.abc import Sequence
from datetime import date

import pghistory
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import ONE_DAY, now
from accounts.mailings import OFFERED, UNLESS_CHOSEN, Mailing
from accounts.models.unit import Unit
from accounts.permissions import ROLE_PERMISSIONS, Permission, Role


class Language(models.TextChoices):
    """A language the pages are written in."""

    DANISH = "da", _("Danish")
    ENGLISH = "en", _("English")


class UserManager(BaseUserManager):
    """Django's manager of users, by user name. (The one manager of ours: auth asks for its class.)"""

    def get_by_natural_key(self, username: str) -> "User":
        """Find a user whatever the case of the letters."""
        return self.get(username__iexact=username)

    def active(self) -> models.QuerySet["User"]:
        """Colleagues who can sign in."""
        return self.filter(is_active=True)

    @transaction.atomic
    def engage(
        self,
        *,
        username: str,
        name: str,
        role: str,
        password: str,
        unit: Unit | None = None,
        manages: Sequence[Unit] = (),
        **facts: object,
    ) -> "User":
        """A new colleague who can sign in. `password` is a hash (make_password), never the word itself."""
        user = self.model(username=username, name=name, role=role, unit=unit, password=password, **facts)
        user.full_clean()
        user.save()
        user.managed_units.set(manages)
        return user

    def caseworkers_of(self, unit_ids: list[int]) -> models.QuerySet["User"]:
        """Those whom a team lead of these units can give cases to, in the order of the alphabet."""
        return self.active().filter(unit_id__in=unit_ids, role=Role.CASEWORKER).order_by("name")

    def mentors(self) -> models.QuerySet["User"]:
        """Those whom a team lead can assign to people as mentors, in the order of the alphabet."""
        return self.active().filter(role=Role.MENTOR).order_by("name")


# What decides what somebody may see and do is on record; the password and when they last signed in are not.
@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """A member of staff, or a mentor or volunteer who signs in. Never a refugee."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    username = models.CharField(_("user name"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"), blank=True)
    role = models.CharField(_("role"), max_length=24, choices=Role)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="staff")
    managed_units = models.ManyToManyField(Unit, blank=True, related_name="managers")
    language = models.CharField(
        _("language of the pages"), max_length=2, choices=Language, default=Language.DANISH
    )
    speaks = ArrayField(models.CharField(max_length=8), default=list, blank=True, verbose_name=_("speaks"))
    uses_shortcuts = models.BooleanField(_("one-key shortcuts"), default=True)
    # None until the person has chosen: what they get then follows their role.
    mails = ArrayField(
        models.CharField(max_length=10, choices=Mailing), null=True, blank=True, verbose_name=_("e-mails")
    )
    # The role in which they were chosen: a choice does not outlive it.
    mails_chosen_as = models.CharField(max_length=24, choices=Role, blank=True, editable=False)
    is_active = models.BooleanField(default=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(name="user_role_is_known", condition=Q(role__in=Role.values)),
            models.CheckConstraint(name="user_language_is_known", condition=Q(language__in=Language.values)),
            models.CheckConstraint(
                name="user_mails_are_known",
                condition=Q(mails=None) | Q(mails__contained_by=Mailing.values),
            ),
            models.CheckConstraint(
                name="user_mails_are_chosen_in_a_role",
                condition=Q(mails=None, mails_chosen_as="")
                | Q(mails__isnull=False, mails_chosen_as__in=Role.values),
            ),
            models.CheckConstraint(
                name="user_who_holds_cases_has_a_unit",
                condition=~Q(role__in=[Role.CASEWORKER, Role.TEAM_LEAD]) | Q(unit__isnull=False),
            ),
            models.CheckConstraint(
                name="user_of_the_health_team_has_a_unit",
                condition=~Q(role=Role.HEALTH_TEAM) | Q(unit__isnull=False),
            ),
            models.CheckConstraint(
                name="user_who_houses_people_has_a_unit",
                condition=~Q(role=Role.HOUSING_OFFICER) | Q(unit__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} (#{self.pk})"

    def get_short_name(self) -> str:
        """The name that colleagues see."""
        return self.name

    def can(self, permission: Permission) -> bool:
        """Whether this person's role may do that at all; which cases is another question."""
        return self.is_active and permission in ROLE_PERMISSIONS.get(self.role, set())

    @property
    def initials(self) -> str:
        """Two letters for the round mark beside the name."""
        words = self.name.split()
        return (words[0][:1] + words[-1][:1]).upper() if words else "?"

    def case_unit_ids(self) -> list[int]:
        """The units whose cases this person sees in full. Empty for mentors: they see who is assigned to them."""
        if self.role in {Role.CASEWORKER, Role.TEAM_LEAD}:
            return [self.unit_id]
        if self.role == Role.MANAGER:
            return list(self.managed_units.order_by("pk").values_list("pk", flat=True))
        return []

    def health_unit_ids(self) -> list[int]:
        """The units in whose cases this person reads and writes about health. Empty for everybody else."""
        return [self.unit_id] if self.role == Role.HEALTH_TEAM else []

    def housing_unit_ids(self) -> list[int]:
        """The units whose households this person finds homes for. Empty for everybody else."""
        return [self.unit_id] if self.role == Role.HOUSING_OFFICER else []

    def sees_whole_cases(self) -> bool:
        """Caseworkers, team leads and managers open whole cases; a mentor opens a slice of one."""
        return self.role in {Role.CASEWORKER, Role.TEAM_LEAD, Role.MANAGER}

    def choose_language(self, language: str) -> None:
        """Show this person's pages in that language from now on."""
        self.language = language
        self.full_clean(exclude=["password"])
        self.save(update_fields=["language"])

    def mailings(self) -> list[Mailing]:
        """The e-mails this person gets: as chosen in this role, else as is usual for it."""
        is_chosen = self.mails is not None and self.mails_chosen_as == self.role
        chosen = self.mails if is_chosen else UNLESS_CHOSEN.get(self.role, ())
        return [mailing for mailing in OFFERED.get(self.role, ()) if mailing in chosen]

    def wants(self, mailing: Mailing) -> bool:
        """Whether this e-mail is to be sent at all: there is somebody, an address, and the wish."""
        return self.is_active and bool(self.email) and mailing in self.mailings()

    def speak(self, languages: Sequence[str]) -> None:
        """These are the languages that this person speaks with people, by their codes."""
        self.speaks = list(dict.fromkeys(languages))
        self.full_clean(exclude=["password"])
        self.save(update_fields=["speaks"])

    def choose_mails(self, mails: Sequence[str]) -> None:
        """Send this person these e-mails from now on, and no others, as long as the role stays what it is."""
        self.mails, self.mails_chosen_as = sorted(mails), self.role
        self.full_clean(exclude=["password"])
        self.save(update_fields=["mails", "mails_chosen_as"])

    def leave(self) -> None:
        """The colleague no longer works here: the name stays on what they did, nobody signs in with it."""
        self.is_active = False
        self.save(update_fields=["is_active"])

    def switch_shortcuts(self, *, on: bool) -> None:
        """One-key shortcuts can be switched off (WCAG 2.1.4)."""
        self.uses_shortcuts = on
        self.save(update_fields=["uses_shortcuts"])


@pghistory.track(pghistory.InsertEvent(), pghistory.DeleteEvent(), obj_field=None)
class ManagedUnit(User.managed_units.through):
    """One unit that one manager manages: named so that its history is kept. Widens whose cases they see."""

    class Meta:
        proxy = True
        verbose_name = _("managed unit")
        verbose_name_plural = _("managed units")

    def __str__(self) -> str:
        return f"unit {self.unit_id} managed by user {self.user_id} (#{self.pk})"


class AbsenceQuerySet(models.QuerySet):
    def standing(self) -> "AbsenceQuerySet":
        """Not withdrawn as a mistake, or because somebody is back already."""
        return self.filter(withdrawn_at=None)

    def on(self, day: date) -> "AbsenceQuerySet":
        """Who is away on that day."""
        return self.standing().filter(during__contains=day)

    def between(self, first: date, last: date) -> "AbsenceQuerySet":
        """Who is away on any of these days, both ends included."""
        return self.standing().filter(during__overlap=DateRange(first, last, "[]"))

    def visible_to(self, user: User) -> "AbsenceQuerySet":
        """Absences of colleagues in the units whose cases this person sees."""
        return self.filter(user__unit_id__in=user.case_unit_ids())

    @transaction.atomic
    def record(self, *, user: User, first_on: date, back_on: date | None = None) -> "Absence":
        """A colleague is away from that day until the day they are back, if that is known."""
        if back_on and back_on <= first_on:
            raise ValidationError({"back_on": _("The first day back comes after the first day away.")})
        absence = self.model(user=user, during=DateRange(first_on, back_on))
        absence.full_clean()
        absence.save()
        return absence


@pghistory.track()
class Absence(models.Model):
    """Days on which a colleague is away; the team lead sees whose cases need cover. No reason is kept.

    One that was taken back stays, marked: who had to cover on which day can be asked later.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="absences")
    during = DateRangeField(_("away"), help_text=_("From the first day away to the first day back."))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        constraints = [
            ExclusionConstraint(
                name="absence_once_at_a_time",
                expressions=[("user", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(withdrawn_at=None),
                violation_error_message=_("This colleague is already away in that time."),
            ),
            models.CheckConstraint(
                name="absence_has_days", condition=Q(during__isempty=False, during__startswith__isnull=False)
            ),
            models.CheckConstraint(
                name="absence_withdrawn_when_and_by_whom",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"absence of user {self.user_id} (#{self.pk})"

    def __contains__(self, day: date) -> bool:
        return self.during.lower <= day and (self.during.upper is None or day < self.during.upper)

    @property
    def last_on(self) -> date | None:
        """The last day away; None while nobody knows."""
        return self.during.upper - ONE_DAY if self.during.upper else None

    @transaction.atomic
    def withdraw(self, *, by: User) -> bool:
        """The colleague is not away after all. False if somebody said so before."""
        facts = {"withdrawn_at": now(), "withdrawn_by": by}
        is_withdrawn = Absence.objects.standing().filter(pk=self.pk).update(**facts) == 1
        self.refresh_from_db()
        return is_withdrawn
