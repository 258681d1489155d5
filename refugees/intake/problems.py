"""What is wrong in one field of a row, in words beside it."""

from django.utils.translation import gettext_lazy as _

from refugees.identifiers import NUMBER_ERRORS

SENTENCES = {
    **NUMBER_ERRORS,
    "not_a_date": _("Not a date. Write it as 24-12-2025 or 2025-12-24."),
    "impossible_birthday": _("Nobody is born on that day: it lies ahead, or before 1900."),
    "impossible_date": _("This date lies too far back or ahead."),
    "not_a_sex": _("Write K or M."),
    "not_yes_or_no": _("Write yes or no."),
    "not_a_ground": _("No permit ground we know. Choose one of the list."),
    "not_a_benefit": _("Write whether the person is on a benefit or self-supporting."),
    "too_long": _("The text is too long."),
    "not_printable": _("The text holds signs that cannot be shown."),
    "formula": _("A formula without its result. Write the value."),
    "excel_error": _("Excel shows an error here. Write the value."),
    "no_name": _("The name is missing."),
    "no_ground": _("The permit ground is missing; it decides which rules hold."),
    "two_people": _(
        "The CPR number belongs to one person we know, the Immigration Service's number to another."
    ),
    # Warnings: the row may become a case all the same.
    "check_digit": _("The check digit does not fit. That happens with real numbers; compare it once more."),
    "birthday_differs": _("The number begins with another date of birth."),
    "meanwhile": _("Somebody changed this person after the list was read. Look at the row again."),
    "no_birthday": _("No date of birth: the person can only be recognised by a number."),
    "no_allocation": _("No date of allocation: no takeover date can be proposed yet."),
    "allocation_before_permit": _("The allocation lies before the permit."),
    "unknown_language": _("This language is not on our list yet and is left out."),
    "interpreter_needed": _("An interpreter is needed; the list does not say for which language."),
}


def sentence(code: str) -> str:
    """The sentence of a problem, in the reader's language."""
    return str(SENTENCES[code])
