"""Days away from measures and classes, from the City's system of record: the days and who told of them, no decision."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from internships.away_rows import VOCABULARY, AwayRow, Column, read_away
from internships.models import StayedAway, ToldBy
from internships.reports import absences, away_row
from refugees.attended import Attended, AttendedKind, attended
from refugees.models import Case, Occupation, last_received
from refugees.received import Facts, News, keep, news_of
from refugees.reporting import Reported
from refugees.staged import Cells, Change, ListKind, Look, Prospect, RowResult
from refugees.state_rows import cases_of, contested_words, in_figures, why_no_case

# The columns that a row may tell anew, by the field of the state's reporting that holds it.
COLUMNS = {
    "first_on": Column.FIRST,
    "last_on": Column.LAST,
    "told_by": Column.TOLD_BY,
    "told_on": Column.TOLD_ON,
}


@dataclass(slots=True)
class Known:
    """What the City knows of one row: whose case, from what, the same days, what the list told the last time."""

    case: Case | None = None
    source: Attended | None = None
    why_no_source: str = ""
    away: StayedAway | None = None
    before: Facts | None = None
    news: News = field(default_factory=News)


def look(rows: Sequence[Cells], by: User, today: date) -> list[Look]:
    """What each row would do, in a fixed number of queries however many there are."""
    read = [_read(cells, today) for cells in rows]
    known = _known(rows, [away for away, _problems in read], by)
    return [
        _look(cells, away, problems, about)
        for cells, (away, problems), about in zip(rows, read, known, strict=True)
    ]


def _read(cells: Cells, today: date) -> tuple[AwayRow | None, list[str]]:
    try:
        return read_away(cells, today), []
    except ValidationError as error:
        return None, error.messages


def _known(rows: Sequence[Cells], read: Sequence[AwayRow | None], by: User) -> list[Known]:
    """What is known of each row. Three queries, two about what people attend, one about what the list told before."""
    cases = cases_of(rows, by)
    ids = sorted({case.pk for case in cases if case})
    sources = attended(ids)
    keys = dict(
        Occupation.objects.filter(case__in=ids).exclude(source_key="").values_list("public_id", "source_key")
    )
    told = list(
        StayedAway.objects.filter(case__in=ids).select_related("decision", "recorded_by").order_by("pk")
    )
    found = []
    for case, row in zip(cases, read, strict=True):
        about = Known(case)
        found.append(about)
        if case and row:
            own = [each for each in sources if each.case_id == case.pk]
            about.source, about.why_no_source = _source(row, own, keys)
            about.away = _same(row, about.source, [each for each in told if each.case_id == case.pk])
    before = last_received(Reported.ABSENCE, [each.away.public_id for each in found if each.away])
    for row, about in zip(read, found, strict=True):
        if row and about.away:
            about.before = before.get(about.away.public_id)
            about.news = news_of(row.told, ours=away_row(about.away).facts, before=about.before)
    return found


def _source(row: AwayRow, own: Sequence[Attended], keys: dict) -> tuple[Attended | None, str]:
    """What the person stayed away from: by its key in the system of record or here, or by its kind, place and days."""
    if row.from_key:
        named = [each for each in own if row.from_key in (keys.get(each.key), str(each.key))]
        return (named[0], "") if named else (None, _("No measure or class of the case has this key."))
    fitting = [
        each
        for each in own
        if each.kind == row.kind
        and row.place.casefold() in ("", each.name.casefold())
        and each.lies_on(row.first_on)
        and each.lies_on(row.last_on)
    ]
    if len(fitting) == 1:
        return fitting[0], ""
    if fitting:
        return None, _("Several measures or classes of this kind go on then. Name the one by its key.")
    return None, _(
        "No measure or class of this kind goes on then on the case. Take the list of measures in first."
    )


def _same(row: AwayRow, source: Attended | None, told: Sequence[StayedAway]) -> StayedAway | None:
    """Those with this key, even if they were taken back here; else those that somebody typed, from the same day."""
    by_key = next((away for away in told if away.source_key == row.key), None)
    typed = (away for away in told if not away.source_key and not away.taken_back_at)
    alike = (
        away for away in typed if source and (away.attended, away.first_on) == (source.key, row.first_on)
    )
    return by_key or next(alike, None)


def _problems(row: AwayRow, known: Known) -> list[str]:
    """What cannot be beside what is known."""
    ours, source = known.away, known.source
    if ours and (ours.taken_back_at or (source and not known.news.is_any and ours.attended == source.key)):
        return []
    if source is None:
        return [] if ours and not known.news.is_any else [known.why_no_source]
    if ours is None:
        if source.lies_on(row.first_on) and source.lies_on(row.last_on):
            return []
        return [_("The person did not attend it on those days, as its first and last day say.")]
    if ours.attended != source.key:
        words = _("On the case it is about something else: %(what)s. Correct the case or the list.")
        return [words % {"what": ours.attended_name}]
    if known.news.anew and getattr(ours, "decision", None):
        return [_("The hearing has begun. The days stand as its letter says them.")]
    return contested_words(_changes(row, ours, known.news.contested))


def _changes(row: AwayRow, ours: StayedAway, names: frozenset[str]) -> list[Change]:
    """What becomes of each of these fields, in words."""
    was = away_row(ours).facts
    return [
        Change(str(column.label), _in_words(name, str(was[name])), _in_words(name, str(row.told[name])))
        for name, column in COLUMNS.items()
        if name in names
    ]


def _in_words(name: str, value: str) -> str:
    return str(ToldBy(value).label) if name == "told_by" else in_figures(value)


def _look(cells: Cells, row: AwayRow | None, problems: list[str], known: Known) -> Look:
    case, ours = known.case, known.away
    title = case.person.name if case else cells.get(Column.CASE) or _("Nobody we know")
    url = reverse("internships:weekdays", args=[case.public_id]) if case else ""
    if case is None:
        problems = [why_no_case(cells), *problems]
    elif row:
        problems = _problems(row, known)
    if problems:
        return Look(Prospect.CANNOT, title, problems=problems, url=url)
    days = " – ".join(f"{day:%d-%m-%Y}" for day in sorted({row.first_on, row.last_on}))
    sub = _("Stayed away %(days)s") % {"days": days}
    if ours and ours.taken_back_at:
        return Look(Prospect.KNOWN, title, sub, url=url)
    if ours:
        changes = _changes(row, ours, known.news.anew)
        return Look(Prospect.CHANGED if changes else Prospect.KNOWN, title, sub, changes=changes, url=url)
    what = f"{AttendedKind(known.source.kind).label}, {known.source.name}"
    told = [
        Change(str(Column.KIND.label), "", what),
        Change(str(Column.TOLD_BY.label), "", str(ToldBy(row.told_by).label)),
    ]
    return Look(Prospect.NEW, title, sub, changes=told, url=url)


def carry_out(cells: Cells, by: User, today: date) -> RowResult:
    """Record the days, or correct them as the list tells them now. Nothing is judged and nothing decided."""
    row = read_away(cells, today)
    [case] = cases_of([cells], by)
    if case is None:
        raise ValidationError(why_no_case(cells))
    # Who judges it here at the same moment waits, or is seen.
    with Case.changing([case], by=by):
        [known] = _known([cells], [row], by)
        if problems := _problems(row, known):
            raise ValidationError(problems)
        return _take_over(row, known, by, today)


def _take_over(row: AwayRow, known: Known, by: User, today: date) -> RowResult:
    ours, result = known.away, RowResult.UNCHANGED
    if ours and ours.taken_back_at:
        return result
    facts = {
        "attended": known.source,
        "first_on": row.first_on,
        "last_on": row.last_on,
        "told_by": row.told_by,
        "told_on": row.told_on,
    }
    if ours is None:
        ours = StayedAway.objects.record(case=known.case, source_key=row.key, today=today, by=by, **facts)
        result = RowResult.MADE
    else:
        ours.keep_source_key(row.key, by=by)
        if known.news.anew:
            # What was corrected here since stays, as far as the list tells nothing anew of it.
            facts |= {name: getattr(ours, name) for name in COLUMNS if name not in known.news.anew}
            reason = _("The City's system of record tells it so.")
            ours.correct(reason=reason, explanation=ours.explanation, today=today, by=by, **facts)
            result = RowResult.CHANGED
    about = {"case": known.case, "key": ours.public_id, "reader": absences}
    keep(row.told, before=known.before, unsaid={}, today=today, **about)
    return result


ABSENCES = ListKind(
    key="absences",
    title=gettext_lazy("Absences from a list"),
    lede=gettext_lazy(
        "Days away from measures and classes that were recorded in the City's system of record. You see what is new"
        " before anything is recorded."
    ),
    vocabulary=VOCABULARY,
    labels=dict(Column.choices),
    look=look,
    carry_out=carry_out,
    sample=settings.BASE_DIR / "docs/samples/absences.csv",
    no_headings=gettext_lazy(
        "No row of headings was found in the first 25 rows. One row must name the columns, among them “CPR-nr.” or"
        " “Sagsnr.”. Look at the sample file."
    ),
    back="my_work",
    back_label=gettext_lazy("My work"),
    notes=[
        gettext_lazy("A row is known again by its key: a list that is taken in twice changes nothing."),
        gettext_lazy("What came from the system of record is not gathered for the state as new."),
        gettext_lazy(
            "A list brings the days and who told of them. Whether there was a ground, and what follows, a caseworker"
            " judges here."
        ),
    ],
)
