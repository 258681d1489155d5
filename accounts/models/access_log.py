from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models.unit import Unit
from accounts.models.user import User


class AccessKind(models.TextChoices):
    """What was read. A mere appearance in a list is not a reading."""

    OPENED = "opened", _("Opened the case")
    SEARCHED = "searched", _("Searched")
    EXPORTED = "exported", _("Exported")
    DOWNLOADED = "downloaded", _("Downloaded a document")
    BY_COMPANY = "by-company", _("Opened the page of a company")


# How long what somebody opened counts as still open before them: a part fetched into it is no new opening.
A_WHILE = timedelta(minutes=15)


class AccessLogQuerySet(models.QuerySet):
    def lately(self, *, user: User, case_id: int) -> "AccessLogQuerySet":
        """When this person opened this case a short while ago."""
        return self.filter(user=user, case_id=case_id, kind=AccessKind.OPENED, at__gt=now() - A_WHILE)

    def opened(self, *, user: User, case_id: int, unit_id: int, page: str) -> "AccessLog":
        """Somebody opened a case."""
        return self.create(
            user=user, role=user.role, kind=AccessKind.OPENED, case_id=case_id, unit_id=unit_id, page=page
        )

    def opened_by_company(self, *, whom: str, case_id: int, unit_id: int, page: str) -> None:
        """Somebody at a company opened the page behind their link; a reload is no new opening."""
        opened = {"kind": AccessKind.BY_COMPANY, "case_id": case_id, "criterion": whom[:200]}
        if not self.filter(at__gt=now() - A_WHILE, **opened).exists():
            self.create(unit_id=unit_id, page=page, **opened)

    def downloaded(self, *, user: User, case_id: int, unit_id: int, page: str) -> "AccessLog":
        """Somebody fetched a document of a case."""
        return self.create(
            user=user, role=user.role, kind=AccessKind.DOWNLOADED, case_id=case_id, unit_id=unit_id, page=page
        )

    def searched(self, *, user: User, criterion: str, found: int, page: str) -> "AccessLog":
        """Somebody searched; the criterion is kept because the law's sample checks ask for it."""
        return self.create(
            user=user,
            role=user.role,
            kind=AccessKind.SEARCHED,
            unit_id=user.unit_id,
            criterion=criterion[:200],
            rows=found,
            page=page,
        )

    def exported(self, *, user: User, criterion: str, rows: int, page: str) -> "AccessLog":
        """Somebody took a list out of the house."""
        return self.create(
            user=user,
            role=user.role,
            kind=AccessKind.EXPORTED,
            unit_id=user.unit_id,
            criterion=criterion[:200],
            rows=rows,
            page=page,
        )


class AccessLog(models.Model):
    """Who read what, when and where. Written by the page itself, in its transaction; it cannot be switched off.

    It points at cases by number, not by foreign key: the log never stands in the way of the data, and this
    layer knows nothing of cases.
    """

    at = models.DateTimeField(default=now)
    # Nobody of ours, where a company opened its page: then `criterion` says who.
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=24, blank=True)
    kind = models.CharField(max_length=12, choices=AccessKind)
    page = models.CharField(max_length=60)
    case_id = models.BigIntegerField(null=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    criterion = models.CharField(max_length=200, blank=True)
    rows = models.PositiveIntegerField(null=True)

    objects = AccessLogQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("access log")
        constraints = [
            models.CheckConstraint(name="access_kind_is_known", condition=Q(kind__in=AccessKind.values)),
            models.CheckConstraint(
                name="access_to_a_case_names_the_case",
                condition=~Q(kind__in=[AccessKind.OPENED, AccessKind.DOWNLOADED, AccessKind.BY_COMPANY])
                | Q(case_id__isnull=False),
            ),
            models.CheckConstraint(
                name="access_names_a_colleague_or_a_company",
                condition=Q(user__isnull=False) & ~Q(kind=AccessKind.BY_COMPANY)
                | Q(user=None, kind=AccessKind.BY_COMPANY) & ~Q(criterion=""),
            ),
        ]
        indexes = [models.Index(name="access_by_case", fields=["case_id", "-at"])]

    def __str__(self) -> str:
        return f"{self.kind} (#{self.pk})"
