from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.day import today
from accounts.walls import door, history_wall, wall
from housing.versions import VERSIONS_OF_STAYING

OF_AN_OFFER = "EXISTS (SELECT 1 FROM housing_homeoffer o WHERE o.id = offer_id)"
IN_HOUSING_UNITS = "unit_id = ANY ((SELECT app_housing_units())::bigint[])"
OURS, OURS_AND_STAYING = "goal = 'housing-offered'", "goal IN ('housing-offered', 'home-kept')"

# Whoever moved out holds their home no more.
HELD = """
CREATE OR REPLACE FUNCTION housing_held(home bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce((SELECT CASE WHEN answer = '' THEN 'offered' ELSE 'accepted' END FROM housing_homeoffer
        WHERE dwelling_id = home AND answer IN ('', 'accepted') AND taken_back_at IS NULL {living}), '')
$$;
DROP TRIGGER offer_holds ON housing_homeoffer;
CREATE TRIGGER offer_holds AFTER INSERT OR UPDATE OF answer, taken_back_at, dwelling_id {column} ON housing_homeoffer
    FOR EACH ROW EXECUTE FUNCTION housing_offer_holds();
"""
WHILE_THEY_LIVE_THERE = HELD.format(living="AND moved_out_on IS NULL", column=", moved_out_on")
FOR_EVER = HELD.format(living="", column="")

# Who moved where in a year, of the whole City: counted for whoever asks, because each sees their own units alone.
SPREAD = """
CREATE FUNCTION housing_spread(of_year int) RETURNS TABLE (district text, households int, people int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.district, count(*)::int, sum(o.persons)::int
    FROM housing_homeoffer o JOIN housing_dwelling d ON d.id = o.dwelling_id
    WHERE o.taken_back_at IS NULL AND extract(year FROM o.moved_in_on) = of_year
    GROUP BY d.district
$$;
"""
CLOCKS = "ALTER POLICY housing ON goals_clock USING ({goals} AND {units})"


def put_in_force(apps, schema_editor):
    """One promise more. Where clocks are stored already, the workers derive them again."""
    alias = schema_editor.connection.alias
    version = apps.get_model("goals", "GoalVersion").objects.using(alias)
    for row in VERSIONS_OF_STAYING:
        version.create(**row | {"valid": DateRange(*row["valid"])})
    if apps.get_model("goals", "Clock").objects.using(alias).exists():
        apps.get_model("goals", "Recalculation").objects.using(alias).create(purpose="rules", as_of=today())


class Migration(migrations.Migration):
    """Who reads whether a household still lives there, and lists of homes; whose a home is after a household moved out."""

    dependencies = [
        ("housing", "0008_after_the_offer"),
        ("goals", "0006_moved_out"),
        ("refugees", "0007_walls_of_staged_lists"),
    ]
    operations = [
        wall("housing_stillthere", OF_AN_OFFER),
        history_wall("housing_stillthereevent", OF_AN_OFFER),
        migrations.RunSQL("SELECT app_revoke('housing_stillthere', 'DELETE')", migrations.RunSQL.noop),
        migrations.RunSQL(WHILE_THEY_LIVE_THERE, FOR_EVER),
        migrations.RunSQL(
            CLOCKS.format(goals=OURS_AND_STAYING, units=IN_HOUSING_UNITS),
            CLOCKS.format(goals=OURS, units=IN_HOUSING_UNITS),
        ),
        migrations.RunSQL(SPREAD, "DROP FUNCTION housing_spread(int)"),
        # Lists of homes are taken in by housing officers; they name no refugee.
        door("refugees_stagedlist", "housing", f"kind = 'homes' AND {IN_HOUSING_UNITS}"),
        door(
            "refugees_stagedrow",
            "housing",
            "EXISTS (SELECT 1 FROM refugees_stagedlist l WHERE l.id = staged_list_id AND l.kind = 'homes'"
            " AND l.unit_id = ANY ((SELECT app_housing_units())::bigint[]))",
        ),
        migrations.RunPython(put_in_force, migrations.RunPython.noop),
    ]
