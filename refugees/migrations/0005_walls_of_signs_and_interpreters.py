from django.db import migrations

from accounts.walls import RULES, history_wall, wall

OWN = "author_id = (SELECT app_user()) AND case_id IN (SELECT app_my_cases())"
SIGN = f"{RULES['whole_case'].format(case='case_id')} OR ({OWN})"
# A booking is of an appointment: whoever sees the whole of its case.
BOOKING = (
    "EXISTS (SELECT 1 FROM refugees_appointment a JOIN refugees_case c ON c.id = a.case_id"
    " WHERE a.id = appointment_id AND c.unit_id = ANY ((SELECT app_units())::bigint[]))"
)


class Migration(migrations.Migration):
    """Row-level security on early-warning signs, of which a mentor has their own, and on bookings of interpreters."""

    dependencies = [("refugees", "0004_signs_and_interpreters")]
    operations = [
        wall("refugees_warningsign", SIGN),
        wall("refugees_interpreterbooking", BOOKING),
        history_wall("refugees_warningsignevent", SIGN),
        history_wall("refugees_interpreterbookingevent", BOOKING),
    ]
