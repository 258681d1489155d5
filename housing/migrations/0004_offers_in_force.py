from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.walls import RULES, door, history_wall, wall
from housing.versions import LAUNCH_VERSIONS

HOUSEHOLD = RULES["household"].format(case="household_id")
HOME = RULES["home"].format(case="case_id")
OF_A_HOUSEHOLD = ("homeneed", "placementexception", "homeoffer")
OF_A_CASE = ("offeredto", "ownhome")

# Why a home may be offered to a household on a day, as far as excluded areas go; or why not. The one place where that is
# decided: the form asks it, and the trigger below. As the owner, because the answer must not depend on who asks.
BASIS = """
CREATE FUNCTION housing_basis(of_household bigint, of_dwelling bigint, day date)
RETURNS TABLE (basis text, check_id bigint, exception_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    of_list bigint;
    inside boolean;
BEGIN
    SELECT l.id INTO of_list FROM housing_arealist l WHERE l.confirmed_on IS NOT NULL AND l.valid_from = make_date(
        extract(year FROM day)::int - CASE WHEN extract(month FROM day) < 12 THEN 1 ELSE 0 END, 12, 1);
    SELECT c.id, c.is_inside INTO check_id, inside
    FROM housing_areacheck c JOIN housing_dwelling d ON d.id = c.dwelling_id
    WHERE c.dwelling_id = of_dwelling AND c.area_list_id = of_list AND c.place = housing_place(d)
    ORDER BY c.id DESC LIMIT 1;
    IF NOT inside THEN
        basis := 'outside';
    -- The rules for Ukraine hold for everybody in the household (refugees/takeover.py: rule_set).
    ELSIF EXISTS (SELECT 1 FROM refugees_case c WHERE c.household_id = of_household AND c.closed_on IS NULL)
        AND NOT EXISTS (
            SELECT 1 FROM refugees_case c
            LEFT JOIN refugees_keydate k ON k.case_id = c.id AND k.event = 'E2' AND k.superseded_at IS NULL
            WHERE c.household_id = of_household AND c.closed_on IS NULL
            AND (c.permit_ground <> 'ukraine' OR k."on" IS NULL OR k."on" < '2022-03-17')
        ) THEN
        basis := 'rules';
    ELSE
        SELECT e.id INTO exception_id FROM housing_placementexception e
        WHERE e.household_id = of_household AND e.dwelling_id = of_dwelling AND e.withdrawn_on IS NULL
        AND e.decided_on <= day;
        basis := CASE WHEN exception_id IS NOT NULL THEN 'exception' WHEN of_list IS NULL THEN 'no-list'
            WHEN check_id IS NULL THEN 'unchecked' ELSE 'inside' END;
    END IF;
    RETURN NEXT;
END $$;
"""

LIES_OUTSIDE = """
CREATE FUNCTION housing_offer_lies_outside() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- Whoever checks this home at this moment, or is offered it, comes before or after.
    PERFORM 1 FROM housing_dwelling WHERE id = NEW.dwelling_id FOR UPDATE;
    SELECT b.basis, b.check_id, b.exception_id INTO NEW.basis, NEW.area_check_id, NEW.exception_id
    FROM housing_basis(NEW.household_id, NEW.dwelling_id, NEW.offered_on) b;
    IF NEW.basis NOT IN ('outside', 'rules', 'exception') THEN
        RAISE EXCEPTION 'home_offer_lies_outside_excluded_areas: %', NEW.basis
            USING ERRCODE = 'check_violation', CONSTRAINT = 'home_offer_lies_outside_excluded_areas';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER lies_outside
    BEFORE INSERT OR UPDATE OF household_id, dwelling_id, offered_on, basis, area_check_id, exception_id
    ON housing_homeoffer FOR EACH ROW EXECUTE FUNCTION housing_offer_lies_outside();
"""

