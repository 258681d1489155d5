"""Tests about the code itself: who may import whom, what every view and every table must have."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from celery import current_app
from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.urls import URLPattern, get_resolver

ROOT = Path(settings.BASE_DIR)

# From the top down. An app may import from the rows below its own, never beside or above.
LAYERS = [
    {"copenhagen_model"},
    {"screening", "health", "housing", "internships", "mentoring"},
    {"goals"},
    {"refugees"},
    {"accounts"},
]
APPS = set().union(*LAYERS)

# Pages and signals of Django's own, and those that answer before anybody has signed in.
PUBLIC_VIEWS = {"accessibility", "calendar", "choose_language", "sign_in"} | {
    # What works without a connection; it holds nothing about anybody.
    *("offline", "service_worker"),
    # The page of a company, behind a secret link.
    *("host", "host_confirm", "host_started", "host_not_started", "host_worry", "host_evaluate"),
}

# Where the system acts instead of a person; each says why. Anything else opens the scope of a user.
ACTS_AS_THE_SYSTEM = {
    "accounts/scope.py",
    "copenhagen_model/health.py",  # asked before anybody has signed in; reads when deadlines were checked
    "refugees/models/case.py",
    "refugees/intake/carrying_out.py",
    "refugees/intake/staging.py",
    "refugees/tasks.py",
    "refugees/models/found.py",  # "known elsewhere, ask": which unit, never who
    "refugees/models/appointment.py",  # whoever hands people over may belong to no unit
    "refugees/models/message.py",
    "refugees/models/state_row.py",
    "goals/jobs.py",
    "goals/mailing.py",
    "goals/recalculating.py",
    "goals/tasks.py",
    "mentoring/models/concern.py",  # a mentor may not know who is away, nor what others are told
    "mentoring/handing_over.py",  # counts what is in hand, also for a mentor coordinator, who sees none of it
    "mentoring/models/hand_over.py",  # what passes on is more than a mentor coordinator sees
    "mentoring/models/promise.py",
    "mentoring/models/letter.py",  # nor the documents and tasks of a case
    "internships/views/host.py",  # somebody at a company has no account; the link says which offer it is about
}

# Tables without a history: they are themselves an append-only log, or hold nothing that anybody is to answer for.
NO_HISTORY_NEEDED = {
    "accounts.DemoDay": "the day that a demo shows as today; production has none",
    "accounts.Unit": "a name; who belongs to a unit stands in the history of users and of managed units",
    "goals.JobRun": "is itself the log of what jobs did",
    "goals.Recalculation": "is itself the log of a run; what it changes has its history",
    "goals.RecalculationChunk": "a part of such a run, and how far it came",
    "housing.HousingPlan": "written once, with its inputs, by whom and when",
    "health.Clinic": "the name of a clinic; who was sent where stands in the history of referrals",
    "refugees.CaseCounter": "the last case number given out; the cases carry their numbers",
    "accounts.AccessLog": "is itself the log of readings, append-only",
    "accounts.Submission": "keys of forms that were sent",
    "refugees.IntakeFile": "is gone once it is read; a history would keep every uploaded file for ever",
    "refugees.StateBatch": "says itself who gathered it and who sent or discarded it, and why",
    "refugees.StateRow": "what was told to the state at one time; written once",
    "refugees.StagedList": "says itself who sent it and who carried it out; what it did has its history",
    "refugees.StagedRow": "the words of a file; a history would keep them for ever",
    "refugees.CaseLine": "is itself append-only history",
    "refugees.Draft": "nobody's statement yet; its traces go with it when it is sent",
    "goals.Clock": "derived; keeps its own history by trigger (ClockBelief)",
    "goals.ClockBelief": "is itself append-only history",
    "goals.Report": "is frozen: written once, by whom and when stands on it",
    "goals.ReportLine": "a line of such a report, written with it",
    "goals.ReportRow": "a person behind a number of such a report, written with it",
    "mentoring.Sighting": "is itself the record of who has read which text, written once",
    "goals.Mail": "an outbox row; what it tells of has its history",
    "goals.FigureSummary": "counts of beliefs, which are themselves history; can be made again at any time",
    "goals.MailedBreach": "that a mail told of a breach: written once, like the mail",
    "goals.TrialLine": "what a dry run found; written once, by the run",
    "goals.Notice": "an outbox row about a breach, which has its history",
}

# Tables without row-level security: staff, settings, and what names no refugee.
NO_WALL_NEEDED = {
    "accounts.CalendarAddress",
    "accounts.User",
    "accounts.User_managed_units",
    "accounts.Unit",
    "accounts.DemoDay",
    "refugees.CaseCounter",
    "goals.FigureSummary",
    "goals.GoalVersion",
    "goals.Recalculation",
    "goals.RecalculationChunk",
    "goals.Suspension",
    "goals.VersionDraft",
    "goals.JobRun",
    "health.Clinic",
    "housing.AreaCheck",
    "housing.AreaList",
    "housing.Bed",
    "housing.Dwelling",
    "housing.ExcludedArea",
    "housing.Lodging",
    "housing.LodgingCheck",
    "housing.PaymentLimit",
    "housing.Provider",
    "housing.Room",
    "internships.Company",
    "internships.Opening",
    "internships.ProductionUnit",
    "mentoring.ChecklistItem",
    "mentoring.ChecklistVersion",
}


def imports(path: Path) -> Iterator[str]:
    """The top names that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def sources(app: str) -> Iterator[Path]:
    """An app's own code, without its migrations."""
    return (path for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)


