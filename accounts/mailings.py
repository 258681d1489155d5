"""Which e-mails there are, who is offered them, and who gets them without having chosen."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Role


class Mailing(TextChoices):
    """A kind of e-mail to staff. It tells numbers of cases and days, never who they are about."""

    AT_ONCE = "at-once", _("At once, when one of my cases goes over a deadline")
    MORNING = "morning", _("Each working morning: new over the deadline, due soon, answers that ran out")
    WEEKLY = "weekly", _("Each week: how the promises are kept, and what nobody has answered")


OFFERED: dict[str, tuple[Mailing, ...]] = {
    Role.CASEWORKER: (Mailing.AT_ONCE, Mailing.MORNING),
    Role.TEAM_LEAD: (Mailing.AT_ONCE, Mailing.MORNING, Mailing.WEEKLY),
    Role.MANAGER: (Mailing.WEEKLY,),
}
"""What makes sense for a role. Whoever has none of the cases is offered nothing."""

# Deadlines pass at midnight, and the morning's mail tells of them: so "at once" is for whoever asks for it.
UNLESS_CHOSEN: dict[str, tuple[Mailing, ...]] = {
    Role.CASEWORKER: (Mailing.MORNING,),
    Role.TEAM_LEAD: (Mailing.MORNING,),
    Role.MANAGER: (Mailing.WEEKLY,),
}
