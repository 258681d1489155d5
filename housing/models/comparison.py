from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from housing.models.area import AreaList, ExcludedArea


class ComparisonQuerySet(models.QuerySet):
    def latest_first(self) -> "ComparisonQuerySet":
        """What counts is the last that was said of a house and a list."""
        return self.select_related("area_list", "area", "checked_by").order_by("-pk")

    @transaction.atomic
    def record(
        self,
        *,
        area_list: AreaList,
        area: ExcludedArea | None,
        on: date,
        by: User | None,
        note: str = "",
        edition: int | None = None,
        **of: models.Model,
    ) -> "Comparison":
        """Somebody looked whether a house lies in one of the areas of a list. `area`: None if in none.

        `edition`: which edition of the list they had before them; if the list is another by now, nothing is recorded.
        `of`: the home or the place, by the name that the row has for it.
        """
        row = self.model(area_list=area_list, area=area, checked_on=on, checked_by=by, note=note, **of)
        row.compared.hold()
        row.edition = _edition_of(area_list, seen=edition)
        row.is_inside = area is not None
        row.address_words = str(row.compared.address)
        row.full_clean()
        row.save()
        row.refresh_from_db(fields=["place", "edition"])
        return row


def _edition_of(area_list: AreaList, *, seen: int | None) -> int:
    """Which edition counts now. Nobody opens the list again until the check is recorded."""
    area_list.hold()
    current = AreaList.objects.confirmed().filter(pk=area_list.pk).first()
    if current is None:
        raise ValidationError(gettext("This list is not confirmed: nothing can be checked against it yet."))
    if seen is not None and seen != current.edition:
        raise ValidationError(
            gettext("The list has been changed meanwhile. Open the form again, and compare it anew.")
        )
    return current.edition


class Comparison(models.Model):
    """That somebody compared one house with the areas of one list, and what they found. Written once.

    A mistake is another one: of a house and a list the last counts. The address is kept as it was then, and it is
    about the house that stood there. What is compared, and with which list, each kind says itself; with which
    edition of it, the database writes.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    is_inside = models.BooleanField(_("inside"))
    area = models.ForeignKey(ExcludedArea, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    address_words = models.CharField(_("address"), max_length=160)
    # Written by the database: where the house stood that was compared, whatever it is said to be later.
    place = models.CharField(max_length=100, blank=True, editable=False)
    edition = models.PositiveSmallIntegerField(_("edition of the list"), default=1, editable=False)
    note = models.CharField(_("in few words"), max_length=300, blank=True)
    checked_on = models.DateField(_("checked on"))
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=now)

    objects = ComparisonQuerySet.as_manager()

    class Meta:
        abstract = True


# Whoever is inside names the area.
NAMES_ITS_AREA = models.Q(is_inside=True, area__isnull=False) | models.Q(is_inside=False, area=None)