@pytest.mark.parametrize("app", sorted(APPS))
def test_apps_import_only_from_the_layers_below(app):
    [row] = [number for number, names in enumerate(LAYERS) if app in names]
    allowed = {app}.union(*LAYERS[row + 1 :])

    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(app)
        for name in imports(path)
        if name in APPS - allowed
    ]

    assert wrong == []


def our_views(patterns=None) -> Iterator:
    """Every view that an address leads to."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.callback
        else:
            yield from our_views(pattern.url_patterns)


def test_every_view_names_its_permission():
    without = {
        view.__name__
        for view in our_views()
        if not hasattr(view, "permission") and view.__name__ not in PUBLIC_VIEWS
    }

    assert without == set()


def test_only_named_views_are_open_to_strangers():
    public = {view.__name__ for view in our_views() if not getattr(view, "login_required", True)}

    assert public == PUBLIC_VIEWS


def test_the_system_acts_only_where_it_is_named():
    callers = {
        str(path.relative_to(ROOT))
        for app in APPS
        for path in sources(app)
        if "system_scope(" in path.read_text()
    }

    assert (
        callers - {path for path in callers if path.startswith("copenhagen_model/demo")} == ACTS_AS_THE_SYSTEM
    )


def test_every_scheduled_job_exists():
    current_app.loader.import_default_modules()
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}

    assert scheduled <= set(current_app.tasks)


def test_a_job_ends_before_its_message_is_handed_out_again():
    visible = settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"]

    assert settings.CELERY_TASK_SOFT_TIME_LIMIT < settings.CELERY_TASK_TIME_LIMIT < visible


def our_models() -> list[type[models.Model]]:
    """Every model of ours that has a table, but for the history tables."""
    ours = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in APPS]
    return [model for model in ours if not hasattr(model, "pgh_tracked_model") and not model._meta.proxy]


def history_models() -> list[type[models.Model]]:
    """The history tables."""
    return [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]


def walled_tables() -> set[str]:
    """The tables on which row-level security is on."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
        return {row[0] for row in cursor.fetchall()}


@pytest.mark.django_db
def test_every_table_with_personal_data_has_a_wall():
    walled = walled_tables()

    without = {model._meta.label for model in our_models() if model._meta.db_table not in walled}

    assert without == NO_WALL_NEEDED


def test_every_table_has_a_history_or_says_why_it_needs_none():
    tracked = {model.pgh_tracked_model._meta.concrete_model._meta.label for model in history_models()}
    kept = {model._meta.label for model in our_models()}

    assert kept - tracked == set(NO_HISTORY_NEEDED)
    assert all(NO_HISTORY_NEEDED.values())


@pytest.mark.django_db
def test_every_history_is_behind_a_wall_and_nobody_edits_it():
    walled = walled_tables()
    append_only = [model._meta.db_table for model in history_models()]
    append_only += ["refugees_caseline", "accounts_accesslog", "goals_clockbelief"]
    append_only += ["goals_report", "goals_reportline", "goals_reportrow"]

    assert set(append_only) <= walled
    with connection.cursor() as cursor:
        for table in append_only:
            cursor.execute(
                "SELECT has_table_privilege(%s, 'UPDATE'), has_table_privilege(%s, 'DELETE')", [table, table]
            )
            assert cursor.fetchone() == (False, False), table


@pytest.mark.django_db
def test_the_application_role_owns_nothing_and_bypasses_nothing():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, False)
        cursor.execute(
            "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = current_user"
        )
        assert cursor.fetchone() == (0,)


def test_files_stay_readable():
    long = {
        str(path.relative_to(ROOT)): lines
        for app in APPS
        for path in sources(app)
        if (lines := len(path.read_text().splitlines())) > 300
    }

    assert long == {}


def test_templates_hold_no_inline_style_or_script():
    wrong = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if " style=" in (text := path.read_text())
        or "javascript:" in text
        or "<script>" in text
        or " onclick=" in text
    ]

    assert wrong == []


def test_every_form_that_posts_carries_its_token():
    wrong = [
        f"{path.relative_to(ROOT)}"
        for path in (ROOT / "templates").rglob("*.html")
        for form in path.read_text().split("<form")[1:]
        if 'method="post"' in form.split(">")[0] and "csrf_token" not in form.split("</form>")[0]
    ]

    assert wrong == []
