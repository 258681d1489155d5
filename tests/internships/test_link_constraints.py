"""What must always hold of links for companies and of what companies told, whoever writes: one test a rule."""

import uuid

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from accounts.models import AccessLog
from internships.models import Evaluation, HostLink, HostReport
from tests.factories import TODAY
from tests.internships.test_extension_constraints import ANSWERS, begun

pytestmark = pytest.mark.django_db


def link(case, offer, by, **facts):
    facts = {
        "digest": uuid.uuid4().hex * 2,
        "contact_name": "Bente Baker",
        "call_name": "Lise Invented",
        "call_phone": "00 00 00 01",
        "valid_until": TODAY,
    } | facts
    return HostLink.objects.create(case=case, offer=offer, made_by=by, **facts)


def report(case, offer, by, **facts):
    facts = {"told": "started", "key": uuid.uuid4(), "name": "Bente Baker", "on": TODAY} | facts
    return HostReport.objects.create(case=case, link=link(case, offer, by), **facts)


def evaluation_by_the_person(case, offer, by):
    facts = {"occupation": begun(case), "side": "person", "evaluated_on": TODAY} | ANSWERS
    Evaluation.objects.create(case=case, told_through=link(case, offer, by), **facts)


RULES = {
    "one_standing_host_link_per_offer": lambda *about: [link(*about), link(*about)],
    "host_link_is_kept_as_a_digest": lambda *about: link(*about, digest="the secret itself"),
    "host_link_says_for_whom_and_whom_to_call": lambda *about: link(*about, call_phone=""),
    "host_link_mail_has_an_address": lambda *about: link(*about, mailed_to="bente@example.dk"),
    "host_link_revoked_by_somebody": lambda *about: link(*about, revoked_by=about[2]),
    "host_report_is_known": lambda *about: report(*about, told="gossip"),
    "host_report_says_who": lambda *about: report(*about, name=""),
    "host_report_hindrance_is_known": lambda *about: report(*about, hindrance="bad luck"),
    "evaluation_through_a_link_is_the_companys": evaluation_by_the_person,
}


@pytest.mark.parametrize("constraint", RULES)
def test_the_database_refuses(case, offer, caseworker, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        RULES[constraint](case, offer, caseworker)


def test_what_a_company_told_stays_as_it_was_told(case, offer, caseworker):
    kept = report(case, offer, caseworker)

    table = HostReport._meta.db_table
    for change in (f"UPDATE {table} SET words = 'x'", f"DELETE FROM {table}"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)

    assert HostReport.objects.get() == kept


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "opened", "case_id": 1},
        {"kind": "by-company", "case_id": 1},
        {"kind": "by-company", "case_id": 1, "criterion": "A baker", "user": True},
    ],
)
def test_a_reading_names_a_colleague_or_a_company(caseworker, facts):
    facts = facts | ({"user": caseworker} if facts.get("user") else {})
    name = "access_names_a_colleague_or_a_company"
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        AccessLog.objects.create(page="case", **facts)
