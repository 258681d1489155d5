"""The promises of this pillar whose facts exist: contract signed, category decided, referred to Danish education.

Source: Integration Act §§ 17(2), 19 and 21(1) with their orders (domain facts 1.4). The interviews have their own
(interviews/promise.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from accounts.lookups import Question
from goals.cases import KEY_DATES, OPENED, Cases, key_dates, opened
from goals.evidence import key_date_evidence, recorded
from goals.occupied import OCCUPIED, Occupied, occupied
from goals.reckoning import Facts, Fell
from goals.registry import Area, Evidence, Goal
from refugees.events import KeyEvent
from refugees.occupation_kinds import WORK_AND_EDUCATION
from screening.models import Contract, DanishReferral

CONTRACT, CATEGORISED, DANISH = "contract-signed", "categorised", "danish-referred"
REVISED = "contract-revised"
FROM_TAKEOVER, FROM_PROGRAMME = "takeover", "programme"
# Two are met by the dated event of the same name, the third by a referral that stands.
MET_BY = {CONTRACT: KeyEvent.CONTRACT, CATEGORISED: KeyEvent.CATEGORISED}


REFERRED = Question(DanishReferral.objects.referred_on)
CONCLUDED = Question(Contract.objects.concluded_of)
READS = (KEY_DATES, OPENED, REFERRED, CONCLUDED, OCCUPIED)
# Every rule set says one year from the start of the programme (order 1208/2016 § 17, 1307/2020 § 20, 208/2026 § 15(2)).
ONE_YEAR = relativedelta(years=1)


def read_facts(case_ids: Sequence[int]) -> Iterator[Facts]:
    """The facts of the four promises for any number of cases, from five questions."""
    cases = Cases.of(case_ids)
    dates, rows, occupations = cases.once(key_dates), cases.once(opened), cases.once(occupied)
    referred: dict[int, date] = dict(cases.answer(REFERRED))
    revised = revisions(cases.answer(CONCLUDED))
    for case_id in cases:
        known, closed_on = dates[case_id], rows[case_id].closed_on
        fell = {"void_on": closed_on, "void_reason": Fell.CLOSED if closed_on else None}
        if case_id in revised:
            starts_on, met_on = revised[case_id]
            yield Facts(
                case_id=case_id,
                goal=REVISED,
                occurrence=FROM_PROGRAMME,
                starts_on=starts_on,
                met_on=met_on,
                **settled(occupations[case_id], starts_on, fell),
            )
        if takeover_on := known.get(KeyEvent.TAKEOVER):
            met = {goal: known.get(event) for goal, event in MET_BY.items()} | {DANISH: referred.get(case_id)}
            for goal, met_on in met.items():
                yield Facts(
                    case_id=case_id,
                    goal=goal,
                    occurrence=FROM_TAKEOVER,
                    starts_on=takeover_on,
                    # Each may happen before the takeover: a contract is signed in the asylum centre (§ 19(2)).
                    met_on=met_on,
                    **fell,
                )


def settled(occupations: Sequence[Occupied], starts_on: date, fell: dict) -> dict:
    """Whoever is in work or education when the year is over needs no revision (domain facts 1.4: "if not in work").

    What ended before that excuses nothing, and what still goes on does. IGU is employment with education in it. The
    year stands here beside the version's own, because only what lasts over its end counts.
    """
    year_is_over_on = starts_on + ONE_YEAR
    held = [
        max(each.started_on, starts_on)
        for each in occupations
        if each.kind in WORK_AND_EDUCATION
        and each.started_on <= year_is_over_on
        and (each.last_on is None or each.last_on >= year_is_over_on)
    ]
    since = min(held, default=None)
    if since is None or (fell["void_on"] and fell["void_on"] <= since):
        return fell
    return {"void_on": since, "void_reason": Fell.IN_WORK}


def revisions(concluded: Iterable[tuple[int, date | None, date]]) -> dict[int, tuple[date, date | None]]:
    """When the programme starts by the first concluded version of each case, and when the next one was concluded.

    Cases whose first version names no start of the programme are not there.
    """
    starts: dict[int, date | None] = {}
    revised: dict[int, date] = {}
    for case_id, programme_from, concluded_on in concluded:
        if case_id in starts:
            revised.setdefault(case_id, concluded_on)
        else:
            starts[case_id] = programme_from
    return {pk: (start, revised.get(pk)) for pk, start in starts.items() if start}


def evidence(event: KeyEvent, case_id: int, occurrence: str) -> list[Evidence]:
    """The rows that started the clock, and those that met it: for its receipt."""
    return [*key_date_evidence(case_id, KeyEvent.TAKEOVER), *key_date_evidence(case_id, event)]


def danish_evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """The takeover that started the clock, and the referral that met it."""
    found = [*key_date_evidence(case_id, KeyEvent.TAKEOVER)]
    referrals = DanishReferral.objects.standing().filter(case=case_id).select_related("recorded_by")
    if first := referrals.order_by("referred_on", "pk").first():
        found.append(
            recorded(
                first,
                _("Referred to Danish education"),
                first.referred_on,
                source=first.provider,
                note=first.correction_reason,
            )
        )
    return found


def revision_evidence(case_id: int, occurrence: str) -> list[Evidence]:
    """The first version, by which the programme starts, and the one that revised it."""
    versions = Contract.objects.concluded().filter(case=case_id).select_related("city_signed_by")
    found = []
    for version in versions.order_by("number")[:2]:
        is_first = not found
        found.append(
            Evidence(
                what=_("Programme starts, by the contract") if is_first else _("Contract revised"),
                on=version.programme_from if is_first else version.concluded_on,
                source=_("Contract, version %(number)d") % {"number": version.number},
                by=version.city_signed_by.name if version.city_signed_by else "",
                recorded_at=version.recorded_at,
            )
        )
    return found


def began(occurrence: str) -> object:
    """What started this clock, in a word for a label."""
    return _("programme") if occurrence == FROM_PROGRAMME else _("takeover")


GOALS = [
    Goal(
        key=CONTRACT,
        promise=_("The contract and the residence and self-support declaration are signed within one month."),
        label=_("Contract signed"),
        starts=_("takeover"),
        met_by=_("contract and declaration signed"),
        subject="contract",
        area=Area.TALKS,
        reader=read_facts,
        reads=READS,
        evidence=partial(evidence, KeyEvent.CONTRACT),
        next_step=_("Sign the contract"),
        began=began,
    ),
    Goal(
        key=CATEGORISED,
        promise=_("Whether the person is job-ready or activity-ready is decided within three months."),
        label=_("Categorised"),
        starts=_("takeover"),
        met_by=_("job-ready or activity-ready decided"),
        subject="category",
        area=Area.TALKS,
        reader=read_facts,
        reads=READS,
        evidence=partial(evidence, KeyEvent.CATEGORISED),
        next_step=_("Decide the category"),
        began=began,
    ),
    Goal(
        key=DANISH,
        promise=_("The person is referred to Danish education within one month."),
        label=_("Referred to Danish"),
        starts=_("takeover"),
        met_by=_("referred to Danish education"),
        subject="danish",
        area=Area.TALKS,
        reader=read_facts,
        reads=READS,
        evidence=danish_evidence,
        next_step=_("Refer to Danish education"),
        began=began,
    ),
    Goal(
        key=REVISED,
        promise=_("The contract is revised within one year of the start of the programme."),
        label=_("Contract revised"),
        starts=_("start of the programme"),
        met_by=_("next version concluded"),
        subject="contract-revised",
        area=Area.TALKS,
        reader=read_facts,
        reads=READS,
        evidence=revision_evidence,
        next_step=_("Revise the contract"),
        began=began,
    ),
]
