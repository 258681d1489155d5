"""What waits for whoever finds homes, read from the facts of a day: nothing of it is stored, so nothing is missed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from accounts.permissions import Permission
from goals.models import Clock
from goals.models.clock_dates import State
from goals.reckoning import plus_months
from housing.after import Living, to_be_asked
from housing.goals import OFFERED
from housing.grounds import fallen
from housing.households import Stage, households_of, names_of
from housing.models import (
    AreaCheck,
    AreaList,
    Dwelling,
    DwellingState,
    HomeAnswer,
    HomeOffer,
    OwnHome,
    PaymentLimit,
    Stay,
)
from refugees.events import KeyEvent
from refugees.models import KeyDate
from refugees.verbs import small

MOST_ROWS = 25
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
CAN_BE_OFFERED = [DwellingState.FREE, DwellingState.COMING]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do: about whom or which home, why now, and where it is done. `is_late`: its day has passed."""

    title: str
    why: str
    url: str
    act_url: str
    act: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """What waits of one kind: of many the first, and how many there are."""

    key: str
    title: Promise
    rows: list[Row]
    number: int


@dataclass(frozen=True, slots=True)
class Day:
    """All that waits on a day. `has_list`: whether the list of excluded areas of that day is confirmed."""

    sections: list[Section]
    has_list: bool


def day_of(user: User, today: date) -> Day:
    """What waits for this person today. A fixed number of queries, however much it is."""
    area_list = AreaList.objects.in_force(today).first()
    offers, near = list(_open_or_accepted(user)), _near(user, today)
    asked = to_be_asked(_offers(user), today)
    names = names_of({offer.household_id for offer in [*offers, *(each.offer for each in asked)]} | set(near))
    kinds: list[tuple[str, Promise, Iterable[Row]]] = [
        ("grounds", gettext_lazy("Offers whose ground has fallen away"), _grounds(offers, names)),
        ("answers", gettext_lazy("Answers that are due"), _answers(offers, names, today)),
        ("viewings", gettext_lazy("Viewings today and tomorrow"), _viewings(offers, names, today)),
        ("moves", gettext_lazy("Accepted: contract and move"), _moves(offers, names, today)),
        ("deadlines", gettext_lazy("Near the deadline, no home offered"), _deadlines(near, names, today)),
        ("stays", gettext_lazy("Temporary stays to be put right"), _stays(user)),
        ("maxima", gettext_lazy("Maximum payments for temporary places"), _maxima(user, today)),
        ("checks", gettext_lazy("Not checked against the list in force"), _unchecked(area_list, today)),
        ("going", gettext_lazy("Free homes that are offered for a week at most"), _going(today)),
        (
            "asking",
            gettext_lazy("Do they still live there? (internal default)"),
            _asking(asked, names, today),
        ),
    ]
    made = [Section(key, title, (rows := list(found))[:MOST_ROWS], len(rows)) for key, title, found in kinds]
    return Day([section for section in made if section.number], area_list is not None)


def _offers(user: User) -> QuerySet[HomeOffer]:
    return HomeOffer.objects.visible_to(user).standing().select_related("dwelling", "household")


def _open_or_accepted(user: User) -> QuerySet[HomeOffer]:
    """Offers that wait for an answer, and homes that are accepted and not moved into, the oldest first."""
    waiting = _offers(user).filter(answer__in=[HomeAnswer.OPEN, HomeAnswer.ACCEPTED], moved_in_on=None)
    return waiting.order_by("answer_by", "pk")


def _near(user: User, today: date) -> dict[int, tuple[str, date]]:
    """Households that nobody has offered a home, whose first clock is due soon or over: their page, and the day."""
    late = Clock.objects.filter(goal=OFFERED).at(today).filter(state__in=[State.DUE_SOON, State.OVER])
    late = late.filter(case__household__isnull=False).order_by("-due_on")
    due = dict(late.values_list("case__household_id", "due_on"))
    waiting = households_of(user).filter(stage=Stage.WAITING, pk__in=due)
    found = {row.pk: (reverse("housing:household", args=[row.public_id]), due[row.pk]) for row in waiting}
    return dict(sorted(found.items(), key=lambda pair: pair[1][1]))


