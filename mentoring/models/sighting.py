from collections.abc import Iterable
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import User
from mentoring.models.contact import Contact

# Which contact was shown, and in which version.
Shown = tuple[UUID, int]


class SightingQuerySet(models.QuerySet):
    def mark(self, *, shown: Iterable[Shown], by: User) -> int:
        """Somebody has read these contacts as they were shown; return how many that were.

        One that was corrected since stays new, and who saw a text first stays named.
        """
        versions = dict(shown)
        found = Contact.objects.visible_to(by).new().filter(public_id__in=list(versions))
        read = [contact for contact in found if contact.version == versions[contact.public_id]]
        rows = [self.model(contact=contact, version=contact.version, by=by) for contact in read]
        self.bulk_create(rows, ignore_conflicts=True)
        return len(rows)


class Sighting(models.Model):
    """That somebody of the unit has read what a mentor logged, in that version. Written once; a correction is new.

    Of a text that is older than these marks it stands without a name: nobody was asked to mark it.
    """

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="sightings")
    version = models.PositiveIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=now)

    objects = SightingQuerySet.as_manager()

    class Meta:
        verbose_name = _("sighting of a contact")
        verbose_name_plural = _("sightings of contacts")
        constraints = [
            models.UniqueConstraint(name="contact_text_is_seen_once", fields=["contact", "version"]),
            models.CheckConstraint(name="sighting_is_of_a_text", condition=Q(version__gte=1)),
        ]

    def __str__(self) -> str:
        return f"sighting (#{self.pk})"
