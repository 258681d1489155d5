from django.db import migrations

from accounts.walls import RULES, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")

# What hangs on no case belongs to those who gave or got it.
TASK = f"""CASE WHEN case_id IS NULL THEN (SELECT app_user()) IN (assigned_to_id, created_by_id)
    ELSE {WHOLE_CASE} END"""
APPOINTMENT = f"""CASE WHEN case_id IS NULL
    THEN created_by_id = (SELECT app_user()) OR {{key}} IN (SELECT app_my_appointments())
    ELSE {WHOLE_CASE} END"""
STAFF = "EXISTS (SELECT 1 FROM refugees_appointment a WHERE a.id = appointment_id)"
MESSAGE = f"(to_user_id = (SELECT app_user()) OR {WHOLE_CASE})"

MY_APPOINTMENTS = """
-- The appointments in which this transaction's person takes part. As the owner: the policy of appointments asks it,
-- and the policy of parts asks that of appointments.
CREATE FUNCTION app_my_appointments() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT appointment_id FROM refugees_appointmentstaff WHERE user_id = app_user()
$$;
"""


class Migration(migrations.Migration):
    """Row-level security on what is written on cases, and on its history."""

    dependencies = [("refugees", "0003_where_the_work_is_written"), ("accounts", "0003_walls")]
    operations = [
        migrations.RunSQL(MY_APPOINTMENTS, "DROP FUNCTION app_my_appointments()"),
        wall("refugees_note", "whole_case"),
        wall("refugees_draft", "own"),
        wall("refugees_document", "whole_case"),
        wall("refugees_task", TASK),
        wall("refugees_waiting", "whole_case"),
        wall("refugees_appointment", APPOINTMENT.format(key="id")),
        wall("refugees_appointmentstaff", STAFF),
        wall("refugees_message", MESSAGE),
        history_wall("refugees_noteevent", WHOLE_CASE),
        history_wall("refugees_documentevent", WHOLE_CASE),
        history_wall("refugees_taskevent", TASK),
        history_wall("refugees_waitingevent", WHOLE_CASE),
        history_wall("refugees_appointmentevent", APPOINTMENT.format(key="pgh_obj_id")),
        history_wall("refugees_appointmentstaffevent", STAFF),
        history_wall("refugees_messageevent", MESSAGE),
    ]
