from django.db import migrations

from accounts.walls import RULES, history_wall, wall

ACTIVITY = """EXISTS (SELECT 1 FROM screening_contract k WHERE k.id = contract_id)"""

STANDS = """
-- What both have signed is not changed any more, whoever writes: a revision is the next version. A mistake is withdrawn.
CREATE FUNCTION screening_concluded_contract_stands() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF (to_jsonb(OLD) - 'withdrawn_at' - 'withdrawal_reason')
        IS DISTINCT FROM (to_jsonb(NEW) - 'withdrawn_at' - 'withdrawal_reason') THEN
        RAISE EXCEPTION 'concluded_contract_stands: it has been signed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'concluded_contract_stands';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER concluded_contract_stands BEFORE UPDATE ON screening_contract
    FOR EACH ROW WHEN (OLD.concluded_on IS NOT NULL) EXECUTE FUNCTION screening_concluded_contract_stands();

-- In the owner's right: it must not depend on who asks.
CREATE FUNCTION screening_activities_of_concluded_contract_stand() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM screening_contract
        WHERE concluded_on IS NOT NULL AND id IN (OLD.contract_id, NEW.contract_id)
    ) THEN
        RAISE EXCEPTION 'activities_of_concluded_contract_stand: it has been signed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'activities_of_concluded_contract_stand';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER activities_of_concluded_contract_stand BEFORE INSERT OR UPDATE OR DELETE ON screening_activity
    FOR EACH ROW EXECUTE FUNCTION screening_activities_of_concluded_contract_stand();
"""
NOTHING_STANDS = """
DROP TRIGGER activities_of_concluded_contract_stand ON screening_activity;
DROP FUNCTION screening_activities_of_concluded_contract_stand();
DROP TRIGGER concluded_contract_stands ON screening_contract;
DROP FUNCTION screening_concluded_contract_stands();
"""


class Migration(migrations.Migration):
    """What is signed stands; row-level security on contracts and their history."""

    dependencies = [("screening", "0006_contracts")]
    operations = [
        migrations.RunSQL(STANDS, NOTHING_STANDS),
        wall("screening_contract", "whole_case"),
        wall("screening_activity", ACTIVITY),
        history_wall("screening_contractevent", RULES["whole_case"].format(case="case_id")),
        history_wall("screening_activityevent", ACTIVITY),
    ]
