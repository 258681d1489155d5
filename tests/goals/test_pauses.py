"""Days on which nothing could be done: entered, ended, corrected, withdrawn; what is refused; who reads the ground."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from goals import jobs
from goals.models import Breach, Clock, Pause
from refugees.models import CaseLine, Document
from refugees.uploads import CheckedFile, ContentType
from tests.factories import TODAY, CaseFactory, UserFactory
from tests.people import arranging
from tests.refugees.uploads import PDF

pytestmark = pytest.mark.django_db

TOMORROW, LATER = TODAY + timedelta(days=1), date(2026, 11, 30)


def pause(case, by, **changes):
    facts = {"ground": "illness", "from_on": TODAY, "until": LATER, "today": TODAY}
    return Pause.objects.begin(case=case, by=by, **facts | changes)


def filed(case, by):
    return Document.objects.add(
        case=case,
        by=by,
        content=CheckedFile(ContentType.PDF, PDF),
        title="Note of the hospital",
        kind="letter",
        direction="internal",
        dated_on=TODAY,
        today=TODAY,
    )


def due(case):
    return set(Clock.objects.filter(case=case, standard="city").values_list("due_on", flat=True))


def refused(verb, *fields):
    with pytest.raises(ValidationError) as refusal:
        verb()
    found = (
        refusal.value.message_dict if hasattr(refusal.value, "error_dict") else {"": refusal.value.messages}
    )
    assert set(found) == set(fields)
    return " ".join(sentence for sentences in found.values() for sentence in sentences)


def test_a_pause_moves_the_deadlines_by_its_days_and_leaves_a_line_without_its_ground(case, caseworker):
    found = pause(case, caseworker, reason="Hospital")

    assert due(case) == {date(2026, 12, 9)}
    assert (found.days, found.last_on) == (7, date(2026, 11, 29))
    line = CaseLine.objects.get(case=case, verb="goals-paused")
    assert line.details == {"date": "2026-11-23", "pause": found.pk}


def test_the_law_does_not_pause(unit, caseworker):
    case = CaseFactory(unit=unit, permit_ground="ukraine", taken_over_on=date(2026, 11, 2), on_benefit=True)

    pause(case, caseworker)

    assert Clock.objects.get(case=case, goal="internship-offered", standard="law").due_on == date(2026, 12, 2)
    assert due(case) == {date(2026, 12, 9)}


def test_an_open_pause_leaves_the_deadline_unknown_until_it_is_ended(case, caseworker, colleague):
    found = pause(case, caseworker, until=None)
    assert due(case) == {None}

    found.end(until=date(2026, 11, 26), by=colleague, today=date(2026, 11, 26))

    assert due(case) == {date(2026, 12, 5)}
    assert (found.ended_by, found.recorded_by) == (colleague, caseworker)
    assert CaseLine.objects.filter(case=case, verb="pause-ended").count() == 1


def test_what_has_an_end_is_corrected_not_ended_again(case, caseworker):
    found = pause(case, caseworker)

    assert "has an end already" in refused(
        lambda: found.end(until=date(2026, 12, 1), by=caseworker, today=TODAY), ""
    )


def test_a_pause_cannot_end_before_it_starts(case, caseworker):
    for until in (TODAY, TODAY - timedelta(days=3)):
        assert "cannot end before it starts" in refused(
            lambda until=until: pause(case, caseworker, until=until), "until"
        )
    found = pause(case, caseworker, until=None)
    refused(lambda: found.end(until=TODAY, by=caseworker, today=TODAY), "until")
    refused(
        lambda: found.correct(
            ground="illness", from_on=LATER, until=TODAY, reason="x", by=caseworker, today=TODAY
        ),
        "until",
    )

    found.refresh_from_db()
    assert (Pause.objects.count(), found.superseded_at, found.during.upper) == (1, None, None)
    with pytest.raises(DataError), transaction.atomic():
        Pause.objects.filter(pk=found.pk).update(during=DateRange(LATER, TODAY))


def test_a_back_dated_pause_says_why_and_goes_no_further_back_than_the_setting(case, caseworker, settings):
    settings.PAUSE_BACKDATING_DAYS = 10
    last, too_early = TODAY - timedelta(days=10), TODAY - timedelta(days=11)

    assert "Say why" in refused(lambda: pause(case, caseworker, from_on=last), "reason")
    assert "from Fri 13 Nov 2026 on" in refused(
        lambda: pause(case, caseworker, from_on=too_early, reason="Told late"), "from_on"
    )
    assert not Pause.objects.exists()

    assert pause(case, caseworker, from_on=last, reason="Told late").reason == "Told late"


def test_the_database_refuses_a_back_dated_pause_without_a_reason(case):
    during = DateRange(TODAY - timedelta(days=1), LATER)

    with pytest.raises(IntegrityError, match="back_dated_pause_says_why"), transaction.atomic():
        Pause.objects.create(case=case, ground="illness", during=during)


def test_what_was_allowed_once_may_stay_when_the_rest_is_corrected(case, caseworker, settings):
    found = pause(case, caseworker, from_on=date(2026, 11, 10), reason="Told late")
    settings.PAUSE_BACKDATING_DAYS = 1
    facts = {"ground": "away", "until": LATER, "reason": "Wrong ground", "by": caseworker, "today": TODAY}

    refused(lambda: found.correct(from_on=date(2026, 11, 9), **facts), "from_on")

    assert found.correct(from_on=date(2026, 11, 10), **facts).ground == "away"


def test_pauses_never_overlap_and_the_refused_one_says_so(case, caseworker):
    pause(case, caseworker)

    assert "overlaps" in refused(lambda: pause(case, caseworker, from_on=TOMORROW, until=None), "__all__")
    assert pause(case, caseworker, from_on=LATER, until=None)


def test_a_correction_keeps_the_old_row_and_reason_beside_the_new_one(case, caseworker, colleague):
    old = pause(case, caseworker, from_on=date(2026, 11, 20), reason="Told late")

    new = old.correct(
        ground="maternity",
        from_on=date(2026, 11, 21),
        until=None,
        reason="The note said another day",
        by=colleague,
        today=TODAY,
    )

    old = Pause.objects.get(pk=old.pk)
    assert (old.ground, old.reason, old.during.lower) == ("illness", "Told late", date(2026, 11, 20))
    assert old.superseded_at and old.replaced_by == new
    assert (new.ground, new.reason, new.recorded_by) == ("maternity", "The note said another day", colleague)
    assert due(case) == {None}
    assert jobs.drifted([case.pk]) == []
    line = CaseLine.objects.get(case=case, verb="pause-corrected")
    assert line.details == {"was": "2026-11-20", "date": "2026-11-21", "pause": new.pk}


def test_a_refused_correction_leaves_the_pause_as_it_was(case, caseworker):
    pause(case, caseworker, from_on=date(2026, 12, 1), until=date(2026, 12, 5))
    found = pause(case, caseworker)
    before = due(case)

    refused(
        lambda: found.correct(
            ground="illness", from_on=TODAY, until=None, reason="Still ill", by=caseworker, today=TODAY
        ),
        "__all__",
    )

    assert Pause.objects.standing().count() == 2
    assert due(case) == before


def test_a_withdrawn_pause_stays_to_be_read_and_stops_nothing(case, caseworker):
    found = pause(case, caseworker)
    refused(lambda: found.withdraw(reason=" ", by=caseworker, today=TODAY), "reason")

    found.withdraw(reason="Another person", by=caseworker, today=TODAY)

    assert due(case) == {date(2026, 12, 2)}
    found = Pause.objects.get()
    assert (found.withdrawn_reason, found.withdrawn_by) == ("Another person", caseworker)
    with pytest.raises(IntegrityError, match="withdrawn_pause_does_not_stand"), transaction.atomic():
        Pause.objects.update(superseded_at=None)


def test_a_pause_changed_meanwhile_is_not_changed_again(case, caseworker):
    found, same = pause(case, caseworker), Pause.objects.get()
    found.withdraw(reason="Another person", by=caseworker, today=TODAY)

    assert "meanwhile" in refused(lambda: same.withdraw(reason="x", by=caseworker, today=TODAY), "")
    assert "meanwhile" in refused(lambda: same.end(until=LATER, by=caseworker, today=TODAY), "")


def test_a_late_pause_that_leaves_it_over_moves_the_breach_and_one_that_does_not_ends_it(case, caseworker):
    day = date(2026, 12, 10)
    jobs.sweep(as_of=date(2026, 12, 3))
    facts = {"from_on": date(2026, 11, 9), "reason": "Told late", "today": day}

    with arranging(day):
        found = pause(case, caseworker, until=date(2026, 11, 14), **facts)

        assert set(Breach.objects.open().values_list("over_since", flat=True)) == {date(2026, 12, 8)}
        assert jobs.drifted([case.pk]) == []
        found.correct(ground="illness", until=date(2026, 11, 30), by=caseworker, **facts)
    assert set(Breach.objects.values_list("end_reason", flat=True)) == {"deadline-moved"}


def test_a_document_is_of_the_same_case(case, caseworker, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    mine = filed(case, caseworker)
    theirs = filed(CaseFactory(unit=case.unit), caseworker)

    refused(lambda: pause(case, caseworker, document=theirs), "document")
    found = pause(case, caseworker, document=mine)

    with (
        pytest.raises(IntegrityError, match="pause_document_is_of_the_same_case"),
        transaction.atomic(),
    ):
        Pause.objects.filter(pk=found.pk).update(document=theirs)
    assert Document.objects.filter(pauses=found).get() == mine


def test_who_reads_the_ground(case, caseworker, colleague, manager):
    """Whoever entered it, the case's own caseworker, and who has the permission; nobody else of the unit."""
    health = UserFactory(unit=case.unit, role="health_team")
    pause(case, colleague)

    def reads(user, day=TODAY):
        return [found.tells_ground for found in Pause.objects.filter(case=case).told_to(user, day)]

    assert reads(colleague) == reads(caseworker) == reads(health) == [True]
    assert reads(manager) == reads(UserFactory(unit=case.unit, role="team_lead")) == [False]
    assert reads(caseworker, day=date(2026, 10, 1)) == [False]
    assert Pause.objects.get().shown_ground == ""
