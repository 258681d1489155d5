from django.db import migrations, models

from accounts.walls import RULES, door, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")
OF_MY_CASES = "case_id IN (SELECT app_my_cases())"
HAND_OVER = f"{WHOLE_CASE} OR (to_id = (SELECT app_user()) AND {OF_MY_CASES})"
# What a mentor before wrote, where the person agreed to hand that on to whoever is their mentor now.
HANDED_ON = (
    f"part IN ('holistic-mentor', 'retention-mentor') AND {OF_MY_CASES} AND EXISTS ("
    "SELECT 1 FROM mentoring_handover h WHERE h.case_id = mentoring_contact.case_id"
    " AND h.former_id = mentoring_contact.author_id AND h.to_id = (SELECT app_user())"
    ' AND h.agreed = \'contacts\' AND h."on" >= mentoring_contact."on")'
)

# Until now a case could have several answered offers; what was said to all but the last of them holds no longer.
ONE_STANDS = """
UPDATE mentoring_{table} o SET replaced_at = app_now()
WHERE o.taken_back_at IS NULL AND EXISTS (
    SELECT 1 FROM mentoring_{table} n
    WHERE n.case_id = o.case_id AND n.taken_back_at IS NULL AND (n.offered_on, n.id) > (o.offered_on, o.id)
)
"""
OFFERS = ("holisticoffer", "retentionoffer")

CORRECTED = """
CREATE FUNCTION mentoring_answer_is_corrected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.answer <> ''
        AND (NEW.answer, NEW.answered_on, NEW.reason)
            IS DISTINCT FROM (OLD.answer, OLD.answered_on, OLD.reason)
        AND (NEW.version <= OLD.version OR NEW.correction_reason = '')
    THEN
        RAISE EXCEPTION 'changed_answer_says_why: of offer %', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'changed_answer_says_why';
    END IF;
    RETURN NEW;
END $$;
"""
EACH = """
CREATE TRIGGER changed_answer_says_why BEFORE UPDATE ON mentoring_{table}
    FOR EACH ROW EXECUTE FUNCTION mentoring_answer_is_corrected();
"""

# As the owner: whoever keeps a promise that was handed over does not see the contact in which it was made.
STANDS = """
CREATE FUNCTION mentoring_contact_stands(contact bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM mentoring_contact c WHERE c.id = contact AND c.taken_back_at IS NULL)
$$;
"""

KEPT = [
    f"SELECT app_revoke('mentoring_{table}', 'DELETE')"
    for table in (*OFFERS, "concern", "letter", "handover")
]


def stand_once(label: str) -> models.UniqueConstraint:
    """Of one kind of offer at most one stands on a case."""
    return models.UniqueConstraint(
        fields=("case",),
        condition=models.Q(taken_back_at=None, replaced_at=None),
        name=f"one_standing_{label}_offer",
        violation_error_message=f"A {label} mentor is offered already; record the answer first.",
    )


class Migration(migrations.Migration):
    """Who reads what was handed on, and what the database keeps of offers, answers, concerns and letters."""

    dependencies = [("mentoring", "0017_offers_that_stand_and_hand_overs")]
    operations = [
        migrations.RunSQL([ONE_STANDS.format(table=table) for table in OFFERS], migrations.RunSQL.noop),
        migrations.AddConstraint("holisticoffer", stand_once("holistic")),
        migrations.AddConstraint("retentionoffer", stand_once("retention")),
        migrations.RunSQL(
            [CORRECTED, *(EACH.format(table=table) for table in OFFERS)],
            [
                *(f"DROP TRIGGER changed_answer_says_why ON mentoring_{table}" for table in OFFERS),
                "DROP FUNCTION mentoring_answer_is_corrected()",
            ],
        ),
        migrations.RunSQL(STANDS, "DROP FUNCTION mentoring_contact_stands(bigint)"),
        wall("mentoring_handover", HAND_OVER),
        history_wall("mentoring_handoverevent", WHOLE_CASE),
        door("mentoring_contact", "handed_on", HANDED_ON, commands="SELECT"),
        migrations.RunSQL(KEPT, migrations.RunSQL.noop),
    ]