HELD = """
CREATE FUNCTION housing_held(home bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce((SELECT CASE WHEN answer = '' THEN 'offered' ELSE 'accepted' END FROM housing_homeoffer
        WHERE dwelling_id = home AND answer IN ('', 'accepted') AND taken_back_at IS NULL), '')
$$;
CREATE FUNCTION housing_home_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.held := housing_held(NEW.id);
    RETURN NEW;
END $$;
CREATE TRIGGER home_is_held BEFORE INSERT OR UPDATE ON housing_dwelling
    FOR EACH ROW EXECUTE FUNCTION housing_home_is_held();
CREATE FUNCTION housing_offer_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE housing_dwelling SET held = held WHERE id = NEW.dwelling_id;
    IF TG_OP = 'UPDATE' AND OLD.dwelling_id <> NEW.dwelling_id THEN
        UPDATE housing_dwelling SET held = held WHERE id = OLD.dwelling_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER offer_holds AFTER INSERT OR UPDATE OF answer, taken_back_at, dwelling_id ON housing_homeoffer
    FOR EACH ROW EXECUTE FUNCTION housing_offer_holds();
"""

A_MANAGERS = """
CREATE FUNCTION housing_exception_is_a_managers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = NEW.decided_by_id AND u.role = 'manager')
        OR NOT (app_is_system() OR NEW.decided_by_id = app_user()) THEN
        RAISE EXCEPTION 'exception_is_a_managers'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'exception_is_a_managers';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER is_a_managers
    BEFORE INSERT OR UPDATE OF decided_by_id, household_id, dwelling_id, reason, ground, decided_on
    ON housing_placementexception FOR EACH ROW EXECUTE FUNCTION housing_exception_is_a_managers();
"""

BACK = """
DROP TRIGGER is_a_managers ON housing_placementexception;
DROP TRIGGER offer_holds ON housing_homeoffer;
DROP TRIGGER home_is_held ON housing_dwelling;
DROP TRIGGER lies_outside ON housing_homeoffer;
DROP FUNCTION housing_exception_is_a_managers();
DROP FUNCTION housing_offer_holds();
DROP FUNCTION housing_home_is_held();
DROP FUNCTION housing_held(bigint);
DROP FUNCTION housing_offer_lies_outside();
DROP FUNCTION housing_basis(bigint, bigint, date);
"""


def put_in_force(apps, schema_editor):
    """The promise at launch, and whoever is known to be ready measured by it."""
    alias = schema_editor.connection.alias
    version = apps.get_model("goals", "GoalVersion").objects.using(alias)
    for row in LAUNCH_VERSIONS:
        version.create(**row | {"valid": DateRange(*row["valid"])})


class Migration(migrations.Migration):
    """What must hold of offers whoever writes, who reads them, and the promise."""

    dependencies = [
        ("housing", "0003_offers"),
        ("refugees", "0010_doors_for_housing"),
        ("goals", "0004_own_home"),
    ]
    operations = [
        *(wall(f"housing_{table}", HOUSEHOLD) for table in OF_A_HOUSEHOLD),
        *(history_wall(f"housing_{table}event", HOUSEHOLD) for table in OF_A_HOUSEHOLD),
        *(wall(f"housing_{table}", HOME) for table in OF_A_CASE),
        *(history_wall(f"housing_{table}event", HOME) for table in OF_A_CASE),
        # Nobody deletes what was offered or decided; to whom it was offered stands as it was written.
        *(
            migrations.RunSQL(f"SELECT app_revoke('housing_{table}', 'DELETE')", migrations.RunSQL.noop)
            for table in (*OF_A_HOUSEHOLD, *OF_A_CASE)
        ),
        migrations.RunSQL("SELECT app_revoke('housing_offeredto', 'UPDATE')", migrations.RunSQL.noop),
        # The promise of this pillar, and no other.
        door(
            "goals_clock",
            "housing",
            "goal = 'housing-offered' AND unit_id = ANY ((SELECT app_housing_units())::bigint[])",
            commands="SELECT",
        ),
        migrations.RunSQL(BASIS + LIES_OUTSIDE + HELD + A_MANAGERS, BACK),
        migrations.RunPython(put_in_force, migrations.RunPython.noop),
    ]
