"""What a digest says: gathered at the moment it is written, so that one that comes late is not out of date."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Absence, User
from accounts.permissions import Role
from goals import figures
from goals.letters import SHOWN, Entry, Letter, Section, about, compose, link, over, promise
from goals.models import Breach, Clock, Conversation, Mail, Standard, State
from goals.models.wording import standard_words
from goals.statistics import withheld
from refugees.models import Case, TeamMember, Waiting
from refugees.models.case import CaseQuerySet

WEEK = timedelta(days=7)


def cases_of(user: User, day: date) -> CaseQuerySet:
    """The open cases that this person must see to that day.

    A caseworker's own; for a team lead also those of the unit that nobody works on, or whose caseworker is away.
    """
    mine = user.team_parts.on(day).caseworkers().values("case")
    wanted = Q(pk__in=mine)
    if user.role == Role.TEAM_LEAD:
        away = Absence.objects.on(day).values("user")
        covered = TeamMember.objects.on(day).caseworkers().exclude(user__in=away).values("case")
        wanted |= Q(unit__in=user.case_unit_ids()) & ~Q(pk__in=covered)
    return Case.objects.open().filter(wanted)


def morning(mail: Mail, user: User, day: date) -> Letter | None:
    """The day's digest: what went over and was in no mail before, what is due soon, which answers ran out, whom to
    chase. None if there is nothing to say."""
    cases = cases_of(user, day)
    untold = Breach.objects.open().filter(case__in=cases).select_related("case", "clock")
    breaches = mail.tell_of(untold.order_by("over_since", "pk"))
    soon = Clock.objects.filter(case__in=cases).at(day).filter(state=State.DUE_SOON).select_related("case")
    chase = (
        Waiting.objects.to_chase(day).filter(case__in=cases).select_related("case").order_by("chase_on", "pk")
    )
    sections = [
        Section(
            _("New over the deadline"), [over(breach, day) for breach in breaches[:SHOWN]], len(breaches)
        ),
        _section(_("Due soon"), soon.by_urgency(), _due),
        *_answers(user, cases, day),
        _section(_("Waiting has lasted long enough: chase"), chase, _chase),
    ]
    if not any(section.count for section in sections):
        return None
    subject = _("Your cases on %(date)s: %(over)d new over the deadline, %(soon)d due soon") % {
        "date": date_format(day),
        "over": len(breaches),
        "soon": sections[1].count,
    }
    leads = user.role == Role.TEAM_LEAD
    page = (_("My team"), link("my_team")) if leads else (_("My work"), link("my_work"))
    return compose(subject=subject, opening=_("What needs you today."), sections=sections, page=page)


def _answers(user: User, cases: CaseQuerySet, day: date) -> list[Section]:
    """Conversations whose next step has come and gone; for a team lead of the whole unit, and those nobody began."""
    if user.role == Role.TEAM_LEAD:
        cases = Case.objects.filter(unit__in=user.case_unit_ids())
    talks = Conversation.objects.needs_answer(day).filter(case__in=cases).select_related("case")
    ran_out = talks.filter(answered_at__isnull=False).order_by("next_on", "pk")
    sections = [_section(_("Answers that ran out"), ran_out, _ran_out)]
    if user.role == Role.TEAM_LEAD:
        unanswered = talks.filter(answered_at=None).order_by("opened_at", "pk")
        sections.append(_section(_("Over the deadline, and nobody has said why"), unanswered, _unanswered))
    return sections


def _section(title: str, rows: QuerySet, line: Callable[[Any], Entry]) -> Section:
    """A heading with the first of these rows, and how many there are."""
    return Section(title, [line(row) for row in rows[:SHOWN]], rows.count())


def _due(clock: Clock) -> Entry:
    words = ngettext(
        "%(promise)s: due on %(date)s, %(days)d day left",
        "%(promise)s: due on %(date)s, %(days)d days left",
        clock.days,
    )
    return about(
        clock.case,
        words % {"promise": promise(clock), "date": date_format(clock.due_on), "days": clock.days},
    )


def _ran_out(talk: Conversation) -> Entry:
    words = _("the next step was to be done by %(date)s") % {"date": date_format(talk.next_on)}
    return Entry(talk.case.number, link("goals:conversation", talk.public_id), words)


def _unanswered(talk: Conversation) -> Entry:
    words = _("open since %(date)s") % {"date": date_format(timezone.localdate(talk.opened_at))}
    return Entry(talk.case.number, link("goals:conversation", talk.public_id), words)


def _chase(waiting: Waiting) -> Entry:
    return about(waiting.case, _("to be chased on %(date)s") % {"date": date_format(waiting.chase_on)})


def weekly(user: User, day: date) -> Letter | None:
    """The week's digest: how the promises stand, what was noticed last week, what nobody has answered.

    Figures of few people stay in the house (goals/statistics.py): a mail says "fewer than five" instead.
    """
    monday = day - timedelta(days=day.weekday())
    board = figures.scoreboard(user, figures.Population(), day)
    sections = [*_standings(board), _noticed(user, monday), _talks(user, day)]
    if not any(section.count for section in sections):
        return None
    return compose(
        subject=_("The promises in the week of %(date)s") % {"date": date_format(monday)},
        opening=_("How the promises to the people in your units stand on %(date)s.")
        % {"date": date_format(day)},
        sections=sections,
        page=(_("All figures"), link("goals:scoreboard")),
    )


def _standings(board: Sequence[figures.Figure]) -> list[Section]:
    """A section for each standard: they are never mixed."""
    sections = []
    decided = [figure for figure in board if figure.decided]
    for whose in _in_order((figure.goal.key, figure.standard) for figure in decided):
        entries = [_standing(figure) for figure in decided if figure.whose == whose]
        sections.append(Section(whose, entries, len(entries)))
    return sections


def _in_order(promises: Iterable[tuple[str, str]]) -> list[str]:
    """Whose promises these are, each once: law, then City, then internal default; what is our reading after its own."""
    ranks = list(Standard)
    ranked = sorted({(ranks.index(Standard(of)), standard_words(goal, of)) for goal, of in promises})
    return [words for _rank, words in ranked]


def _standing(figure: figures.Figure) -> Entry:
    choice = {"goal": figure.goal.key, "standard": figure.standard.value, "state": "decided"}
    url = f"{link('goals:people')}?{urlencode(choice)}"
    cells = {"in_time": figure.in_time, "not": figure.decided - figure.in_time}
    if withheld(cells, settings.SMALL_GROUP_LIMIT):
        words = _("too few people for a figure in a mail")
    else:
        words = _("in time: %(in_time)d of %(decided)d; still waiting, over the deadline: %(waiting)s") % {
            "in_time": figure.in_time,
            "decided": figure.decided,
            "waiting": _few(figure.count(figures.Outcome.WAITING)),
        }
    return Entry(str(figure.goal.label), url, words)


def _noticed(user: User, monday: date) -> Section:
    """New breaches of the week before, by standard."""
    last_week = Breach.objects.visible_to(user).filter(noticed_on__gte=monday - WEEK, noticed_on__lt=monday)
    rows = last_week.values_list("clock__goal", "clock__standard").annotate(count=Count("pk")).order_by()
    counts: Counter[str] = Counter()
    for goal, standard, count in rows:
        counts[standard_words(goal, standard)] += count
    entries = [
        Entry(whose, link("goals:breaches"), _few(counts[whose]))
        for whose in _in_order((goal, standard) for goal, standard, _count in rows)
    ]
    return Section(_("New over the deadline last week"), entries, len(entries))


def _talks(user: User, day: date) -> Section:
    """What waits for an answer."""
    counts = Conversation.objects.visible_to(user).counts(day)
    words = {"unanswered": _("Nobody has said why"), "came_back": _("The next step has come and gone")}
    entries = [
        Entry(words[name], link("goals:breaches"), _few(counts[name])) for name in words if counts[name]
    ]
    return Section(_("Conversations that wait for an answer"), entries, len(entries))


def _few(count: int) -> str:
    """A number of people as a mail may say it."""
    limit = settings.SMALL_GROUP_LIMIT
    return _("fewer than %(limit)d") % {"limit": limit} if 0 < count < limit else str(count)
