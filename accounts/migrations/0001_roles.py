"""Two roles from the first migration on, and the functions by which policies read a transaction's scope."""

from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations

APP_ROLE = settings.DATABASES["default"]["USER"]

FUNCTIONS = """
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());
CREATE FUNCTION app_today() RETURNS date LANGUAGE sql STABLE
    RETURN (app_now() AT TIME ZONE 'Europe/Copenhagen')::date;
CREATE FUNCTION app_is_system() RETURNS boolean LANGUAGE sql STABLE
    RETURN coalesce(current_setting('app.scope', true), '') = 'system';
CREATE FUNCTION app_user() RETURNS bigint LANGUAGE sql STABLE
    RETURN nullif(current_setting('app.user', true), '')::bigint;
CREATE FUNCTION app_units() RETURNS bigint[] LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('app.units', true), ''), '{}')::bigint[];
-- The units in whose cases this transaction's person works in the compartment of health. Beside app_units(), which is
-- empty for them: of a case they see a slice.
CREATE FUNCTION app_health_units() RETURNS bigint[] LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('app.health_units', true), ''), '{}')::bigint[];
-- Takes rights on a table away from the application role; only the owner of the table can.
CREATE FUNCTION app_revoke(table_name text, rights text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('REVOKE %s ON %I FROM %I', rights, table_name, '{role}');
END $$;
"""

DROP_FUNCTIONS = """
DROP FUNCTION app_revoke(text, text);
DROP FUNCTION app_health_units();
DROP FUNCTION app_units();
DROP FUNCTION app_user();
DROP FUNCTION app_is_system();
DROP FUNCTION app_today();
DROP FUNCTION app_now();
"""

# Tables that other apps made before this migration, and all that the owner makes after it.
GRANTS = """
GRANT USAGE ON SCHEMA public TO "{role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{role}";
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "{role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "{role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO "{role}";
"""


class Migration(migrations.Migration):
    """The application role may read and write rows; it owns nothing and passes through no policy."""

    initial = True
    dependencies = []
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        migrations.RunSQL(FUNCTIONS.replace("{role}", APP_ROLE), DROP_FUNCTIONS),
        migrations.RunSQL(GRANTS.replace("{role}", APP_ROLE), migrations.RunSQL.noop),
    ]
