from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from goals.models.breach import Breach
from refugees.models import Case


class Notice(models.Model):
    """A notice to be sent about a breach: the outbox, written in the statement that opens the breach, so that
    none is lost and none is sent twice."""

    breach = models.OneToOneField(Breach, on_delete=models.PROTECT, related_name="notice")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [models.Index(name="notice_to_send", fields=["id"], condition=models.Q(sent_at=None))]

    def __str__(self) -> str:
        return f"notice (#{self.pk})"
