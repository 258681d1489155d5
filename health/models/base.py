from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.models import Case, Person

# From this age on the young person decides, below it whoever has custody (order 979/2016 § 7, domain facts 1.4).
DECIDES_FROM_AGE = 15


class Interpreter(models.TextChoices):
    """Who made people understand each other."""

    NONE = "none", gettext_lazy("No interpreter needed")
    IN_PERSON = "in-person", gettext_lazy("Interpreter, in person")
    REMOTE = "remote", gettext_lazy("Interpreter, by telephone or video")


class Decider(models.TextChoices):
    """Who answered for the person."""

    SELF = "self", gettext_lazy("The person")
    CUSTODY = "custody", gettext_lazy("Whoever has custody")
    TEMPORARY_CUSTODY = "temporary-custody", gettext_lazy("Temporary custody holder (unaccompanied minor)")


class HealthQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "HealthQuerySet":
        """Of the cases whose compartment of health this person works in: nobody else's, whatever they may see."""
        return self.filter(case__in=Case.objects.health_visible_to(user))


class HealthRow(models.Model):
    """Something about somebody's health. It leaves no line on the case: who wrote what when stands in its history."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} (#{self.pk})"


def interpreter_rules(name: str) -> list[models.CheckConstraint]:
    """An interpreter is known by kind, and is not close family (order 979/2016 § 11(5))."""
    return [
        models.CheckConstraint(
            name=f"{name}_interpreter_is_known", condition=Q(interpreter__in=Interpreter.values)
        ),
        models.CheckConstraint(
            name=f"{name}_interpreter_is_not_family",
            condition=Q(interpreter=Interpreter.NONE, is_not_family=False)
            | ~Q(interpreter=Interpreter.NONE) & Q(is_not_family=True),
            violation_error_message=gettext_lazy(
                "Close family may not interpret about health. Find another interpreter."
            ),
        ),
    ]


def refuse_future(field: str, on: date, today: date) -> None:
    """What is recorded has happened."""
    if on > today:
        raise ValidationError({field: _("That day is still to come.")})


def refuse_wrong_decider(person: Person, decider: str, on: date) -> None:
    """From 15 years on the person decides; below that whoever has custody. Of unknown age, either may."""
    age = person.age_on(on)
    if age is None:
        return
    if age >= DECIDES_FROM_AGE and decider != Decider.SELF:
        raise ValidationError({"decided_by": _("From 15 years on the person decides.")})
    if age < DECIDES_FROM_AGE and decider == Decider.SELF:
        raise ValidationError({"decided_by": _("Below 15 years whoever has custody decides.")})
