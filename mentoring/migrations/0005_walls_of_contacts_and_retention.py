from django.db import migrations

from accounts.walls import RULES, history_wall, wall

WHOLE_CASE = RULES["whole_case"].format(case="case_id")
OWN = "author_id = (SELECT app_user()) AND case_id IN (SELECT app_my_cases())"
CONTACT = f"{WHOLE_CASE} OR ({OWN})"
TALK = (
    "EXISTS (SELECT 1 FROM refugees_talk t JOIN refugees_case c ON c.id = t.case_id"
    " WHERE t.id = talk_id AND c.unit_id = ANY ((SELECT app_units())::bigint[]))"
)


class Migration(migrations.Migration):
    """Row-level security on contacts, of which a mentor has their own, and on what retention is made of."""

    dependencies = [("mentoring", "0004_contacts_and_retention")]
    operations = [
        wall("mentoring_contact", CONTACT),
        wall("mentoring_retentionoffer", "whole_case"),
        wall("mentoring_retentiontalk", TALK),
        history_wall("mentoring_contactevent", CONTACT),
        history_wall("mentoring_retentionofferevent", WHOLE_CASE),
        history_wall("mentoring_retentiontalkevent", TALK),
    ]
