from django.db import migrations

from accounts.day import now
from accounts.walls import RULES, history_wall, wall
from mentoring.launch_checklist import IN_FORCE_FROM, LAUNCH_ITEMS

WHOLE_CASE = RULES["whole_case"].format(case="case_id")
# Whoever sees the whole case, and its mentors of today.
TEAM = f"{WHOLE_CASE} OR case_id IN (SELECT app_my_cases())"

# What stands on a version that is in force stays as it is: people's lists follow it.
STANDS = """
CREATE FUNCTION mentoring_checklist_in_force_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM mentoring_checklistversion v
        WHERE v.in_force_from IS NOT NULL AND v.id IN (OLD.version_id, NEW.version_id)
    ) THEN
        RAISE EXCEPTION 'checklist_in_force_stands'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'checklist_in_force_stands';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER in_force_stands BEFORE INSERT OR UPDATE OR DELETE ON mentoring_checklistitem
    FOR EACH ROW EXECUTE FUNCTION mentoring_checklist_in_force_stands();
"""

# What something waits for stands on the same version, and nothing waits for itself, however long the way round. Asked
# at the commit: between two changes of a draft it may be otherwise.
WAITS = """
CREATE FUNCTION mentoring_checklist_waits_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    of_version bigint := CASE TG_OP WHEN 'DELETE' THEN OLD.version_id ELSE NEW.version_id END;
BEGIN
    IF EXISTS (
        SELECT 1 FROM mentoring_checklistitem i CROSS JOIN unnest(i.blocked_by) before
        WHERE i.version_id = of_version AND NOT EXISTS (
            SELECT 1 FROM mentoring_checklistitem o WHERE o.version_id = of_version AND o.key = before
        )
    ) THEN
        RAISE EXCEPTION 'checklist_waits_for_items_of_its_version'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'checklist_waits_for_items_of_its_version';
    END IF;
    IF EXISTS (
        WITH RECURSIVE path(key, before) AS (
            SELECT i.key, b FROM mentoring_checklistitem i CROSS JOIN unnest(i.blocked_by) b
            WHERE i.version_id = of_version
            UNION
            SELECT p.key, b FROM path p
            JOIN mentoring_checklistitem i ON i.version_id = of_version AND i.key = p.before
            CROSS JOIN unnest(i.blocked_by) b
        )
        SELECT 1 FROM path WHERE key = before
    ) THEN
        RAISE EXCEPTION 'checklist_waits_in_no_circle'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'checklist_waits_in_no_circle';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER waits_end AFTER INSERT OR UPDATE OR DELETE ON mentoring_checklistitem
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mentoring_checklist_waits_end();
"""

# Nothing that was said of a person, and no version, is ever gone.
KEPT = [
    f"SELECT app_revoke('mentoring_{table}', 'DELETE')"
    for table in ("checklist", "checklistmark", "checklistversion")
]


def put_in_force(apps, schema_editor):
    """Our proposal. In force is said last: from then on its items stand."""
    alias = schema_editor.connection.alias
    versions = apps.get_model("mentoring", "ChecklistVersion").objects.using(alias)
    version = versions.create(number=1, is_proposal=True, written_at=now())
    items = apps.get_model("mentoring", "ChecklistItem").objects.using(alias)
    for position, (key, danish, english, audience, blocked_by) in enumerate(LAUNCH_ITEMS, 1):
        items.create(
            version=version,
            key=key,
            position=position,
            danish=danish,
            english=english,
            audience=audience,
            blocked_by=blocked_by,
        )
    version.in_force_from, version.decided_at = IN_FORCE_FROM, now()
    version.save()


class Migration(migrations.Migration):
    """Row-level security on checklists, what the database keeps of their order, and the first version."""

    dependencies = [("mentoring", "0010_checklists")]
    operations = [
        wall("mentoring_checklist", TEAM),
        wall("mentoring_checklistmark", TEAM),
        history_wall("mentoring_checklistevent", TEAM),
        history_wall("mentoring_checklistmarkevent", TEAM),
        # What a list says is nobody's secret, nor is who wrote it.
        history_wall("mentoring_checklistversionevent", "true"),
        history_wall("mentoring_checklistitemevent", "true"),
        migrations.RunSQL(
            [STANDS, WAITS, *KEPT],
            [
                "DROP TRIGGER waits_end ON mentoring_checklistitem",
                "DROP TRIGGER in_force_stands ON mentoring_checklistitem",
                "DROP FUNCTION mentoring_checklist_waits_end(), mentoring_checklist_in_force_stands()",
            ],
        ),
        migrations.RunPython(put_in_force, migrations.RunPython.noop),
    ]
