"""Hours a week: counted in minutes, read as hours."""

from django.utils.translation import gettext

FULL_TIME = 37 * 60  # minutes a week: nobody is placed for more (order 208/2026 § 26)


def in_hours(minutes: int) -> str:
    """Minutes as hours, with the minutes that are left over."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return gettext("%(hours)d h") % {"hours": hours}
    return gettext("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": rest}
