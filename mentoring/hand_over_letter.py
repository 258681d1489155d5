"""The letter that tells a person who is theirs now instead of whom: in Danish and in English, to be printed."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.dateformat import format as in_words
from django.utils.formats import time_format
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _

from accounts.models import Language, User
from mentoring.models import Agreed, HandOver, Promise
from refugees.models import Appointment, TeamMember
from refugees.parts import Part

# In full, as each language writes it within a sentence.
DAYS = {Language.DANISH: "j. F Y", Language.ENGLISH: "j F Y"}
LANGUAGES = tuple(DAYS)


@dataclass(frozen=True, slots=True)
class Text:
    """The letter in one language."""

    language: str
    title: str
    greeting: str
    sentences: list[str]
    meetings: list[str]
    meetings_title: str
    ring: str


@dataclass(frozen=True, slots=True)
class HandOverLetter:
    """The letter to one person."""

    member: TeamMember
    texts: list[Text]


def letter_of(member: TeamMember, former: User | None) -> HandOverLetter:
    """To whoever is the person of this member's case. Three queries."""
    agreed = HandOver.objects.filter(
        case=member.case_id, to=member.user, former=former, on=member.during.lower, part=member.part
    )
    handed_on = former is not None and agreed.filter(agreed=Agreed.CONTACTS).exists()
    promises = Promise.objects.open().filter(case=member.case_id, holder=member.user).count()
    meetings = Appointment.objects.standing().from_day(member.during.lower).of(member.user)
    meetings = list(meetings.filter(case=member.case_id).order_by("starts_at"))
    texts = []
    for language in LANGUAGES:
        with override(language):
            texts.append(_text(language, member, former, meetings, promises, handed_on=handed_on))
    return HandOverLetter(member, texts)


def _text(
    language: str,
    member: TeamMember,
    former: User | None,
    meetings: list[Appointment],
    promises: int,
    *,
    handed_on: bool,
) -> Text:
    is_mentor = member.part != Part.CASEWORKER
    names = {
        "name": member.user.name,
        "day": _day(member.during.lower),
        "former": former.name if former else "",
    }
    sentences = [
        _("From %(day)s %(name)s is your mentor.")
        if is_mentor
        else _("From %(day)s %(name)s is your caseworker.")
    ]
    if former and is_mentor:
        sentences.append(_("%(former)s is your mentor no longer, and sees nothing about you any more."))
        sentences.append(_agreed(handed_on=handed_on))
    elif former:
        sentences.append(
            _("%(former)s is your caseworker no longer. Your case stays with the City as it is.")
        )
    said = [sentence % names for sentence in sentences]
    if promises:
        kept = ngettext(
            "%(name)s keeps what was promised to you: %(count)d promise is still open.",
            "%(name)s keeps what was promised to you: %(count)d promises are still open.",
            promises,
        )
        said.append(kept % {"name": member.user.name, "count": promises})
    return Text(
        language=language,
        title=_("Your new mentor") if is_mentor else _("Your new caseworker"),
        greeting=_("Dear %(name)s") % {"name": member.case.person.given_name},
        sentences=said,
        meetings=[_meeting(each) for each in meetings],
        meetings_title=_("Your appointments stand:"),
        ring=_("Ring if something is not clear:"),
    )


def _agreed(*, handed_on: bool) -> str:
    if handed_on:
        return _(
            "You have agreed that %(name)s reads what %(former)s wrote about your meetings. You may change your mind:"
            " tell your caseworker."
        )
    return _("What %(former)s wrote about your meetings is not handed on to %(name)s.")


def _meeting(meeting: Appointment) -> str:
    starts = timezone.localtime(meeting.starts_at)
    words = _("%(day)s at %(time)s") % {
        "day": _day(timezone.localdate(meeting.starts_at)),
        "time": time_format(starts, "H:i"),
    }
    return f"{words}, {meeting.place}" if meeting.place else words


def _day(day: date) -> str:
    return in_words(day, DAYS[get_language()])
