"""A page of a long list of companies or their parts: found by the row it begins after, never by skipping rows."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

PAGE = 50
# So far a list is counted; beyond that it says "more than".
MOST_COUNTED = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins or ends, as the address says it."""

    after: Model | None = None
    before: Model | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The rows of a page in their order, and whether there is more before and after it."""

    rows: list[Any]
    has_previous: bool
    has_next: bool
    count: int  # at most MOST_COUNTED + 1; only for the first page

    def neighbours(self, address: str, query: str) -> dict[str, str]:
        """The addresses of the pages before and after, with the filters kept."""
        kept = f"{address}?{query}&" if query else f"{address}?"
        first, last = (self.rows[0].public_id, self.rows[-1].public_id) if self.rows else (None, None)
        return {
            "previous_url": f"{kept}before={first}" if first and self.has_previous else "",
            "next_url": f"{kept}after={last}" if last and self.has_next else "",
        }


def place_of(request: HttpRequest, rows: QuerySet) -> Place:
    """The row at which the address lets the page begin or end. Raises Http404 for what is none."""

    def named(name: str) -> Model | None:
        text = request.GET.get(name, "")
        if not text:
            return None
        try:
            return get_object_or_404(rows, public_id=UUID(text))
        except ValueError:
            raise Http404 from None

    return Place(named("after"), named("before"))


def stretch(rows: QuerySet, field: str, place: Place, *, size: int = PAGE) -> Stretch:
    """The rows by that field, and by key where it is the same, after or before a place."""
    ordered = rows.order_by(field, "pk")
    if place.before:
        found = list(_beyond(rows, field, place.before, "lt").order_by(f"-{field}", "-pk")[: size + 1])
        return Stretch(found[:size][::-1], len(found) > size, True, 0)
    if place.after:
        found = list(_beyond(ordered, field, place.after, "gt")[: size + 1])
        return Stretch(found[:size], True, len(found) > size, 0)
    found = list(ordered[: size + 1])
    count = len(found) if len(found) <= size else rows.order_by()[: MOST_COUNTED + 1].count()
    return Stretch(found[:size], False, len(found) > size, count)


def _beyond(rows: QuerySet, field: str, row: Model, way: str) -> QuerySet:
    value = getattr(row, field)
    return rows.filter(Q(**{f"{field}__{way}": value}) | Q(**{field: value, f"pk__{way}": row.pk}))
