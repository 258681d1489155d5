from django.db import migrations

SAY_WHICH = """
UPDATE refugees_appointment a SET title = i.kind FROM screening_interview i WHERE i.appointment_id = a.id;
"""


class Migration(migrations.Migration):
    """An interview's appointment says which of the two it is; in words only when it is read, in the reader's language."""

    dependencies = [
        ("screening", "0010_second_interview_at_the_temporary_home"),
        ("refugees", "0015_whose_corrections"),
    ]
    operations = [migrations.RunSQL(SAY_WHICH, migrations.RunSQL.noop)]
