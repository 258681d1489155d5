"""Talks from the City's system of record, so that nobody types them twice (refugees/staged.py)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from refugees.models import Case, Participant, Talk, TalkForm, TalkKind, last_received
from refugees.received import Facts, News, keep, news_of
from refugees.reporting import YES, Reported
from refugees.reports import talk_row, talks
from refugees.staged import Cells, Change, ListKind, Look, Prospect, RowResult
from refugees.state_rows import cases_of, contested_words, in_figures, why_no_case
from refugees.talk_rows import UNSAID, VOCABULARY, Column, TalkRow, read_talk

# The columns that a row may tell anew, by the field of the state's reporting that holds it.
COLUMNS = {
    "event_on": Column.ON,
    "form": Column.FORM,
    "participants": Column.PARTICIPANTS,
    "agreement": Column.AGREEMENT,
    "was_held": Column.HELD,
    "remark": Column.WHY_NOT,
}


@dataclass(slots=True)
class Known:
    """What the City knows of one row: whose case, the same talk, what the list told of it the last time."""

    case: Case | None = None
    talk: Talk | None = None
    before: Facts | None = None
    news: News = field(default_factory=News)


def look(rows: Sequence[Cells], by: User, today: date) -> list[Look]:
    """What each row would do, in a fixed number of queries however many there are."""
    read = [_read(cells, today) for cells in rows]
    known = _known(rows, [talk for talk, _problems in read], by)
    return [
        _look(cells, talk, problems, about)
        for cells, (talk, problems), about in zip(rows, read, known, strict=True)
    ]


def _read(cells: Cells, today: date) -> tuple[TalkRow | None, list[str]]:
    try:
        return read_talk(cells, today), []
    except ValidationError as error:
        return None, error.messages


def _known(rows: Sequence[Cells], read: Sequence[TalkRow | None], by: User) -> list[Known]:
    """What is known of each row. Two queries, and one in the scope of the system about what is known."""
    cases = cases_of(rows, by)
    held = Talk.objects.filter(case__in={case.pk for case in cases if case})
    held = list(held.select_related("recorded_by").order_by("pk"))
    same = [
        _same(row, [talk for talk in held if case and talk.case_id == case.pk])
        for case, row in zip(cases, read, strict=True)
    ]
    before = last_received(Reported.TALK, [talk.public_id for talk in same if talk])
    found = []
    for case, row, talk in zip(cases, read, same, strict=True):
        about = Known(case, talk, before.get(talk.public_id) if talk else None)
        if row and talk and row.key:
            about.news = news_of(row.told, ours=talk_row(talk).facts, before=about.before)
        found.append(about)
    return found


def _same(row: TalkRow | None, held: Sequence[Talk]) -> Talk | None:
    """The one with this key, even if it was taken back here; else one of the same kind on that day, without a key."""
    if row is None:
        return None
    by_key = next((talk for talk in held if row.key and talk.source_key == row.key), None)
    standing = (talk for talk in held if not talk.taken_back_at and not (row.key and talk.source_key))
    alike = [talk for talk in standing if (talk.kind, talk.on) == (row.kind, row.on)]
    # Of several of a kind on one day the one that was held as the row says.
    alike.sort(key=lambda talk: talk.was_held != row.was_held)
    return by_key or next(iter(alike), None)


def _problems(row: TalkRow, known: Known) -> list[str]:
    """Where the list and the case differ on what somebody has to judge."""
    ours = known.talk
    if ours is None or ours.taken_back_at:
        return []
    if ours.kind != row.kind:
        words = _("On the case it is another talk: %(what)s. Correct the case or the list.")
        return [words % {"what": _words_of(ours)}]
    if not row.key and ours.was_held != row.was_held:
        return [
            _("It is recorded here as not held. Correct it on the case.")
            if row.was_held
            else _("It is recorded here as held. Correct it on the case.")
        ]
    return contested_words(_changes(row, ours, known.news.contested))


def _words_of(talk: Talk) -> str:
    return f"{talk.get_kind_display()}, {talk.on:%d-%m-%Y}"


def _changes(row: TalkRow, ours: Talk, names: frozenset[str]) -> list[Change]:
    """What becomes of each of these fields, in words."""
    was = talk_row(ours).facts
    return [
        Change(str(column.label), _in_words(name, str(was[name])), _in_words(name, row.told[name]))
        for name, column in COLUMNS.items()
        if name in names
    ]


def _in_words(name: str, value: str) -> str:
    if name == "event_on":
        return in_figures(value)
    if name == "form":
        return str(TalkForm(value).label)
    if name == "was_held":
        return _("Held") if value == YES else _("Not held")
    if name == "participants":
        return ", ".join(str(Participant(each).label) for each in value.split(", ") if each)
    return value


def _look(cells: Cells, row: TalkRow | None, problems: list[str], known: Known) -> Look:
    case, ours = known.case, known.talk
    title = case.person.name if case else cells.get(Column.CASE) or _("Nobody we know")
    url = reverse("refugees:talks", args=[case.public_id]) if case else ""
    problems = ([] if case else [why_no_case(cells)]) + (problems or (_problems(row, known) if row else []))
    if problems:
        return Look(Prospect.CANNOT, title, problems=problems, url=url)
    sub = f"{TalkKind(row.kind).label}, {row.on:%d-%m-%Y}"
    if ours and ours.taken_back_at:
        return Look(Prospect.KNOWN, title, sub, url=url)
    if ours:
        changes = _changes(row, ours, known.news.anew)
        return Look(Prospect.CHANGED if changes else Prospect.KNOWN, title, sub, changes=changes, url=url)
    words = {Column.AGREEMENT: row.agreement, Column.WHY_NOT: row.why_not}
    told = [Change(str(column.label), "", text) for column, text in words.items() if text]
    return Look(Prospect.NEW, title, sub, changes=told, url=url)


def carry_out(cells: Cells, by: User, today: date) -> RowResult:
    """Record the talk, or correct it as the list tells it now. Again it does nothing more."""
    row = read_talk(cells, today)
    [case] = cases_of([cells], by)
    if case is None:
        raise ValidationError(why_no_case(cells))
    # Who corrects it here at the same moment waits, or is seen.
    with Case.changing([case], by=by):
        [known] = _known([cells], [row], by)
        if problems := _problems(row, known):
            raise ValidationError(problems)
        return _take_over(row, known, by, today)


def _take_over(row: TalkRow, known: Known, by: User, today: date) -> RowResult:
    ours, result = known.talk, RowResult.UNCHANGED
    if ours and ours.taken_back_at:
        return result
    if ours is None:
        ours, result = _record(row, known.case, by, today), RowResult.MADE
    else:
        ours.keep_source_key(row.key, by=by)
        if known.news.anew:
            _correct(ours, row, known.news.anew, by, today)
            result = RowResult.CHANGED
    # Without a key a list takes nothing over, so what it tells otherwise later is not what stands here.
    if row.key or known.before is None:
        about = {"case": known.case, "key": ours.public_id, "reader": talks}
        keep(row.told, before=known.before, unsaid=UNSAID, today=today, **about)
    return result


def _record(row: TalkRow, case: Case, by: User, today: date) -> Talk:
    return Talk.objects.record(
        case=case,
        kind=row.kind,
        on=row.on,
        form=row.form,
        participants=row.participants,
        agreement=row.agreement,
        was_held=row.was_held,
        why_not=row.why_not,
        source_key=row.key,
        today=today,
        by=by,
    )


def _correct(ours: Talk, row: TalkRow, anew: frozenset[str], by: User, today: date) -> None:
    """What the list tells anew; the rest stays as it stands here."""
    facts: dict[str, Any] = {
        "on": row.on if "event_on" in anew else ours.on,
        "form": row.form if "form" in anew else ours.form,
        "participants": row.participants if "participants" in anew else ours.participants,
        "agreement": row.agreement if "agreement" in anew else ours.agreement,
        "was_held": row.was_held if "was_held" in anew else ours.was_held,
        "why_not": row.why_not if "remark" in anew else ours.why_not,
    }
    reason = _("The City's system of record tells it so.")
    ours.correct(reason=reason, today=today, by=by, **facts)


TALKS = ListKind(
    key="talks",
    title=gettext_lazy("Talks from a list"),
    lede=gettext_lazy(
        "Talks that were recorded in the City's system of record. You see what is new before anything is recorded."
    ),
    vocabulary=VOCABULARY,
    labels=dict(Column.choices),
    look=look,
    carry_out=carry_out,
    sample=settings.BASE_DIR / "docs/samples/talks.csv",
    no_headings=gettext_lazy(
        "No row of headings was found in the first 25 rows. One row must name the columns, among them “CPR-nr.” or"
        " “Sagsnr.”. Look at the sample file."
    ),
    back="my_work",
    back_label=gettext_lazy("My work"),
    notes=[
        gettext_lazy(
            "A row is known again by its key; without one by the kind and the day of the talk, and then it changes"
            " nothing."
        ),
        gettext_lazy("What came from the system of record is not gathered for the state as new."),
    ],
)
