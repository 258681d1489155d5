"""Two people change the same thing at once: whoever comes second sees both texts, and nothing is overwritten."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from pytest_django.asserts import assertContains

from accounts.permissions import Role
from goals.models import LeadTime
from internships.models import Answer, Offer, Placement
from refugees.events import Source
from refugees.models import Case, JobReadiness, KeyDate, Talk
from tests.factories import TODAY, CaseFactory, CompanyFactory, UserFactory
from tests.people import arranging, made_from
from tests.permission_matrix import MATRIX
from tests.refugees.busy import write_little

LATER = "Somebody else saved this while you were writing"


def on(name, day):
    """A day in three boxes."""
    return {
        f"{name}_when": "another",
        f"{name}_day": str(day.day),
        f"{name}_month": str(day.month),
        f"{name}_year": str(day.year),
    }


FIRST, SECOND = TODAY - timedelta(days=1), TODAY - timedelta(days=2)
TO_COME, FURTHER = TODAY + timedelta(days=3), TODAY + timedelta(days=6)


@dataclass(frozen=True)
class Scene:
    """What the first one sends, what the second one sends from a page opened before, and what becomes of that."""

    first: tuple[str, dict]
    second: tuple[str, dict]
    theirs: str
    yours: str
    on_a: str = "offer"
    again: int = 302
    sentence: str = ""
    are_leads: bool = False
    arguments: dict = field(default_factory=dict)


def date_of(name, day, why):
    return name, on("on", day) | {"source": Source.CITY, "reason": why}


def answer(said, why=""):
    return "internships:answer", {"answer": said, "answer_reason": why} | on("answered_on", FIRST)


def talk_of(why, **more):
    said = {"was_held": "yes", "form": "phone", "agreement": "", "why_not": "", "reason": why}
    return "refugees:correct_talk", on("on", FIRST) | said | more


TALK_GONE = ("refugees:take_talk_back", {"reason": "Another person."})
E2 = {"event": "E2"}
WITHDRAWN = ("refugees:withdraw_date", {"reason": "Never came."})
TAKEN_BACK = ("internships:take_back", {"reason": "Never began."})
ENDED = ("refugees:end_waiting", {"outcome": "It came."} | on("ended_on", TODAY))
GONE = {"again": 422, "sentence": "meanwhile"}

SCENES = {
    "two corrections of a date": Scene(
        date_of("refugees:correct_date", FIRST, "The letter."),
        date_of("refugees:correct_date", SECOND, "The call."),
        "Reason: The letter.",
        "The call.",
        arguments=E2,
    ),
    "a correction of a date that was withdrawn": Scene(
        WITHDRAWN,
        date_of("refugees:correct_date", SECOND, "The call."),
        "Replaced or withdrawn:",
        "The call.",
        arguments=E2,
        **GONE,
    ),
    "a withdrawal of a date that was corrected": Scene(
        date_of("refugees:correct_date", FIRST, "The letter."),
        WITHDRAWN,
        "Reason: The letter.",
        "Never came.",
        arguments=E2,
    ),
    "a confirmation of a takeover that was confirmed": Scene(
        ("refugees:confirm_takeover", {"choice": "2026-12-01"}),
        ("refugees:confirm_takeover", {"choice": "another"} | on("on", SECOND)),
        "Tue 1 Dec 2026",
        "Another day",
        on_a="proposal",
        again=422,
        sentence="Correct it instead",
    ),
    "two answers to an offer": Scene(
        answer(Answer.DECLINED, "Too far away."), answer(Answer.ACCEPTED), "Too far away.", "Accepted"
    ),
    "a start on an offer that was withdrawn": Scene(
        answer(Answer.WITHDRAWN, "Closed down."),
        ("internships:start", on("started_on", TODAY)),
        "Withdrawn by the company",
        "When did it start?",
        again=422,
        sentence="This offer was declined or withdrawn.",
    ),
    "two planned starts": Scene(
        ("internships:plan", on("planned_start_on", TO_COME)),
        ("internships:plan", on("planned_start_on", FURTHER)),
        "Thu 26 Nov 2026",
        "Sun 29 Nov 2026",
    ),
    "two ends of an internship": Scene(
        ("internships:end", {"ending": "job"} | on("last_on", TODAY)),
        ("internships:end", {"ending": "completed"} | on("last_on", FIRST)),
        "became a job",
        "completed as agreed",
        on_a="placement",
    ),
    "two agreed last days": Scene(
        ("internships:plan_end", on("planned_last_on", TO_COME)),
        ("internships:plan_end", on("planned_last_on", FURTHER)),
        "Agreed last day: Thu 26 Nov 2026",
        "Sun 29 Nov 2026",
        on_a="placement",
    ),
    "two decisions on what comes next": Scene(
        ("internships:decide_next", {"next_step": "A course."} | on("next_step_on", FIRST)),
        ("internships:decide_next", {"next_step": "A job."} | on("next_step_on", TODAY)),
        "What comes next: A course.",
        "A job.",
        on_a="placement",
    ),
    "a decision taken back that was made anew": Scene(
        ("internships:decide_next", {"next_step": "A course."} | on("next_step_on", FIRST)),
        ("internships:take_next_back", {"reason": "The firm closed."}),
        "What comes next: A course.",
        "The firm closed.",
        on_a="decided",
    ),
    "two corrections of a talk": Scene(
        talk_of("The diary.", participants=["mentor"]),
        talk_of("The letter.", participants=["company"]),
        "Who else took part: Mentor",
        "The company",
        on_a="talk",
    ),
    "a correction of a talk that was taken back": Scene(
        TALK_GONE,
        talk_of("The letter."),
        "Another person.",
        "The letter.",
        on_a="talk",
        **GONE,
    ),
    "two who take a talk back": Scene(
        TALK_GONE,
        ("refugees:take_talk_back", {"reason": "Never met."}),
        "Another person.",
        "Never met.",
        on_a="talk",
        **GONE,
    ),
    "two who set the days of a step": Scene(
        ("goals:lead_time", {"how": "instead", "days": "20", "reason": "The port is closed."}),
        ("goals:lead_time", {"how": "instead", "days": "30", "reason": "Nobody answers."}),
        "The port is closed.",
        "Nobody answers.",
        on_a="step",
        are_leads=True,
    ),
    "two corrections of a start": Scene(
        ("internships:correct_start", {"reason": "The contract."} | on("started_on", FIRST)),
        ("internships:correct_start", {"reason": "The boss."} | on("started_on", SECOND)),
        "The contract.",
        "The boss.",
        on_a="placement",
    ),
    "an end of a start that was taken back": Scene(
        TAKEN_BACK,
        ("internships:end", {"ending": "job"} | on("last_on", TODAY)),
        "Taken back:",
        "became a job",
        on_a="placement",
        **GONE,
    ),
    "two who take a start back": Scene(
        TAKEN_BACK,
        ("internships:take_back", {"reason": "Another person."}),
        "Never began.",
        "Another person.",
        on_a="placement",
        **GONE,
    ),
    "two who wait on": Scene(
        ("refugees:chase_waiting", on("chase_on", TO_COME)),
        ("refugees:chase_waiting", on("chase_on", FURTHER)),
        "Thu 26 Nov 2026",
        "Sun 29 Nov 2026",
        on_a="written",
    ),
    "waiting on for what has come": Scene(
        ENDED,
        ("refugees:chase_waiting", on("chase_on", FURTHER)),
        "It came.",
        "Sun 29 Nov 2026",
        on_a="written",
        **GONE,
    ),
    "two ends of waiting": Scene(
        ENDED,
        ("refugees:end_waiting", {"outcome": "It never came."} | on("ended_on", TODAY)),
        "It came.",
        "It never came.",
        on_a="written",
        **GONE,
    ),
    "two who cancel an appointment": Scene(
        ("refugees:cancel_appointment", {"reason": "She is ill."}),
        ("refugees:cancel_appointment", {"reason": "The bus."}),
        "She is ill.",
        "The bus.",
        on_a="written",
    ),
    "two who cancel an appointment without a case": Scene(
        ("refugees:cancel_own_appointment", {"reason": "She is ill."}),
        ("refugees:cancel_own_appointment", {"reason": "The bus."}),
        "She is ill.",
        "The bus.",
        on_a="written",
    ),
    "two who withdraw a document": Scene(
        ("refugees:withdraw_document", {"reason": "Another case."}),
        ("refugees:withdraw_document", {"reason": "Unreadable."}),
        "Another case.",
        "Unreadable.",
        on_a="written",
    ),
    "two permit grounds": Scene(
        ("refugees:change_ground", {"permit_ground": "protection", "reason": "The letter."}),
        ("refugees:change_ground", {"permit_ground": "quota", "reason": "The call."}),
        "Protection status",
        "The call.",
    ),
    "two who close a case": Scene(
        ("refugees:close_case", {"reason": "moved"} | on("on", TODAY)),
        ("refugees:close_case", {"reason": "died"} | on("on", FIRST)),
        "Moved to another municipality",
        "Died",
    ),
    "a benefit recorded over one that began meanwhile": Scene(
        ("refugees:begin_benefit", {"kind": "self-supporting"} | on("on", FIRST)),
        ("refugees:begin_benefit", {"kind": "benefit"} | on("on", TODAY)),
        "Self-supporting",
        "On benefit",
    ),
    "a decision over one that was made meanwhile": Scene(
        ("refugees:decide_readiness", {"readiness": "exempt", "reason": "Ill."} | on("on", SECOND)),
        ("refugees:decide_readiness", {"readiness": "ready", "reason": ""} | on("on", TODAY)),
        "Why not job-ready: Ill.",
        "Job-ready",
        on_a="ready",
    ),
    "two corrections of a benefit": Scene(
        ("refugees:correct_benefit", {"kind": "self-supporting", "why": "The letter."} | on("on", FIRST)),
        ("refugees:correct_benefit", {"kind": "benefit", "why": "The call."} | on("on", SECOND)),
        "Reason: The letter.",
        "The call.",
    ),
    "two corrections of a decision": Scene(
        (
            "refugees:correct_readiness",
            {"readiness": "exempt", "reason": "Ill.", "why": "The letter."} | on("on", FIRST),
        ),
        (
            "refugees:correct_readiness",
            {"readiness": "ready", "reason": "", "why": "The call."} | on("on", SECOND),
        ),
        "Reason: The letter.",
        "The call.",
        on_a="ready",
    ),
    "a correction of a benefit that was withdrawn": Scene(
        ("refugees:withdraw_benefit", {"reason": "Another person."}),
        ("refugees:correct_benefit", {"kind": "benefit", "why": "The call."} | on("on", SECOND)),
        "Withdrawn:",
        "The call.",
        **GONE,
    ),
    "two who withdraw a decision": Scene(
        ("refugees:withdraw_readiness", {"reason": "Another person."}),
        ("refugees:withdraw_readiness", {"reason": "Nobody said so."}),
        "Another person.",
        "Nobody said so.",
        on_a="ready",
        **GONE,
    ),
    "a case handed over that was handed over meanwhile": Scene(
        ("refugees:change_caseworker", {"user": "first"} | on("on", TODAY)),
        ("refugees:change_caseworker", {"user": "second"} | on("on", TODAY)),
        "First Invented",
        "Second Invented",
        are_leads=True,
    ),
    "a mentor where another came meanwhile": Scene(
        ("refugees:assign_mentor", {"part": "holistic-mentor", "user": "mentor 1"} | on("on", TODAY)),
        ("refugees:assign_mentor", {"part": "holistic-mentor", "user": "mentor 2"} | on("on", TODAY)),
        "Mentor 1 Invented",
        "Mentor 2 Invented",
        are_leads=True,
    ),
    "two who end a mentor's time": Scene(
        ("refugees:end_mentor", on("on", FIRST)),
        ("refugees:end_mentor", on("on", TODAY)),
        "Maja Invented",
        "Mon 23 Nov 2026",
        are_leads=True,
    ),
    "two households": Scene(
        ("refugees:change_household", {"lives": "with", "number": "KM-26-0002"} | on("on", TODAY)),
        ("refugees:change_household", {"lives": "alone"} | on("on", FIRST)),
        "KM-26-0002",
        "Alone",
        on_a="neighbour",
    ),
    "two who open a case again": Scene(
        ("refugees:reopen_case", {"sure": "True"}),
        ("refugees:reopen_case", {"sure": "True"}),
        "Permit ground:",
        "Yours, not saved yet",
        on_a="closed",
        again=422,
        sentence="open already",
    ),
}


def arranged(scene, case, caseworker):
    """The case, with the thing that two people are about to change."""
    if scene.on_a == "proposal":
        case = CaseFactory(unit=case.unit, caseworker=caseworker)
        KeyDate.objects.record(case=case, event="E1", on=date(2026, 10, 9), source=Source.CITY, by=None)
        return case
    offer = Offer.objects.make(
        case=case, company=CompanyFactory(), kind="internship", offered_on=SECOND, today=TODAY, by=caseworker
    )
    if scene.on_a in {"placement", "decided"}:
        placement = Placement.objects.start(
            case=case,
            company=offer.company,
            kind="internship",
            on=SECOND,
            today=TODAY,
            by=caseworker,
            offer=offer,
        )
    if scene.on_a == "decided":
        placement.decide_next(text="Nothing yet.", on=SECOND, today=TODAY, by=caseworker)
    if scene.on_a == "step":
        LeadTime.objects.create(unit=case.unit, goal="internship-started", step="company", position=1)
    if scene.on_a == "talk":
        facts = {"kind": "follow-up", "form": "in-person", "today": TODAY, "by": caseworker}
        Talk.objects.record(case=case, on=SECOND, **facts)
    if scene.on_a == "written":
        write_little(case, caseworker, TODAY)
    if scene.on_a == "neighbour":
        CaseFactory(unit=case.unit)
    if scene.on_a == "ready":
        JobReadiness.objects.decide(
            case=case, is_ready=True, on=SECOND - timedelta(days=9), reason="", by=None
        )
    if scene.on_a == "closed":
        case.close(on=TODAY, reason="moved", by=caseworker)
    return case


def chosen(who, case):
    """Somebody whom a team lead can choose."""
    if who is None:
        return None
    is_mentor = who.startswith("mentor")
    role, unit = (Role.MENTOR, None) if is_mentor else (Role.CASEWORKER, case.unit)
    return UserFactory(name=f"{who.capitalize()} Invented", role=role, unit=unit)


def with_people(typed, people):
    """What is sent, with the key of whoever was chosen."""
    return typed | ({"user": people[typed["user"]].pk} if "user" in typed else {})


def address_of(name, scene, case):
    return reverse(name, kwargs=MATRIX[name].arguments(case) | scene.arguments)


def facts(case):
    """Everything that the forms could change."""
    found = Case.objects.get(pk=case.pk)
    rows = [
        found.key_dates,
        found.internship_offers,
        found.placements,
        found.waitings,
        found.appointments,
        found.documents,
        found.readiness,
        found.benefits,
        found.team,
        found.talks,
        LeadTime.objects.filter(unit=case.unit),
    ]
    lines = list(found.lines.order_by("pk").values_list("pk", flat=True))
    return (
        found.closed_on,
        found.permit_ground,
        found.household_id,
        [list(each.order_by("pk").values()) for each in rows],
        lines,
    )


@pytest.mark.django_db
@pytest.mark.parametrize("name", SCENES)
def test_the_second_sees_both_texts_and_overwrites_only_knowingly(
    name, signed_in, caseworker, colleague, case, settings, tmp_path
):
    settings.MEDIA_ROOT = str(tmp_path)
    scene = SCENES[name]
    case = arranged(scene, case, caseworker)
    # What hangs on no case is seen by nobody else: two windows of one person.
    other = caseworker if "own" in scene.second[0] else colleague
    if scene.are_leads:
        leads = {"role": Role.TEAM_LEAD, "unit": case.unit}
        caseworker, other = UserFactory(name="Mette Invented", **leads), UserFactory(**leads)
    first, second = signed_in(caseworker), signed_in(other)
    said = {what: chosen(what, case) for what in (scene.first[1].get("user"), scene.second[1].get("user"))}
    at = {what[0]: address_of(what[0], scene, case) for what in (scene.first, scene.second)}
    opened = {what[0]: made_from(first.get(at[what[0]])) for what in (scene.first, scene.second)}
    assert all(opened.values())

    done = first.post(at[scene.first[0]], with_people(scene.first[1], said) | opened[scene.first[0]])
    assert done.status_code == 302
    standing = facts(case)
    refused = second.post(at[scene.second[0]], with_people(scene.second[1], said) | opened[scene.second[0]])

    assertContains(refused, LATER, status_code=409)
    assertContains(refused, f"Saved by {caseworker.name}", status_code=409)
    assertContains(refused, scene.theirs, status_code=409)
    assertContains(refused, scene.yours, status_code=409)
    assert facts(case) == standing

    again = second.post(at[scene.second[0]], with_people(scene.second[1], said) | made_from(refused))

    assert again.status_code == scene.again
    if scene.sentence:
        assertContains(again, scene.sentence, status_code=422)
        assert facts(case) == standing


@pytest.mark.django_db
def test_a_form_that_comes_back_to_be_mended_is_still_made_from_what_was_seen(
    signed_in, caseworker, colleague, case
):
    scene = SCENES["two answers to an offer"]
    case = arranged(scene, case, caseworker)
    at = address_of("internships:answer", scene, case)
    first, second = signed_in(caseworker), signed_in(colleague)
    seen = made_from(second.get(at))
    first.post(at, scene.first[1] | made_from(first.get(at)))

    unmended = second.post(at, {"answer": ""} | on("answered_on", FIRST) | seen)
    mended = second.post(at, scene.second[1] | made_from(unmended))

    assert (unmended.status_code, mended.status_code) == (422, 409)
    assert Offer.objects.get().answer == Answer.DECLINED


@pytest.mark.django_db
def test_a_form_that_does_not_say_what_it_was_made_from_overwrites_nothing(signed_in, caseworker, case):
    scene = SCENES["two answers to an offer"]
    case = arranged(scene, case, caseworker)

    sent = signed_in(caseworker).post(address_of("internships:answer", scene, case), scene.first[1])

    assert sent.status_code == 409
    assert Offer.objects.get().answer == Answer.OPEN


def test_of_two_answers_on_two_connections_at_once_one_is_kept_and_one_is_told(
    committed_db, request, signed_in
):
    scene = SCENES["two answers to an offer"]
    with arranging():
        caseworker, colleague = request.getfixturevalue("caseworker"), request.getfixturevalue("colleague")
        case = arranged(scene, request.getfixturevalue("case"), caseworker)
        at = address_of("internships:answer", scene, case)
        browsers = [(signed_in(caseworker), scene.first), (signed_in(colleague), scene.second)]
    seen = made_from(browsers[0][0].get(at))
    ready = threading.Barrier(2)

    def send(who):
        browser, (_, said) = who
        ready.wait()
        try:
            return browser.post(at, said | seen)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(send, browsers))

    assert sorted(each.status_code for each in answers) == [302, 409]
    with arranging():
        kept = Offer.objects.get()
        assert case.lines.filter(verb="internship-answered").count() == 1
    won = next(
        what for each, (_, (_, what)) in zip(answers, browsers, strict=True) if each.status_code == 302
    )
    assert kept.answer == won["answer"]
