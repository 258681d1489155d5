import uuid

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User


class SubmissionQuerySet(models.QuerySet):
    def claim(self, *, user: User, key: uuid.UUID) -> bool:
        """True for the first of several identical submissions; the others wait for it and get False."""
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO accounts_submission (key, user_id, led_to, at) VALUES (%s, %s, '', now())"
                " ON CONFLICT DO NOTHING RETURNING key",
                [key, user.pk],
            )
            return cursor.fetchone() is not None


class Submission(models.Model):
    """A form that was sent. Its key came with the form, so a double click makes one row, not two."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    led_to = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")

    def __str__(self) -> str:
        return f"submission (#{self.pk})"
