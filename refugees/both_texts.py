"""What two people wrote who changed the same thing at once: the one stored, and the one not saved yet."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.forms import BaseForm
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.day import ONE_DAY
from accounts.models import User
from refugees.models import version_of

NOTHING = "–"


def both_texts(form: BaseForm, current: models.Model | None, tells: Sequence[str]) -> dict[str, Any]:
    """Who saved what and when, and what was typed, for `ui/conflict.html`; sent again, the form is made from it.

    What is gone was withdrawn: then there is only what was typed.
    """
    by, at = last_saved(current)
    return {
        "is_gone": current is None,
        "by": by,
        "at": at,
        "theirs": "\n".join(told(current, tells)) if current else NOTHING,
        "yours": "\n".join(typed(form)) or NOTHING,
        "version": version_of(current, tells),
    }


def last_saved(current: models.Model | None) -> tuple[str, datetime | None]:
    """Who changed a row last, and when, by its history."""
    last = current.events.order_by("-pgh_id").first() if current else None
    user = User.objects.filter(pk=(last.pgh_context or {}).get("user")).first() if last else None
    return (user.name if user else _("a colleague")), (last.pgh_created_at if last else None)


def told(row: models.Model, names: Sequence[str]) -> list[str]:
    """These facts of a row, as label and value; what is empty says so, unless it is a mark that was never set."""
    lines = []
    for name in names:
        field = row._meta.get_field(name)
        value = getattr(row, f"get_{name}_display", lambda row=row, name=name: getattr(row, name))()
        if isinstance(field, ArrayField) and not isinstance(value, str):
            choices = dict(field.base_field.choices or ())
            value = ", ".join(str(choices.get(each, each)) for each in value)
        if value is None and isinstance(field, models.DateTimeField):
            continue
        lines.append(f"{capfirst(field.verbose_name)}: {_in_words(value)}")
    return lines


def typed(form: BaseForm) -> list[str]:
    """What somebody wrote into a form, as label and value."""
    lines = []
    for field in form.visible_fields():
        value = form.cleaned_data.get(field.name)
        choices = dict(_ungrouped(getattr(field.field, "choices", ())))
        several = value if isinstance(value, list) else [value]
        words = ", ".join(_in_words(choices.get(each, each)) for each in several)
        lines.append(f"{field.label} {words or NOTHING}")
    return lines


def _ungrouped(choices: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, DateRange):
        last = date_format(value.upper - ONE_DAY, "DATE_FORMAT") if value.upper else ""
        return f"{date_format(value.lower, 'DATE_FORMAT')} – {last}"
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return str(getattr(value, "name", value) or NOTHING)
