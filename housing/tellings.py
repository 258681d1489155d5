"""What the facts of this pillar add to the lines of a case's history: which home, and the reasons given."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housing.models import (
    DeclineReason,
    HomeNeed,
    HomeOffer,
    MoveOutReason,
    OwnHome,
    PlacementException,
    Stay,
    StillThere,
)
from housing.verbs import Verb
from refugees.districts import District
from refugees.models import CaseLine
from refugees.tellings import events_behind, nearest, reason_given
from refugees.verbs import Telling

UNDONE = {Verb.SIGNED_TAKEN_BACK, Verb.MOVED_TAKEN_BACK, Verb.MOVED_OUT_TAKEN_BACK}


def tell(lines: Sequence[CaseLine]) -> dict[int, Telling]:
    """The words behind these lines, in eight queries at most."""
    ours = [line for line in lines if line.verb in Verb]
    told = _offers(ours) | _needs(ours) | _exceptions(ours) | _own_homes(ours)
    return told | _still_there(ours) | _stays(ours)


def _offers(lines: Iterable[CaseLine]) -> dict[int, Telling]:
    """Of which home; what was answered and why, as it was said then."""
    about, rows = _about(lines, "home_offer", HomeOffer.objects.all())
    if not rows:
        return {}
    events = events_behind(HomeOffer, (line for line, _key in about), "home_offer")
    told = {}
    for line, key in about:
        if offer := rows.get(key):
            words, reason = _said(line, events[key])
            text = "\n".join(part for part in (offer.home_address, words) if part)
            told[line.pk] = Telling(text=text, reason=reason)
    return told


def _said(line: CaseLine, events: list[Any]) -> tuple[str, str]:
    """What was said beside the line, and the reason that was given."""
    if line.verb == Verb.ANSWERED:
        event = nearest(events, line, lambda event: event.answer == line.details["home_answer"])
        return (event.answer_words, _label(DeclineReason, event.decline_reason)) if event else ("", "")
    if line.verb == Verb.MOVED_OUT:
        event = nearest(events, line, lambda event: event.moved_out_on is not None)
        return (event.left_words, _label(MoveOutReason, event.left_reason)) if event else ("", "")
    if line.verb == Verb.OFFER_TAKEN_BACK:
        return "", next((event.taken_back_reason for event in events if event.taken_back_at), "")
    if line.verb in UNDONE:
        return "", reason_given(nearest(events, line))
    return "", ""


def _needs(lines: Iterable[CaseLine]) -> dict[int, Telling]:
    """What was said then: the same day may have been said anew since."""
    ours = [line for line in lines if "home_need" in line.details]
    events = events_behind(HomeNeed, ours, "home_need")
    found = {line.pk: nearest(events[line.details["home_need"]], line) for line in ours}
    return {pk: Telling(text=need_in_words(event)) for pk, event in found.items() if event}


def need_in_words(said: Any) -> str:
    """What a home must be, in lines; nothing where only the people decide."""
    words = []
    if said.bedrooms:
        number = ngettext("%(number)d bedroom", "%(number)d bedrooms", said.bedrooms)
        words.append(f"{number % {'number': said.bedrooms}}: {said.bedrooms_reason}")
    if said.districts:
        words.append(f"{', '.join(str(District(each).label) for each in said.districts)}: {said.ties}")
    if said.most_rent:
        words.append(_("Rent at most %(rent)d kr.") % {"rent": said.most_rent})
    return "\n".join([*words, *filter(None, (said.pets, said.assistance))])


def _exceptions(lines: Iterable[CaseLine]) -> dict[int, Telling]:
    exceptions = PlacementException.objects.select_related("dwelling")
    about, rows = _about(lines, "home_exception", exceptions)
    told = {}
    for line, key in about:
        if row := rows.get(key):
            is_withdrawn = line.verb == Verb.EXCEPTION_WITHDRAWN
            text = str(row.dwelling.address) if is_withdrawn else f"{row.dwelling.address}\n{row.ground}"
            told[line.pk] = Telling(text=text, reason=row.withdrawn_reason if is_withdrawn else row.reason)
    return told


def _own_homes(lines: Iterable[CaseLine]) -> dict[int, Telling]:
    about, rows = _about(lines, "own_home", OwnHome.objects.all())
    return {
        line.pk: Telling(reason=rows[key].taken_back_reason)
        if line.verb == Verb.OWN_HOME_TAKEN_BACK
        else Telling(text=rows[key].note)
        for line, key in about
        if key in rows
    }


def _still_there(lines: Iterable[CaseLine]) -> dict[int, Telling]:
    about, rows = _about(lines, "still_there", StillThere.objects.all())
    return {
        line.pk: Telling(reason=rows[key].taken_back_reason)
        if line.verb == Verb.STILL_THERE_TAKEN_BACK
        else Telling(text=rows[key].words)
        for line, key in about
        if key in rows
    }


def _stays(lines: Iterable[CaseLine]) -> dict[int, Telling]:
    """In which place, room and bed; why a stay was taken back."""
    about, rows = _about(lines, "stay", Stay.objects.select_related("bed__room__lodging"))
    told = {}
    for line, key in about:
        if row := rows.get(key):
            room = row.bed.room
            reason = row.taken_back_reason if line.verb == Verb.STAY_TAKEN_BACK else ""
            told[line.pk] = Telling(text=f"{room.lodging.name}, {room.name}, {row.bed.name}", reason=reason)
    return told


def _about(
    lines: Iterable[CaseLine], name: str, rows: models.QuerySet
) -> tuple[list[tuple[CaseLine, int]], dict[int, Any]]:
    """The lines that name a row of this kind, with its key; and the rows. No query where no line names one."""
    about = [(line, line.details[name]) for line in lines if name in line.details]
    return about, rows.in_bulk({key for _line, key in about}) if about else {}


def _label(choices: type[models.TextChoices], key: str) -> str:
    return str(choices(key).label) if key else ""
