"""The fields of the state's reporting as a person reads them: for whoever looks at what a correction changes."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

LABELS = {
    "key": _("Unique key"),
    "event_on": _("Date of the event"),
    "registered_on": _("Registered on"),
    "case_number": _("Case number"),
    "person_number": _("CPR or replacement number"),
    "responsible_caseworker": _("Responsible caseworker"),
    "responsible_municipality": _("Responsible municipality"),
    "registering_caseworker": _("Registered by"),
    "registering_municipality": _("Registering municipality"),
    "type": _("Type"),
    "form": _("How it was held"),
    "was_held": _("Held or not"),
    "agreement": _("What was agreed"),
    "participants": _("Who took part"),
    "title": _("Job title or tasks"),
    "starts_on": _("First day"),
    "ends_on": _("Last day"),
    "hours_a_week": _("Hours a week"),
    "minutes_a_week": _("Minutes a week besides"),
    "cvr": _("CVR number"),
    "p_number": _("P-number"),
    "version": _("Version"),
    "contract_status": _("Status of the contract"),
    "goal": _("Goal"),
    "from_key": _("Key of the measure or class"),
    "first_on": _("First day away"),
    "last_on": _("Last day away"),
    "told_by": _("Who told the City"),
    "told_on": _("When the City was told"),
    "ground": _("Reasonable ground"),
    "decision": _("Decision"),
    "decided_on": _("Date of the decision"),
    "status": _("Status"),
    "status_reason": _("Reason of the status"),
    "remark": _("Remark"),
    "correction_reason": _("Reason of the correction"),
}


def in_words(name: str, value: Any) -> str:
    """What a field holds: a day as days are written here, everything else as the state is told it."""
    if value in (None, ""):
        return ""
    if name.endswith("_on"):
        return date_format(date.fromisoformat(value), "DATE_FORMAT")
    return str(value)
