from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import User
from refugees import verbs
from refugees.changes import open_change_id


class CaseLine(models.Model):
    """One line of a case's history, written by the verb in its own transaction. Never edited, never deleted.

    `details` holds dates, numbers and keys of choices, no personal data: erasing a person never edits history.
    `change` names the change it was written in: what the promises became by it carries the same id.
    """

    case = models.ForeignKey("refugees.Case", on_delete=models.PROTECT, related_name="lines")
    verb = models.CharField(max_length=40)
    details = models.JSONField(default=dict, blank=True)
    happened_on = models.DateField(_("happened on"))
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    about = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    change = models.UUIDField(null=True, editable=False, default=open_change_id)

    class Meta:
        verbose_name = _("line of history")
        verbose_name_plural = _("history")
        indexes = [models.Index(name="line_by_case", fields=["case", "-at", "-id"])]

    def __str__(self) -> str:
        return f"{self.verb} (#{self.pk})"

    @property
    def sentence(self) -> str:
        """The line in the reader's language."""
        details = {**self.details, "user": self.about.name} if self.about else self.details
        return verbs.sentence(self.verb, details)

    @property
    def icon(self) -> str:
        """The mark beside the line."""
        return verbs.icon(self.verb)
