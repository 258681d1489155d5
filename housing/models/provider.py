import pghistory
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.models import User
from refugees.models import Seen, read_again

PROVIDER_FACTS = ("name", "kind", "phone", "email")


class ProviderKind(models.TextChoices):
    """Who lets homes that the City may offer."""

    ASSOCIATION = "association", _("Social housing association")
    CITY = "city", _("The City")
    PRIVATE = "private", _("Private landlord")
    OTHER = "other", _("Other")


class ProviderQuerySet(models.QuerySet):
    @transaction.atomic
    def add(self, *, by: User | None, **facts: object) -> "Provider":
        """Somebody lets homes to people whom the City names."""
        provider = self.model(**facts)
        provider.name = provider.name.strip()
        provider.full_clean()
        provider.save()
        return provider


@pghistory.track()
class Provider(models.Model):
    """Who lets homes that the City may offer. How its office is reached, no person."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=12, choices=ProviderKind)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    objects = ProviderQuerySet.as_manager()

    class Meta:
        verbose_name = _("provider of homes")
        verbose_name_plural = _("providers of homes")
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="provider_is_known_once",
                violation_error_message=_("This provider is registered already."),
            ),
            models.CheckConstraint(
                name="provider_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Write the provider's name."),
            ),
            models.CheckConstraint(name="provider_kind_is_known", condition=Q(kind__in=ProviderKind.values)),
        ]

    def __str__(self) -> str:
        return f"provider (#{self.pk})"

    @transaction.atomic
    def change(self, *, by: User, version: Seen | None = None, **facts: str) -> None:
        """It is called, or reached, otherwise. `facts` as in `add`; StaleEdit if the form was made from others."""
        Provider.objects.select_for_update().values_list("pk").get(pk=self.pk)
        read_again(self, version)
        for name, value in facts.items():
            setattr(self, name, value)
        self.name = self.name.strip()
        self.full_clean()
        self.save(update_fields=PROVIDER_FACTS)
