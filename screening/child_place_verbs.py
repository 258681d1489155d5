"""The lines that a child's place in day care or school leaves in the history of the child's case."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ChildPlaceVerb(TextChoices):
    """What happened about a place for a child. The name of the place stays with the fact."""

    FOUND = "child-place-found", _("Place for the child found on %(date)s: %(child_kind)s")
    NOT_WANTED = "child-place-not-wanted", _("No place for the child wanted from %(date)s")
    CORRECTED = "child-place-corrected", _("Place for the child of %(was)s corrected: %(date)s")
    TAKEN_BACK = "child-place-taken-back", _("Place for the child of %(date)s taken back")


ICONS = {
    ChildPlaceVerb.FOUND: "student",
    ChildPlaceVerb.NOT_WANTED: "document",
    ChildPlaceVerb.CORRECTED: "edit",
    ChildPlaceVerb.TAKEN_BACK: "close",
}
