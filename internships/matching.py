"""Which openings could fit a person, and which people an opening: reasons for and against, never a decision.

Pure: facts in, reasons out; no database and no clock. What does not fit is not left out: it says why not.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from internships.kinships import are_neighbours, asks_for, sectors_of, shared_words
from internships.reasons import Known, OpeningFacts, PersonFacts, Reason
from refugees.districts import District
from refugees.hours import FULL_TIME, in_hours
from refugees.languages import in_sentence
from refugees.models import Limit
from refugees.reasons import Match, Sign

# Of a language spoken less well than this nobody can say that it is enough.
LITTLE = {"a1"}


def match(person: PersonFacts, opening: OpeningFacts, today: date) -> Match:
    """Hold a person and an opening against each other, and say whether the person is free for any."""
    return Match([*availability(person).reasons, *likeness(person, opening, today).reasons])


def likeness(person: PersonFacts, opening: OpeningFacts, today: date) -> Match:
    """Hold a person and an opening against each other, whether or not the person is free for any."""
    parts = (
        _place(opening),
        _start(person, opening, today),
        _work(person, opening),
        _wishes(person, opening),
        _languages(person, opening),
        _distance(person, opening),
        _hours(person, opening),
        _health(person, opening),
    )
    return Match([reason for part in parts for reason in part])


def availability(person: PersonFacts) -> Match:
    """What is true of the person whatever the opening: a page about one person says it once."""
    return Match(list(_availability(person)))


def _availability(person: PersonFacts) -> Iterable[Reason]:
    if person.is_exempt:
        yield Reason(Sign.STOPS, _("Is exempt from offers now: not job-ready"))
    if person.is_engaged:
        yield Reason(Sign.AGAINST, _("Is in an internship, job or education already"))
    if person.has_offer:
        yield Reason(Sign.STOPS, _("Has an offer that is not answered yet"))


def _place(opening: OpeningFacts) -> Iterable[Reason]:
    if opening.barred_because:
        words = _("The company is not to be used: %(reason)s") % {"reason": opening.barred_because}
        yield Reason(Sign.STOPS, words)
    if opening.is_closed:
        yield Reason(Sign.STOPS, _("The opening is closed"))
    elif opening.free < 1:
        yield Reason(Sign.STOPS, _("Every place is taken"))
    else:
        places = {"free": opening.free, "places": opening.capacity}
        yield Reason(Sign.FOR, _("%(free)d of %(places)d places free") % places)


def _start(person: PersonFacts, opening: OpeningFacts, today: date) -> Iterable[Reason]:
    first = max(opening.start_from, today)
    if opening.start_until and opening.start_until < today:
        yield Reason(Sign.STOPS, _("The time to start was over %(day)s") % {"day": _day(opening.start_until)})
    elif person.start_by and first > person.start_by:
        days = {"day": _day(first), "due": _day(person.start_by)}
        yield Reason(Sign.AGAINST, _("Starts %(day)s at the earliest, after the deadline of %(due)s") % days)
    elif opening.start_from <= today:
        yield Reason(Sign.FOR, _("Can start now"))
    else:
        yield Reason(Sign.FOR, _("Can start from %(day)s") % {"day": _day(first)})


def _work(person: PersonFacts, opening: OpeningFacts) -> Iterable[Reason]:
    found = [
        *_likenesses(person.done, opening, _("Has worked as %(what)s"), _("has worked as %(what)s")),
        *_likenesses(person.can, opening, _("Can do this: %(what)s"), _("can do this: %(what)s")),
    ]
    if found:
        yield from found
    elif person.done or person.can:
        yield Reason(Sign.AGAINST, _("Nothing in the profile speaks of this work"))
    else:
        yield Reason(Sign.UNKNOWN, _("The profile says nothing of work or skills yet"))
    if asks_for(opening.requirements, Limit.NO_DRIVING):
        licence = Reason(Sign.FOR, _("Has a driving licence"))
        missing = Reason(Sign.AGAINST, _("The place asks for a driving licence; none is in the profile"))
        yield licence if person.has_licence else missing


def _wishes(person: PersonFacts, opening: OpeningFacts) -> Iterable[Reason]:
    if not person.wishes:
        yield Reason(Sign.UNKNOWN, _("No wish for work is recorded"))
    elif found := _likenesses(person.wishes, opening, _("Wishes for: %(what)s"), _("wishes for: %(what)s")):
        yield from found
    else:
        wished = ", ".join(wish.title for wish in person.wishes)
        yield Reason(Sign.AGAINST, _("Wishes for something else: %(what)s") % {"what": wished})


def _likenesses(
    entries: Sequence[Known], opening: OpeningFacts, by_words: str, by_sector: str
) -> list[Reason]:
    """What in the profile is like the work, and by what that can be seen: the same words, or the same sector."""
    text = f"{opening.tasks} {opening.requirements}"
    found = []
    for entry in entries:
        about = {"what": entry.title}
        if words := shared_words(text, f"{entry.title} {entry.words}"):
            said = by_words % about + " " + _("(the text says: %(words)s)") % {"words": ", ".join(words[:3])}
            found.append(Reason(Sign.FOR, said))
        elif opening.sector and opening.sector in sectors_of(entry.code):
            said = _("The same kind of work (%(sector)s): %(fact)s")
            fact = {"sector": opening.sector_words, "fact": by_sector % about}
            found.append(Reason(Sign.FOR, said % fact))
    return found


def _languages(person: PersonFacts, opening: OpeningFacts) -> Iterable[Reason]:
    for code in opening.languages:
        about = {"language": in_sentence(code)}
        if code not in person.languages:
            yield Reason(
                Sign.STOPS, _("%(language)s is needed; that the person speaks it is not known") % about
            )
            continue
        level, about["level"] = person.languages[code]
        if not level:
            yield Reason(
                Sign.UNKNOWN, _("Speaks %(language)s, which is needed; how well is not known") % about
            )
        elif level in LITTLE:
            yield Reason(
                Sign.AGAINST, _("%(language)s is needed; the person speaks little: %(level)s") % about
            )
        else:
            yield Reason(Sign.FOR, _("Speaks %(language)s, which is needed (%(level)s)") % about)
    shared = [code for code in opening.spoken_there if code in person.languages]
    if not opening.languages and shared:
        words = ", ".join(in_sentence(code) for code in shared)
        yield Reason(
            Sign.FOR, _("At work they speak %(languages)s, as the person does") % {"languages": words}
        )


def _distance(person: PersonFacts, opening: OpeningFacts) -> Iterable[Reason]:
    about = {"district": opening.district_words}
    if not person.districts:
        yield Reason(Sign.UNKNOWN, _("%(district)s; where the person lives is not known") % about)
    elif opening.district in person.districts and opening.district != District.OUTSIDE:
        yield Reason(Sign.FOR, _("%(district)s, where the person lives, by the postal code") % about)
    elif any(are_neighbours(home, opening.district) for home in person.districts):
        yield Reason(Sign.FOR, _("%(district)s, beside where the person lives, by the postal code") % about)
    else:
        yield Reason(Sign.AGAINST, _("%(district)s, not where the person lives nor beside it") % about)


def _hours(person: PersonFacts, opening: OpeningFacts) -> Iterable[Reason]:
    about = {"hours": in_hours(opening.minutes_a_week)}
    if person.most_minutes is not None:
        about["most"] = in_hours(person.most_minutes)
        if opening.minutes_a_week > person.most_minutes:
            words = _("%(hours)s a week; the conclusion about work says %(most)s at most")
            yield Reason(Sign.STOPS, words % about)
        else:
            words = _("%(hours)s a week, within the %(most)s of the conclusion about work")
            yield Reason(Sign.FOR, words % about)
    if person.danish_minutes is not None:
        about["danish"] = in_hours(person.danish_minutes)
        together = opening.minutes_a_week + person.danish_minutes
        if together > FULL_TIME:
            words = _("%(hours)s a week and %(danish)s of Danish classes are more than full time")
            yield Reason(Sign.AGAINST, words % about)
        else:
            words = _("%(hours)s a week leave room for %(danish)s of Danish classes")
            yield Reason(Sign.FOR, words % about)


def _health(person: PersonFacts, opening: OpeningFacts) -> Iterable[Reason]:
    if person.not_before and opening.start_until and person.not_before > opening.start_until:
        words = _("Cannot work before %(day)s; the time to start is over by then")
        yield Reason(Sign.STOPS, words % {"day": _day(person.not_before)})
    elif person.not_before and person.not_before > opening.start_from:
        yield Reason(Sign.AGAINST, _("Cannot work before %(day)s") % {"day": _day(person.not_before)})
    text = f"{opening.tasks} {opening.requirements}"
    for limit in person.limits:
        about = {"limit": Limit(limit).label}
        if asks_for(text, limit):
            yield Reason(Sign.STOPS, _("The place asks for what cannot be: %(limit)s") % about)
        else:
            yield Reason(Sign.UNKNOWN, _("Ask the company: %(limit)s") % about)


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
