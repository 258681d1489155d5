from django.db import migrations, models

STARTS = """
-- Nobody starts on an offer that was declined or withdrawn, and an offer that was started is neither, whoever writes.
-- Each locks the row that the other one changes. In the owner's right: it must not depend on who asks.
CREATE FUNCTION internships_start_on_an_offer_that_stands() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    said text;
BEGIN
    SELECT answer INTO said FROM internships_offer WHERE id = NEW.offer_id FOR NO KEY UPDATE;
    IF said IN ('declined', 'withdrawn') THEN
        RAISE EXCEPTION 'start_on_an_offer_that_stands: the offer was %', said
            USING ERRCODE = 'check_violation', CONSTRAINT = 'start_on_an_offer_that_stands';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER start_on_an_offer_that_stands
    BEFORE INSERT OR UPDATE OF offer_id, taken_back_at ON internships_placement
    FOR EACH ROW WHEN (NEW.offer_id IS NOT NULL AND NEW.taken_back_at IS NULL)
    EXECUTE FUNCTION internships_start_on_an_offer_that_stands();

CREATE FUNCTION internships_started_offer_stands() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM internships_placement WHERE offer_id = NEW.id AND taken_back_at IS NULL) THEN
        RAISE EXCEPTION 'started_offer_stands: it has been started'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'started_offer_stands';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER started_offer_stands
    BEFORE UPDATE OF answer ON internships_offer
    FOR EACH ROW WHEN (NEW.answer IN ('declined', 'withdrawn'))
    EXECUTE FUNCTION internships_started_offer_stands();
"""
NO_STARTS = """
DROP TRIGGER started_offer_stands ON internships_offer;
DROP FUNCTION internships_started_offer_stands();
DROP TRIGGER start_on_an_offer_that_stands ON internships_placement;
DROP FUNCTION internships_start_on_an_offer_that_stands();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("internships", "0004_history_of_companies"),
    ]

    operations = [
        migrations.AlterField(
            model_name="placement",
            name="taken_back_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
        ),
        migrations.AlterField(
            model_name="placementevent",
            name="taken_back_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
        ),
        migrations.RunSQL(STARTS, NO_STARTS),
    ]
