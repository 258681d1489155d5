import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import uuid6
from django.conf import settings
from django.db import migrations, models

import accounts.day
import accounts.tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0004_housing_officers"),
        ("refugees", "0002_walls"),
    ]

    operations = [
        accounts.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Provider",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("association", "Social housing association"),
                                    ("city", "The City"),
                                    ("private", "Private landlord"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                    ],
                    options={
                        "verbose_name": "provider of homes",
                        "verbose_name_plural": "providers of homes",
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                name="provider_is_known_once",
                                violation_error_message="This provider is registered already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="provider_has_a_name",
                                violation_error_message="Write the provider's name.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["association", "city", "private", "other"])),
                                name="provider_kind_is_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_providerevent" ("email", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id") VALUES (NEW."email", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."phone", NEW."public_id"); RETURN NULL;',
                                    hash="829d3c38e666d760b20531f3a19fe01af63a40d8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_22ad4",
                                    table="housing_provider",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "housing_providerevent" ("email", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id") VALUES (NEW."email", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."phone", NEW."public_id"); RETURN NULL;',
                                    hash="37485480c8da044c1bd94cd09a58883309b28f2d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_60e5c",
                                    table="housing_provider",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_providerevent" ("email", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id") VALUES (OLD."email", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."phone", OLD."public_id"); RETURN NULL;',
                                    hash="7b9095eeb26fb5bdb91e0f7f71ffdaad370cc1de",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_17d6e",
                                    table="housing_provider",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProviderEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.provider",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("association", "Social housing association"),
                                    ("city", "The City"),
                                    ("private", "Private landlord"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="1eeb91cbea613a139ba15ec20382f5480257b87d",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_07acf",
                                    table="housing_providerevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Dwelling",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dwellings",
                                to="housing.provider",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(blank=True, max_length=40, verbose_name="the provider's number"),
                        ),
                        ("street", models.CharField(max_length=80, verbose_name="street")),
                        ("number", models.CharField(max_length=4, verbose_name="house number")),
                        ("floor", models.CharField(blank=True, max_length=2, verbose_name="floor")),
                        ("door", models.CharField(blank=True, max_length=4, verbose_name="door")),
                        ("postcode", models.CharField(max_length=4, verbose_name="postcode")),
                        ("town", models.CharField(max_length=40, verbose_name="town")),
                        ("dar_id", models.UUIDField(blank=True, null=True, verbose_name="DAR identifier")),
                        (
                            "district",
                            models.CharField(
                                choices=[
                                    ("indre-by", "Indre By"),
                                    ("osterbro", "Østerbro"),
                                    ("norrebro", "Nørrebro"),
                                    ("vesterbro", "Vesterbro/Kongens Enghave"),
                                    ("valby", "Valby"),
                                    ("vanlose", "Vanløse"),
                                    ("bronshoj", "Brønshøj-Husum"),
                                    ("bispebjerg", "Bispebjerg"),
                                    ("amager-ost", "Amager Øst"),
                                    ("amager-vest", "Amager Vest"),
                                ],
                                max_length=12,
                                verbose_name="district",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("flat", "Flat"),
                                    ("house", "House"),
                                    ("shared", "Room in a shared home"),
                                ],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "rooms",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(12),
                                ],
                                verbose_name="rooms",
                            ),
                        ),
                        (
                            "size_m2",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(5),
                                    django.core.validators.MaxValueValidator(400),
                                ],
                                verbose_name="size in m²",
                            ),
                        ),
                        (
                            "rent",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MaxValueValidator(100000)],
                                verbose_name="rent a month",
                            ),
                        ),
                        (
                            "deposit",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MaxValueValidator(500000)],
                                verbose_name="deposit",
                            ),
                        ),
                        (
                            "features",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("lift", "Lift"),
                                        ("ground-floor", "Ground floor"),
                                        ("no-steps", "No steps inside the home"),
                                        ("own-bathroom", "Own bathroom"),
                                        ("own-room", "Own room to sleep in"),
                                        ("wheelchair", "Room for a wheelchair"),
                                        ("quiet", "Quiet place"),
                                        ("near-transport", "Near public transport"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="it has",
                            ),
                        ),
                        ("available_from", models.DateField(verbose_name="available from")),
                        (
                            "available_until",
                            models.DateField(blank=True, null=True, verbose_name="to be offered until"),
                        ),
                        (
                            "held",
                            models.CharField(
                                blank=True,
                                choices=[("", "Nobody"), ("offered", "Offered"), ("accepted", "Accepted")],
                                default="",
                                editable=False,
                                max_length=8,
                            ),
                        ),
                        (
                            "gone_on",
                            models.DateField(blank=True, null=True, verbose_name="no longer available from"),
                        ),
                        (
                            "gone_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("withdrawn", "Withdrawn by the provider"),
                                    ("mistake", "Registered by mistake"),
                                    ("other", "Another reason"),
                                ],
                                max_length=12,
                                verbose_name="why",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "home",
                        "verbose_name_plural": "homes",
                        "indexes": [models.Index(fields=["available_from", "id"], name="home_by_day")],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("street"),
                                models.F("number"),
                                models.F("floor"),
                                models.F("door"),
                                models.F("postcode"),
                                condition=models.Q(("gone_on", None)),
                                name="home_is_given_once",
                                violation_error_message="A home at this address is registered already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("street", ""), _negated=True),
                                    models.Q(("town", ""), _negated=True),
                                    ("number__regex", "^[1-9][0-9]{0,2}[A-ZÆØÅ]?$"),
                                    ("postcode__regex", "^[1-9][0-9]{3}$"),
                                ),
                                name="home_address_can_be_read",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("door", ""), ("floor", "")),
                                    models.Q(
                                        ("floor__regex", "^(st|kl|[1-9][0-9]?)$"),
                                        models.Q(
                                            ("door", ""),
                                            ("door__regex", "^(tv|mf|th|[1-9][0-9]{0,3})$"),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="home_floor_and_door_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "district__in",
                                        [
                                            "indre-by",
                                            "osterbro",
                                            "norrebro",
                                            "vesterbro",
                                            "valby",
                                            "vanlose",
                                            "bronshoj",
                                            "bispebjerg",
                                            "amager-ost",
                                            "amager-vest",
                                        ],
                                    )
                                ),
                                name="home_lies_in_the_city",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["flat", "house", "shared"])),
                                name="home_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "features__contained_by",
                                        [
                                            "lift",
                                            "ground-floor",
                                            "no-steps",
                                            "own-bathroom",
                                            "own-room",
                                            "wheelchair",
                                            "quiet",
                                            "near-transport",
                                        ],
                                    )
                                ),
                                name="home_features_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rooms__range", (1, 12)), ("size_m2__range", (5, 400))),
                                name="home_has_rooms_and_a_size",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("deposit__lte", 500000), ("rent__lte", 100000)),
                                name="home_rent_is_plausible",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("available_until", None),
                                    models.Q(
                                        ("available_until__gte", models.F("available_from")),
                                        ("available_until__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="home_is_offered_before_its_last_day",
                                violation_error_message="The last day cannot lie before the first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("held__in", ["", "offered", "accepted"])),
                                name="home_held_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("gone_on", None), ("gone_reason", "")),
                                    models.Q(
                                        ("gone_on__isnull", False),
                                        ("gone_reason__in", ["withdrawn", "mistake", "other"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="home_is_gone_for_a_reason",
                                violation_error_message="Say why the home is no longer available.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_dwellingevent" ("available_from", "available_until", "dar_id", "deposit", "district", "door", "features", "floor", "gone_on", "gone_reason", "held", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider_id", "public_id", "recorded_at", "recorded_by_id", "reference", "rent", "rooms", "size_m2", "street", "town") VALUES (NEW."available_from", NEW."available_until", NEW."dar_id", NEW."deposit", NEW."district", NEW."door", NEW."features", NEW."floor", NEW."gone_on", NEW."gone_reason", NEW."held", NEW."id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."postcode", NEW."provider_id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."rent", NEW."rooms", NEW."size_m2", NEW."street", NEW."town"); RETURN NULL;',
                                    hash="679c86902a32aa1200ed01e639726e7ea726955c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7d42b",
                                    table="housing_dwelling",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "housing_dwellingevent" ("available_from", "available_until", "dar_id", "deposit", "district", "door", "features", "floor", "gone_on", "gone_reason", "held", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider_id", "public_id", "recorded_at", "recorded_by_id", "reference", "rent", "rooms", "size_m2", "street", "town") VALUES (NEW."available_from", NEW."available_until", NEW."dar_id", NEW."deposit", NEW."district", NEW."door", NEW."features", NEW."floor", NEW."gone_on", NEW."gone_reason", NEW."held", NEW."id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."postcode", NEW."provider_id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."rent", NEW."rooms", NEW."size_m2", NEW."street", NEW."town"); RETURN NULL;',
                                    hash="6228539f83e4ed2944849622ea2dd3fc9bc48288",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cd5b0",
                                    table="housing_dwelling",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_dwellingevent" ("available_from", "available_until", "dar_id", "deposit", "district", "door", "features", "floor", "gone_on", "gone_reason", "held", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider_id", "public_id", "recorded_at", "recorded_by_id", "reference", "rent", "rooms", "size_m2", "street", "town") VALUES (OLD."available_from", OLD."available_until", OLD."dar_id", OLD."deposit", OLD."district", OLD."door", OLD."features", OLD."floor", OLD."gone_on", OLD."gone_reason", OLD."held", OLD."id", OLD."kind", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."postcode", OLD."provider_id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."reference", OLD."rent", OLD."rooms", OLD."size_m2", OLD."street", OLD."town"); RETURN NULL;',
                                    hash="774f05b5a09926f0cd8f9f73aa9e2ab70c762be5",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a653f",
                                    table="housing_dwelling",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DwellingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.dwelling",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "provider",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.provider",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(blank=True, max_length=40, verbose_name="the provider's number"),
                        ),
                        ("street", models.CharField(max_length=80, verbose_name="street")),
                        ("number", models.CharField(max_length=4, verbose_name="house number")),
                        ("floor", models.CharField(blank=True, max_length=2, verbose_name="floor")),
                        ("door", models.CharField(blank=True, max_length=4, verbose_name="door")),
                        ("postcode", models.CharField(max_length=4, verbose_name="postcode")),
                        ("town", models.CharField(max_length=40, verbose_name="town")),
                        ("dar_id", models.UUIDField(blank=True, null=True, verbose_name="DAR identifier")),
                        (
                            "district",
                            models.CharField(
                                choices=[
                                    ("indre-by", "Indre By"),
                                    ("osterbro", "Østerbro"),
                                    ("norrebro", "Nørrebro"),
                                    ("vesterbro", "Vesterbro/Kongens Enghave"),
                                    ("valby", "Valby"),
                                    ("vanlose", "Vanløse"),
                                    ("bronshoj", "Brønshøj-Husum"),
                                    ("bispebjerg", "Bispebjerg"),
                                    ("amager-ost", "Amager Øst"),
                                    ("amager-vest", "Amager Vest"),
                                ],
                                max_length=12,
                                verbose_name="district",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("flat", "Flat"),
                                    ("house", "House"),
                                    ("shared", "Room in a shared home"),
                                ],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "rooms",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(12),
                                ],
                                verbose_name="rooms",
                            ),
                        ),
                        (
                            "size_m2",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(5),
                                    django.core.validators.MaxValueValidator(400),
                                ],
                                verbose_name="size in m²",
                            ),
                        ),
                        (
                            "rent",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MaxValueValidator(100000)],
                                verbose_name="rent a month",
                            ),
                        ),
                        (
                            "deposit",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MaxValueValidator(500000)],
                                verbose_name="deposit",
                            ),
                        ),
                        (
                            "features",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("lift", "Lift"),
                                        ("ground-floor", "Ground floor"),
                                        ("no-steps", "No steps inside the home"),
                                        ("own-bathroom", "Own bathroom"),
                                        ("own-room", "Own room to sleep in"),
                                        ("wheelchair", "Room for a wheelchair"),
                                        ("quiet", "Quiet place"),
                                        ("near-transport", "Near public transport"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="it has",
                            ),
                        ),
                        ("available_from", models.DateField(verbose_name="available from")),
                        (
                            "available_until",
                            models.DateField(blank=True, null=True, verbose_name="to be offered until"),
                        ),
                        (
                            "held",
                            models.CharField(
                                blank=True,
                                choices=[("", "Nobody"), ("offered", "Offered"), ("accepted", "Accepted")],
                                default="",
                                editable=False,
                                max_length=8,
                            ),
                        ),
                        (
                            "gone_on",
                            models.DateField(blank=True, null=True, verbose_name="no longer available from"),
                        ),
                        (
                            "gone_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("withdrawn", "Withdrawn by the provider"),
                                    ("mistake", "Registered by mistake"),
                                    ("other", "Another reason"),
                                ],
                                max_length=12,
                                verbose_name="why",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="9f9e9a27aeefb2ab3142c47b822464b2ef8ab4c8",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_b68bd",
                                    table="housing_dwellingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AreaList",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "valid_from",
                            models.DateField(
                                error_messages={"unique": "The list of this year is entered already."},
                                unique=True,
                                verbose_name="holds from",
                            ),
                        ),
                        ("source", models.TextField(max_length=600, verbose_name="source")),
                        (
                            "confirmed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="compared with the published list"
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reopened_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it was opened again"
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "list of excluded areas",
                        "verbose_name_plural": "lists of excluded areas",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("valid_from__day", 1), ("valid_from__month", 12)),
                                name="area_list_begins_on_1_december",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="area_list_names_its_source",
                                violation_error_message="Write where the list is published.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("confirmed_by", None), ("confirmed_on", None)),
                                    models.Q(
                                        ("confirmed_by__isnull", False), ("confirmed_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="area_list_is_confirmed_by_somebody",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_arealistevent" ("confirmed_by_id", "confirmed_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "reopened_reason", "source", "valid_from") VALUES (NEW."confirmed_by_id", NEW."confirmed_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reopened_reason", NEW."source", NEW."valid_from"); RETURN NULL;',
                                    hash="1d5d8d3421dbd27ac69ce3a6045bc2b00d0830ca",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_788b4",
                                    table="housing_arealist",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "housing_arealistevent" ("confirmed_by_id", "confirmed_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "reopened_reason", "source", "valid_from") VALUES (NEW."confirmed_by_id", NEW."confirmed_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reopened_reason", NEW."source", NEW."valid_from"); RETURN NULL;',
                                    hash="675076c15fe43571f6bb6cbb2e056de23a4390d6",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d6694",
                                    table="housing_arealist",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_arealistevent" ("confirmed_by_id", "confirmed_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "reopened_reason", "source", "valid_from") VALUES (OLD."confirmed_by_id", OLD."confirmed_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."reopened_reason", OLD."source", OLD."valid_from"); RETURN NULL;',
                                    hash="6ef3cb25b5f79dc121077f2ba636bae3a04b2d3f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_bb9eb",
                                    table="housing_arealist",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AreaListEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.arealist",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "valid_from",
                            models.DateField(
                                error_messages={"unique": "The list of this year is entered already."},
                                verbose_name="holds from",
                            ),
                        ),
                        ("source", models.TextField(max_length=600, verbose_name="source")),
                        (
                            "confirmed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="compared with the published list"
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reopened_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it was opened again"
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="a00156953a4d81b69d7823243d68238d8cd504f5",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_44f52",
                                    table="housing_arealistevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExcludedArea",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "area_list",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="areas",
                                to="housing.arealist",
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="name on the list")),
                        (
                            "streets",
                            models.TextField(blank=True, max_length=2000, verbose_name="streets and numbers"),
                        ),
                        ("struck_on", models.DateField(blank=True, null=True, verbose_name="struck on")),
                        ("struck_reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "excluded area",
                        "verbose_name_plural": "excluded areas",
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                models.F("area_list"),
                                condition=models.Q(("struck_on", None)),
                                name="area_stands_once_on_a_list",
                                violation_error_message="This area stands on the list already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="area_has_a_name",
                                violation_error_message="Write the name as it stands on the list.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("struck_on", None), ("struck_reason", "")),
                                    models.Q(
                                        ("struck_on__isnull", False),
                                        models.Q(("struck_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="area_is_struck_for_a_reason",
                                violation_error_message="Say why the area does not belong on the list.",
                            ),
                            models.UniqueConstraint(fields=("id", "area_list"), name="area_and_its_list"),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_excludedareaevent" ("area_list_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_by_id", "streets", "struck_on", "struck_reason") VALUES (NEW."area_list_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_by_id", NEW."streets", NEW."struck_on", NEW."struck_reason"); RETURN NULL;',
                                    hash="0d14234a56b2619dd6a66c1b429c4a67ffc71c4f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_83fac",
                                    table="housing_excludedarea",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "housing_excludedareaevent" ("area_list_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_by_id", "streets", "struck_on", "struck_reason") VALUES (NEW."area_list_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_by_id", NEW."streets", NEW."struck_on", NEW."struck_reason"); RETURN NULL;',
                                    hash="5046c9b5f188f06adbe417c79af7dfdb3318df17",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4aeeb",
                                    table="housing_excludedarea",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_excludedareaevent" ("area_list_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_by_id", "streets", "struck_on", "struck_reason") VALUES (OLD."area_list_id", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_by_id", OLD."streets", OLD."struck_on", OLD."struck_reason"); RETURN NULL;',
                                    hash="58b888b5a4812e227da1ba1da0634aa4245ebad4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fcec1",
                                    table="housing_excludedarea",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExcludedAreaEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.excludedarea",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "area_list",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.arealist",
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="name on the list")),
                        (
                            "streets",
                            models.TextField(blank=True, max_length=2000, verbose_name="streets and numbers"),
                        ),
                        ("struck_on", models.DateField(blank=True, null=True, verbose_name="struck on")),
                        ("struck_reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="14b2acb3f7b0722189e2446aeaf58c51a1ad8141",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_fdb16",
                                    table="housing_excludedareaevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AreaCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "dwelling",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="housing.dwelling",
                            ),
                        ),
                        (
                            "area_list",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="housing.arealist",
                            ),
                        ),
                        ("is_inside", models.BooleanField(verbose_name="inside")),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="housing.excludedarea",
                            ),
                        ),
                        ("address_words", models.CharField(max_length=160, verbose_name="address")),
                        ("place", models.CharField(blank=True, editable=False, max_length=100)),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="in few words")),
                        ("checked_on", models.DateField(verbose_name="checked on")),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                    ],
                    options={
                        "verbose_name": "check of a home",
                        "verbose_name_plural": "checks of homes",
                        "indexes": [
                            models.Index(
                                fields=["dwelling", "area_list", "-id"], name="check_of_home_and_list"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("area__isnull", False), ("is_inside", True)),
                                    models.Q(("area", None), ("is_inside", False)),
                                    _connector="OR",
                                ),
                                name="check_names_the_area_it_is_inside",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_areacheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "dwelling_id", "id", "is_inside", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (NEW."address_words", NEW."area_id", NEW."area_list_id", NEW."checked_by_id", NEW."checked_on", NEW."dwelling_id", NEW."id", NEW."is_inside", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."recorded_at"); RETURN NULL;',
                                    hash="dcf6905c1ea615c012a62af5e5779c62d3c8c984",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f39fd",
                                    table="housing_areacheck",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "housing_areacheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "dwelling_id", "id", "is_inside", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (NEW."address_words", NEW."area_id", NEW."area_list_id", NEW."checked_by_id", NEW."checked_on", NEW."dwelling_id", NEW."id", NEW."is_inside", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."place", NEW."public_id", NEW."recorded_at"); RETURN NULL;',
                                    hash="16fdc1b1a0f0cad2adbc47337c527289573d7b80",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8fca6",
                                    table="housing_areacheck",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "housing_areacheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "dwelling_id", "id", "is_inside", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (OLD."address_words", OLD."area_id", OLD."area_list_id", OLD."checked_by_id", OLD."checked_on", OLD."dwelling_id", OLD."id", OLD."is_inside", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."recorded_at"); RETURN NULL;',
                                    hash="4a853a41e7ca87352a4f6ef8ae31ef8cae63485a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8306a",
                                    table="housing_areacheck",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AreaCheckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.areacheck",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "dwelling",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.dwelling",
                            ),
                        ),
                        (
                            "area_list",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.arealist",
                            ),
                        ),
                        ("is_inside", models.BooleanField(verbose_name="inside")),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.excludedarea",
                            ),
                        ),
                        ("address_words", models.CharField(max_length=160, verbose_name="address")),
                        ("place", models.CharField(blank=True, editable=False, max_length=100)),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="in few words")),
                        ("checked_on", models.DateField(verbose_name="checked on")),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="d058c558ac0f73b4e6094ba9308b770832c47590",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_6b56a",
                                    table="housing_areacheckevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
