"""Row-level security: the last wall, in the database itself. Migrations raise it with `wall(...)`.

Each rule says which rows a transaction may see and write. `app_*` functions read the scope of the
transaction (accounts/scope.py); a transaction without scope sees nothing.
"""

from django.db import migrations

# Within each rule, {case} is the column that names the case.
RULES = {
    # The case itself, and rows that carry their unit.
    "unit_or_team": "unit_id = ANY ((SELECT app_units())::bigint[]) OR {case} IN (SELECT app_my_cases())",
    "unit": "unit_id = ANY ((SELECT app_units())::bigint[])",
    # Rows that hang on a case: whoever sees the whole case.
    "whole_case": "EXISTS (SELECT 1 FROM refugees_case c WHERE c.id = {case}"
    " AND c.unit_id = ANY ((SELECT app_units())::bigint[]))",
    # Rows that hang on a case and that a mentor of the case may see too.
    "case_team": "EXISTS (SELECT 1 FROM refugees_case c WHERE c.id = {case})",
    # The compartment of health: the health team of the case's unit, and nobody else whatever they may see.
    "health": "EXISTS (SELECT 1 FROM refugees_case c WHERE c.id = {case}"
    " AND c.unit_id = ANY ((SELECT app_health_units())::bigint[]))",
    # Rows that hang on a case and are about its home: whoever sees the whole case, and housing officers of its unit.
    "home": "EXISTS (SELECT 1 FROM refugees_case c WHERE c.id = {case}"
    " AND c.unit_id = ANY ((SELECT app_units() || app_housing_units())::bigint[]))",
    # What is known of a household to be housed: whoever sees its cases whole, and the housing officers of its unit.
    "household": "EXISTS (SELECT 1 FROM refugees_household h WHERE h.id = {case})",
    # Rows that belong to one member of staff.
    "own": "user_id = (SELECT app_user())",
}


def wall(table: str, rule: str, *, case: str = "case_id", append_only: bool = False) -> migrations.RunSQL:
    """Raise the wall round a table by one of the RULES, or by SQL of its own.

    `append_only` also takes UPDATE and DELETE away from the application role.
    """
    predicate = "(SELECT app_is_system()) OR " + RULES.get(rule, rule).format(case=case)
    sql = [
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'CREATE POLICY wall ON "{table}" USING ({predicate}) WITH CHECK ({predicate})',
    ]
    back = [f'DROP POLICY wall ON "{table}"', f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY']
    if append_only:
        sql.append(f"SELECT app_revoke('{table}', 'UPDATE, DELETE')")
    return migrations.RunSQL(sql, back)


def history_wall(table: str, predicate: str) -> migrations.RunSQL:
    """Raise the wall round a history table: anybody's change writes it, its readers are limited, nobody edits it."""
    sql = [
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'CREATE POLICY readers ON "{table}" FOR SELECT USING ((SELECT app_is_system()) OR {predicate})',
        f'CREATE POLICY writers ON "{table}" FOR INSERT WITH CHECK (true)',
        f"SELECT app_revoke('{table}', 'UPDATE, DELETE')",
    ]
    back = [
        f'DROP POLICY writers ON "{table}"',
        f'DROP POLICY readers ON "{table}"',
        f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY',
    ]
    return migrations.RunSQL(sql, back)


def door(table: str, name: str, predicate: str, *, commands: str = "ALL") -> migrations.RunSQL:
    """Let others through a wall: rows that this predicate names, for reading or for all that is done with rows."""
    check = f" WITH CHECK ({predicate})" if commands == "ALL" else ""
    return migrations.RunSQL(
        f'CREATE POLICY {name} ON "{table}" FOR {commands} USING ({predicate}){check}',
        f'DROP POLICY {name} ON "{table}"',
    )
