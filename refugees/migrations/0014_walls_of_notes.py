from django.db import migrations

from accounts.walls import RULES

WHOLE_CASE = RULES["whole_case"].format(case="case_id")
OWN = "author_id = (SELECT app_user()) AND case_id IN (SELECT app_my_cases())"
READERS = f"(SELECT app_is_system()) OR {WHOLE_CASE}"


def policy(table: str, name: str, old: str, new: str, *, clauses: tuple[str, ...]) -> migrations.RunSQL:
    """Let a rule say something else."""
    forward, back = (
        f'ALTER POLICY {name} ON "{table}" ' + " ".join(f"{clause} ({rule})" for clause in clauses)
        for rule in (new, old)
    )
    return migrations.RunSQL(forward, back)


class Migration(migrations.Migration):
    """A mentor writes notes, and reads those of their own hand while the person is theirs."""

    dependencies = [("refugees", "0013_words_of_talks")]
    operations = [
        policy("refugees_note", "wall", READERS, f"{READERS} OR ({OWN})", clauses=("USING", "WITH CHECK")),
        policy("refugees_noteevent", "readers", READERS, f"{READERS} OR ({OWN})", clauses=("USING",)),
    ]
