"""Conversations as rows of a list: what is over, who has taken it, what was said, who works on the case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from goals.models import Breach, Clock, Conversation, Turn
from goals.models.conversation import ConversationQuerySet
from refugees.models import Case, TeamMember

# The group of a list, as its mark: what waits for an answer is red, what came back amber.
MARKS = {Turn.UNANSWERED: "over", Turn.CAME_BACK: "due_soon", Turn.ANSWERED: "answered"}


@dataclass(frozen=True, slots=True)
class Row:
    """One conversation, ready for a list."""

    talk: Conversation
    turn: Turn
    caseworker: str

    @property
    def case(self) -> Case:
        """Whose promise it is about."""
        return self.talk.case

    @property
    def needs_answer(self) -> bool:
        """Nobody answered, or it came back; and it is still open."""
        return self.turn != Turn.ANSWERED and not self.talk.closed_at

    @property
    def came_back(self) -> bool:
        """The date of the next step has passed."""
        return self.turn == Turn.CAME_BACK


def listed(talks: ConversationQuerySet, day: date) -> ConversationQuerySet:
    """With what a row says of each. (Of conversations read `with_latest`.)"""
    clocks = Prefetch("clock", Clock.objects.at(day).select_related("version"))
    over = Breach.objects.open().order_by("over_since", "pk").prefetch_related(clocks)
    return talks.select_related("case__person", "acknowledged_by").prefetch_related(
        Prefetch("breaches", over, to_attr="still_open")
    )


def rows(talks: Iterable[Conversation], day: date) -> list[Row]:
    """Each with whose turn it is, and who works on the case. One query."""
    talks = list(talks)
    caseworkers = TeamMember.objects.caseworker_names([talk.case_id for talk in talks], day)
    return [Row(talk, talk.turn_on(day), caseworkers.get(talk.case_id, "")) for talk in talks]


def groups(talks: Iterable[Conversation], day: date) -> list[dict]:
    """Who must be answered, who came back, who waits for the next step."""
    every = rows(talks, day)
    found = []
    for turn in Turn:
        of_turn = [row for row in every if row.turn == turn]
        if of_turn:
            found.append({"key": MARKS[turn], "title": turn.label, "count": len(of_turn), "rows": of_turn})
    return found
