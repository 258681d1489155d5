"""The lines that this pillar leaves in a case's history."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    """What was found out about a person and agreed with them."""

    REFERRED_TO_DANISH = "danish-referred", _("Referred to Danish education on %(date)s")
    PLACED_IN_DANISH = "danish-placed", _("Placed by the provider: %(track)s")
    DANISH_ENDED = "danish-ended", _("Danish education at the provider ended: %(finish)s")
    DANISH_CORRECTED = (
        "danish-corrected",
        _("Referral to Danish education of %(was)s corrected: %(date)s"),
    )
    DANISH_TAKEN_BACK = "danish-taken-back", _("Referral to Danish education of %(date)s taken back")
    CONTRACT_DRAWN_UP = "contract-drawn-up", _("Contract drawn up, version %(number)s")
    CONTRACT_CHANGED = "contract-changed", _("Draft of the contract changed, version %(number)s")
    CONTRACT_SIGNED = "contract-signed", _("Contract signed by both, version %(number)s")
    CONTRACT_UNSIGNED = (
        "contract-unsigned",
        _("Contract without the person's signature, version %(number)s: %(missing)s"),
    )
    CONTRACT_WITHDRAWN = "contract-withdrawn", _("Contract withdrawn, version %(number)s")
    PROFILE_ADDED = "profile-added", _("Competence profile: %(section)s added")
    PROFILE_CORRECTED = "profile-corrected", _("Competence profile: %(section)s corrected")
    PROFILE_REMOVED = "profile-removed", _("Competence profile: %(section)s removed")
    EXPECTATIONS_MATCHED = "expectations-matched", _("Expectations matched on %(date)s")
    EXPECTATIONS_SIGNED = "expectations-signed", _("Expectations of %(date)s signed by both")
    EXPECTATIONS_UNSIGNED = (
        "expectations-unsigned",
        _("Expectations of %(date)s without the person's signature: %(missing)s"),
    )
    EXPECTATIONS_WITHDRAWN = "expectations-withdrawn", _("Matching of expectations of %(date)s withdrawn")


# A profile grows row by row: its lines stand in the whole history, not among what keeps a promise.
TOWARDS_GOALS = set(Verb) - {Verb.PROFILE_ADDED, Verb.PROFILE_CORRECTED, Verb.PROFILE_REMOVED}
ICONS = {
    Verb.REFERRED_TO_DANISH: "student",
    Verb.PLACED_IN_DANISH: "student",
    Verb.DANISH_ENDED: "flag",
    Verb.DANISH_CORRECTED: "edit",
    Verb.DANISH_TAKEN_BACK: "close",
    Verb.CONTRACT_DRAWN_UP: "document",
    Verb.CONTRACT_CHANGED: "edit",
    Verb.CONTRACT_SIGNED: "success",
    Verb.CONTRACT_UNSIGNED: "document",
    Verb.CONTRACT_WITHDRAWN: "close",
    Verb.PROFILE_ADDED: "contact-card",
    Verb.PROFILE_CORRECTED: "edit",
    Verb.PROFILE_REMOVED: "close",
    Verb.EXPECTATIONS_MATCHED: "document",
    Verb.EXPECTATIONS_SIGNED: "success",
    Verb.EXPECTATIONS_UNSIGNED: "document",
    Verb.EXPECTATIONS_WITHDRAWN: "close",
}