def _row(
    offer: HomeOffer, names: dict[int, str], why: str, view: str, act: str, *, is_late: bool = False
) -> Row:
    return Row(
        title=names.get(offer.household_id, ""),
        why=f"{why} · {offer.dwelling.address}",
        url=reverse("housing:household", args=[offer.household.public_id]),
        act_url=reverse(view, args=[offer.public_id]),
        act=act,
        is_late=is_late,
    )


def _answers(offers: Iterable[HomeOffer], names: dict[int, str], today: date) -> Iterator[Row]:
    for offer in offers:
        if not offer.answer and offer.answer_by <= today:
            why = _("To be answered by %(day)s") % {"day": _day(offer.answer_by)}
            is_late = offer.answer_by < today
            yield _row(offer, names, why, "housing:answer", _("Record the answer"), is_late=is_late)


def _grounds(offers: Iterable[HomeOffer], names: dict[int, str]) -> Iterator[Row]:
    for each in fallen(offers):
        about = {"housing:areas": [], "housing:check_dwelling": [each.offer.dwelling.public_id]}
        yield Row(
            title=names.get(each.offer.household_id, ""),
            why=f"{each.why} · {each.offer.home_address}",
            url=reverse("housing:household", args=[each.offer.household.public_id]),
            act_url=reverse(each.view, args=about.get(each.view, [each.offer.public_id])),
            act=str(each.act),
            is_late=True,
        )


def _viewings(offers: Iterable[HomeOffer], names: dict[int, str], today: date) -> Iterator[Row]:
    for offer in offers:
        if not offer.answer and offer.viewing_on and today <= offer.viewing_on <= today + A_DAY:
            why = _("Viewing %(day)s") % {"day": _day(offer.viewing_on)}
            yield _row(offer, names, why, "housing:viewing", _("Agree another viewing"))


def _moves(offers: Iterable[HomeOffer], names: dict[int, str], today: date) -> Iterator[Row]:
    """What is signed waits for the day from which the home can be had."""
    for offer in offers:
        if offer.answer != HomeAnswer.ACCEPTED:
            continue
        if offer.signed_on is None:
            why = _("Accepted %(day)s, no contract yet") % {"day": _day(offer.answered_on)}
            yield _row(offer, names, why, "housing:sign", _("Record the contract"))
        elif offer.dwelling.available_from <= today:
            why = _("Contract signed %(day)s, not moved in yet") % {"day": _day(offer.signed_on)}
            yield _row(offer, names, why, "housing:move_in", _("Record the move"))


def _deadlines(near: dict[int, tuple[str, date]], names: dict[int, str], today: date) -> Iterator[Row]:
    for key, (url, due_on) in near.items():
        why = _("A home is to be offered by %(day)s") % {"day": _day(due_on)}
        yield Row(names.get(key, ""), why, url, f"{url}offer/", _("Offer a home"), is_late=due_on < today)


