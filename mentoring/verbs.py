"""The lines that this pillar leaves in a case's history, and what the caseworker is told of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    """What happened: somebody dropped in, a contact was logged, a mentor offered."""

    CAME = "counselling-came", _("Came to open counselling: %(counselling_about)s")
    ENDED = "counselling-ended", _("Open counselling of %(date)s: %(counselling_outcome)s")
    CORRECTED = "counselling-corrected", _("Open counselling of %(date)s corrected: %(counselling_outcome)s")
    TAKEN_BACK = "counselling-taken-back", _("Open counselling of %(date)s taken back")
    CONTACT_LOGGED = "contact-logged", _("Contact on %(date)s: %(contact_kind)s")
    CONTACT_CORRECTED = "contact-corrected", _("Contact of %(date)s corrected: %(contact_kind)s")
    CONTACT_TAKEN_BACK = "contact-taken-back", _("Contact of %(date)s taken back")
    PROMISED = "promised", _("Something promised by %(date)s")
    PROMISE_KEPT = "promise-kept", _("Promise of %(date)s kept")
    PROMISE_DROPPED = "promise-dropped", _("Promise of %(date)s no longer needed")
    PROMISE_OPEN_AGAIN = "promise-open-again", _("Promise of %(date)s open again")
    CONCERN_RAISED = "concern-raised", _("Concern, to be answered by %(date)s: %(concern_kind)s")
    CONCERN_ANSWERED = "concern-answered", _("Concern answered: %(concern_kind)s")
    CONCERN_TAKEN_BACK = "concern-taken-back", _("Concern taken back: %(concern_kind)s")
    HOLISTIC_OFFERED = "holistic-offered", _("Holistic mentor offered on %(date)s")
    HOLISTIC_ANSWERED = (
        "holistic-answered",
        _("Answer to the holistic mentor offered on %(date)s: %(holistic_answer)s"),
    )
    HOLISTIC_CORRECTED = (
        "holistic-corrected",
        _("Answer to the holistic mentor offered on %(date)s corrected: %(holistic_answer)s"),
    )
    HOLISTIC_TAKEN_BACK = "holistic-taken-back", _("Offer of a holistic mentor of %(date)s taken back")
    MENTOR_EXTENDED = "mentor-extended", _("%(part)s until %(date)s instead of %(was)s: %(user)s")
    MENTOR_HANDED_OVER = (
        "mentor-handed-over",
        _("%(part)s handed over to %(user)s. Agreed to hand on: %(agreed)s"),
    )
    HANDING_ON_CHANGED = (
        "handing-on-changed",
        _("%(part)s %(user)s may read of the mentor before: %(agreed)s"),
    )
    RETENTION_OFFERED = "retention-offered", _("Retention mentor offered on %(date)s")
    RETENTION_ANSWERED = (
        "retention-answered",
        _("Answer to the retention mentor offered on %(date)s: %(retention_answer)s"),
    )
    RETENTION_CORRECTED = (
        "retention-corrected",
        _("Answer to the retention mentor offered on %(date)s corrected: %(retention_answer)s"),
    )
    RETENTION_TAKEN_BACK = "retention-taken-back", _("Offer of a retention mentor of %(date)s taken back")
    VIEWS_CORRECTED = (
        "retention-views-corrected",
        _("What was said in the retention talk of %(date)s corrected"),
    )
    CHECKLIST_BEGUN = "checklist-begun", _("Checklist begun, version %(number)s")
    CHECKLIST_RENEWED = "checklist-renewed", _("Checklist brought up to version %(number)s")
    CHECK_DONE = "check-done", _("On the checklist: %(checklist_item)s, done on %(date)s")
    CHECK_NOT_RELEVANT = "check-not-relevant", _("On the checklist: %(checklist_item)s, not relevant")
    CHECK_CORRECTED = (
        "check-corrected",
        _("On the checklist: %(checklist_item)s, corrected: %(checklist_state)s"),
    )
    CHECK_OPEN_AGAIN = "check-open-again", _("On the checklist: %(checklist_item)s, open again")


ICONS = {
    Verb.CAME: "person",
    Verb.ENDED: "chat",
    Verb.CORRECTED: "edit",
    Verb.TAKEN_BACK: "close",
    Verb.CONTACT_LOGGED: "chat",
    Verb.CONTACT_CORRECTED: "edit",
    Verb.CONTACT_TAKEN_BACK: "close",
    Verb.PROMISED: "flag",
    Verb.PROMISE_KEPT: "check",
    Verb.PROMISE_DROPPED: "close",
    Verb.PROMISE_OPEN_AGAIN: "flag",
    Verb.CONCERN_RAISED: "warning",
    Verb.CONCERN_ANSWERED: "check",
    Verb.CONCERN_TAKEN_BACK: "close",
    Verb.HOLISTIC_OFFERED: "person",
    Verb.HOLISTIC_ANSWERED: "person",
    Verb.HOLISTIC_CORRECTED: "edit",
    Verb.HOLISTIC_TAKEN_BACK: "close",
    Verb.MENTOR_EXTENDED: "person",
    Verb.MENTOR_HANDED_OVER: "person",
    Verb.HANDING_ON_CHANGED: "edit",
    Verb.RETENTION_OFFERED: "person",
    Verb.RETENTION_ANSWERED: "person",
    Verb.RETENTION_CORRECTED: "edit",
    Verb.RETENTION_TAKEN_BACK: "close",
    Verb.VIEWS_CORRECTED: "edit",
    Verb.CHECKLIST_BEGUN: "flag",
    Verb.CHECKLIST_RENEWED: "flag",
    Verb.CHECK_DONE: "check",
    Verb.CHECK_NOT_RELEVANT: "close",
    Verb.CHECK_CORRECTED: "edit",
    Verb.CHECK_OPEN_AGAIN: "flag",
}

# What starts or keeps a promise. A contact does too, but is looked for among what was written.
MOVE_A_PROMISE = [
    Verb.HOLISTIC_OFFERED,
    Verb.HOLISTIC_ANSWERED,
    Verb.HOLISTIC_CORRECTED,
    Verb.HOLISTIC_TAKEN_BACK,
    Verb.RETENTION_OFFERED,
    Verb.RETENTION_ANSWERED,
    Verb.RETENTION_CORRECTED,
    Verb.RETENTION_TAKEN_BACK,
]


class MessageKind(TextChoices):
    """What the caseworker reads: a colleague had a contact, a mentor raised a concern; and the mentor its answer."""

    DROPPED_IN = "counselling-message", _("Was in open counselling: %(counselling_outcome)s")
    CONTACT_LOGGED = "contact-message", _("New contact: %(contact_kind)s")
    CONCERN_RAISED = "concern-message", _("A concern to answer by %(date)s: %(concern_kind)s")
    CONCERN_ANSWERED = "concern-reply", _("Your concern is answered: %(concern_kind)s")
    CONCERN_LEFT_BEHIND = (
        "concern-left-behind",
        _("The concern of a mentor who has left is answered: %(concern_kind)s"),
    )
    MENTOR_CHANGED = "mentor-changed", _("Another mentor, %(user)s: print the letter to the person")


MESSAGE_ICONS = {
    MessageKind.DROPPED_IN: "chat",
    MessageKind.CONTACT_LOGGED: "chat",
    MessageKind.CONCERN_RAISED: "warning",
    MessageKind.CONCERN_ANSWERED: "chat",
    MessageKind.CONCERN_LEFT_BEHIND: "chat",
    MessageKind.MENTOR_CHANGED: "person",
}
