import hashlib
import secrets
from datetime import timedelta
from typing import Self

import pghistory
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models.user import User

SECRET_BYTES = 32
# A calendar asks again every few minutes to hours: when it last did is written down no more often than this.
NOTED_EVERY = timedelta(minutes=10)


class CalendarAddressQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Not withdrawn."""
        return self.filter(withdrawn_at=None)

    def behind(self, secret: str) -> "CalendarAddress | None":
        """The address with that secret, as long as it stands and its owner works here."""
        rows = self.standing().filter(digest=digest(secret), user__is_active=True)
        return rows.select_related("user").first()

    @transaction.atomic
    def make(self, *, by: User) -> str:
        """A new secret for this person's calendar; the one before it leads nowhere any more.

        It is given out this once and kept nowhere: only its digest is (docs/adr/0012).
        """
        # Of two at once, the second replaces the first.
        User.objects.select_for_update(of=("self",)).get(pk=by.pk)
        self.withdraw(by=by)
        secret = secrets.token_urlsafe(SECRET_BYTES)
        self.create(user=by, digest=digest(secret))
        return secret

    def withdraw(self, *, by: User) -> bool:
        """The address of this person leads nowhere any more. False if there was none."""
        return self.standing().filter(user=by).update(withdrawn_at=now()) > 0


@pghistory.track(exclude=["digest", "last_fetched_at"])
class CalendarAddress(models.Model):
    """The secret address at which somebody's own calendar fetches their appointments, without signing in."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="calendar_addresses")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made"), default=now)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    last_fetched_at = models.DateTimeField(_("last fetched"), null=True, blank=True)

    objects = CalendarAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        constraints = [
            models.UniqueConstraint(
                name="one_calendar_address_per_person", fields=["user"], condition=Q(withdrawn_at=None)
            ),
            models.CheckConstraint(
                name="calendar_address_is_kept_as_a_digest", condition=Q(digest__regex=r"^[0-9a-f]{64}$")
            ),
        ]

    def __str__(self) -> str:
        return f"calendar address of user {self.user_id} (#{self.pk})"

    def note_fetch(self) -> None:
        """A calendar fetched it just now."""
        before = now() - NOTED_EVERY
        rows = CalendarAddress.objects.filter(pk=self.pk)
        rows.filter(Q(last_fetched_at=None) | Q(last_fetched_at__lt=before)).update(last_fetched_at=now())


def digest(secret: str) -> str:
    """By what a secret is found. It is 256 random bits, so nobody finds it by trying, however fast the digest."""
    return hashlib.sha256(secret.encode()).hexdigest()