def _stays(user: User) -> Iterator[Row]:
    """Whose case is closed, or who found a home of their own, and who still has a bed; and who moved in before the
    takeover as it is recorded by now.
    """
    takeover = KeyDate.objects.current().of(KeyEvent.TAKEOVER).filter(case=OuterRef("case"))
    stays = Stay.objects.visible_to(user).standing().with_places()
    stays = stays.annotate(
        first_on=F("during__startswith"),
        taken_over_on=Subquery(takeover.values("on")[:1]),
        own_home_on=Subquery(OwnHome.objects.standing().filter(case=OuterRef("case")).values("found_on")[:1]),
    )
    has_bed = Q(during__upper_inf=True) & (Q(case__closed_on__isnull=False) | Q(own_home_on__isnull=False))
    is_early = Q(taken_over_on=None) | Q(taken_over_on__gt=F("first_on"))
    for stay in stays.filter(has_bed | Q(is_early, case__closed_on=None)).order_by("during", "pk"):
        case, url = stay.case, reverse("housing:stays", args=[stay.case.public_id])
        told = {"place": stay.bed.room.lodging.name}
        act_url, act = reverse("housing:leave_bed", args=[case.public_id]), _("Record that they left")
        if case.closed_on:
            words = _("The case was closed %(day)s, the bed is still theirs · %(place)s")
            told["day"] = _day(case.closed_on)
        elif stay.own_home_on and stay.during.upper is None:
            words = _("Found a home of their own %(day)s, still sleeps in %(place)s")
            told["day"] = _day(stay.own_home_on)
        else:
            words, told["day"] = _("From %(day)s on, before the takeover · %(place)s"), _day(stay.first_on)
            act_url = reverse("housing:take_stay_back", args=[stay.public_id])
            act = _("Take the stay back")
        yield Row(case.person.name, words % told, url, act_url, act)


def _maxima(user: User, today: date) -> Iterator[Row]:
    """The maxima of a year that nobody has entered, for whoever may."""
    if not user.can(Permission.WRITE_HOUSING):
        return
    for year, kinds in PaymentLimit.objects.missing(today).items():
        yield Row(
            title=_("The maxima for %(year)d are not known") % {"year": year},
            why=_("Not entered: %(kinds)s") % {"kinds": ", ".join(small(kind.label) for kind in kinds)},
            url=reverse("housing:limits"),
            act_url=reverse("housing:add_limit"),
            act=_("Enter a maximum"),
            is_late=year == today.year,
        )


def _unchecked(area_list: AreaList | None, today: date) -> Iterator[Row]:
    """Homes that can be offered, but for a check. Without a confirmed list nothing can be checked."""
    if area_list is None:
        return
    place = Concat("street", Value(" "), "number", Value(" "), "postcode")
    checked = AreaCheck.objects.filter(
        dwelling=OuterRef("pk"), area_list=area_list, edition=area_list.edition, place=OuterRef("stands_at")
    )
    homes = Dwelling.objects.at(today).filter(state__in=CAN_BE_OFFERED).annotate(stands_at=place)
    for home in homes.filter(~Exists(checked)).in_order():
        why = _("%(state)s, available from %(day)s") % {
            "state": DwellingState(home.state).label,
            "day": _day(home.available_from),
        }
        yield _of_home(home, why, "housing:check_dwelling", _("Check it"))


def _going(today: date) -> Iterator[Row]:
    homes = Dwelling.objects.at(today).filter(state=DwellingState.FREE, available_until__lte=today + A_WEEK)
    for home in homes.in_order():
        why = _("To be offered until %(day)s") % {"day": _day(home.available_until)}
        yield _of_home(home, why, "housing:dwelling", _("See the home"))


def _of_home(home: Dwelling, why: str, view: str, act: str) -> Row:
    url = reverse("housing:dwelling", args=[home.public_id])
    return Row(str(home.address), why, url, reverse(view, args=[home.public_id]), act)


def _asking(asked: Iterable[Living], names: dict[int, str], today: date) -> Iterator[Row]:
    for each in asked:
        offer, mark = each.offer, each.due[-1]
        words = {"mark": mark.label, "day": _day(plus_months(offer.moved_in_on, mark))}
        yield Row(
            title=names.get(offer.household_id, ""),
            why=f"{_('%(mark)s after the move, since %(day)s') % words} · {offer.dwelling.address}",
            url=reverse("housing:household", args=[offer.household.public_id]),
            act_url=reverse("housing:still_there", args=[offer.public_id, f"{mark.value}m"]),
            act=_("Ask, and record it"),
        )


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
