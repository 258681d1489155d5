"""Where the fact is recorded that keeps a promise, and the words of the link. Looks across the pillars."""

from django.utils.translation import gettext_lazy

from refugees.events import KeyEvent

# A pillar adds its goals here when its form exists.
RECORDED_AT = {
    "internship-offered": "internships:offer",
    "internship-started": "internships:offer",
    "offer-gap": "internships:offer",
    "contract-signed": "refugees:record_date",
    "categorised": "refugees:record_date",
    "follow-up-law": "refugees:record_talk",
    "follow-up-next": "refugees:record_talk",
}
# Which of the dated events the form opens with.
RECORDED_AS = {"contract-signed": KeyEvent.CONTRACT, "categorised": KeyEvent.CATEGORISED}
# What the link says; of the dated events it is "Record the date".
RECORD = {
    "follow-up-law": gettext_lazy("Record a talk"),
    "follow-up-next": gettext_lazy("Record a talk"),
    "offer-gap": gettext_lazy("Record an offer"),
}
