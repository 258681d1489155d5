"""The lines of what goes on at a company: extended, looked back on, told by the company on its page."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PlacementVerb(TextChoices):
    """What happened with a placement beside its beginning and its end."""

    EXTENDED = "placement-extended", _("%(kind)s extended to %(date)s")
    IGU_REGISTERED = "igu-registration-recorded", _("Registration of the IGU recorded")
    EVALUATED = "placement-evaluated", _("%(kind)s evaluated by: %(side)s")
    LINK_MADE = "host-link-made", _("Link for the company made, valid until %(date)s")
    LINK_MAILED = "host-link-mailed", _("Link for the company sent by e-mail")
    LINK_REVOKED = "host-link-revoked", _("Link for the company revoked")
    HOST_TOLD = "host-told", _("The company, on its page: %(told)s, %(date)s")
    HOST_HINDERED = (
        "host-hindered",
        _("The company, on its page: %(told)s, %(date)s. Not recorded yet: %(hindrance)s"),
    )


ICONS = {
    PlacementVerb.EXTENDED: "calendar-month",
    PlacementVerb.EVALUATED: "chat",
    PlacementVerb.IGU_REGISTERED: "edit",
    PlacementVerb.LINK_MADE: "email",
    PlacementVerb.LINK_MAILED: "email",
    PlacementVerb.LINK_REVOKED: "close",
    PlacementVerb.HOST_TOLD: "chat",
    PlacementVerb.HOST_HINDERED: "warning",
}
