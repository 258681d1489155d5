"""The maximum payments for temporary places that could be verified, as domain facts 2 ("Housing") has read them.

Of other years, and of one parent with children, nothing was found; the City enters them from the order of the year.
"""

from django.utils.translation import gettext_noop as _

SOURCE = _("BEK 1595/2025, as read for this system; not yet compared by the City.")

# year -> kind of household -> kroner a month
VERIFIED = {2026: {"single": 2757, "couple": 5050, "couple-some": 5509, "couple-many": 5970}}
