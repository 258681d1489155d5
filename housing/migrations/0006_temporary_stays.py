import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import uuid6
from django.conf import settings
from django.db import migrations, models

import accounts.day
import accounts.tables


class Migration(migrations.Migration):
    dependencies = [
        ("housing", "0005_plans"),
        ("refugees", "0013_walls_of_hours_a_week"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        accounts.tables.AtOnce(
            operations=[
                migrations.CreateModel(
                    name="Bed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("name", models.CharField(max_length=20, verbose_name="name")),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="there from"),
                        ),
                    ],
                    options={
                        "verbose_name": "bed",
                        "verbose_name_plural": "beds",
                    },
                ),
                migrations.CreateModel(
                    name="Lodging",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("street", models.CharField(max_length=80, verbose_name="street")),
                        ("number", models.CharField(max_length=4, verbose_name="house number")),
                        ("floor", models.CharField(blank=True, max_length=2, verbose_name="floor")),
                        ("door", models.CharField(blank=True, max_length=4, verbose_name="door")),
                        ("postcode", models.CharField(max_length=4, verbose_name="postcode")),
                        ("town", models.CharField(max_length=40, verbose_name="town")),
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
                        ("available_from", models.DateField(verbose_name="available from")),
                        (
                            "available_until",
                            models.DateField(blank=True, null=True, verbose_name="available until"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "provider",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lodgings",
                                to="housing.provider",
                            ),
                        ),
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
                        "verbose_name": "temporary place",
                        "verbose_name_plural": "temporary places",
                    },
                ),
                migrations.CreateModel(
                    name="LodgingCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("is_inside", models.BooleanField(verbose_name="inside")),
                        ("address_words", models.CharField(max_length=160, verbose_name="address")),
                        ("place", models.CharField(blank=True, editable=False, max_length=100)),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="in few words")),
                        ("checked_on", models.DateField(verbose_name="checked on")),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
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
                        (
                            "area_list",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lodging_checks",
                                to="housing.arealist",
                            ),
                        ),
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
                        (
                            "lodging",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="housing.lodging",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "check of a temporary place",
                        "verbose_name_plural": "checks of temporary places",
                    },
                ),
                migrations.CreateModel(
                    name="LodgingCheckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("is_inside", models.BooleanField(verbose_name="inside")),
                        ("address_words", models.CharField(max_length=160, verbose_name="address")),
                        ("place", models.CharField(blank=True, editable=False, max_length=100)),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="in few words")),
                        ("checked_on", models.DateField(verbose_name="checked on")),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
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
                        (
                            "lodging",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.lodging",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.lodgingcheck",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LodgingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("street", models.CharField(max_length=80, verbose_name="street")),
                        ("number", models.CharField(max_length=4, verbose_name="house number")),
                        ("floor", models.CharField(blank=True, max_length=2, verbose_name="floor")),
                        ("door", models.CharField(blank=True, max_length=4, verbose_name="door")),
                        ("postcode", models.CharField(max_length=4, verbose_name="postcode")),
                        ("town", models.CharField(max_length=40, verbose_name="town")),
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
                        ("available_from", models.DateField(verbose_name="available from")),
                        (
                            "available_until",
                            models.DateField(blank=True, null=True, verbose_name="available until"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.lodging",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.provider",
                            ),
                        ),
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
                    },
                ),
                migrations.CreateModel(
                    name="PaymentLimit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2016),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("single", "Somebody alone"),
                                    ("couple", "A couple without children"),
                                    ("couple-some", "A couple with 1 to 3 children"),
                                    ("couple-many", "A couple with 4 children or more"),
                                    ("parent", "One parent with children"),
                                    ("other", "Another household"),
                                ],
                                max_length=12,
                                verbose_name="kind of household",
                            ),
                        ),
                        (
                            "amount",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MaxValueValidator(20000)],
                                verbose_name="at most a month",
                            ),
                        ),
                        ("source", models.CharField(max_length=300, verbose_name="source")),
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
                        "verbose_name": "maximum payment",
                        "verbose_name_plural": "maximum payments",
                    },
                ),
                migrations.CreateModel(
                    name="PaymentLimitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2016),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("single", "Somebody alone"),
                                    ("couple", "A couple without children"),
                                    ("couple-some", "A couple with 1 to 3 children"),
                                    ("couple-many", "A couple with 4 children or more"),
                                    ("parent", "One parent with children"),
                                    ("other", "Another household"),
                                ],
                                max_length=12,
                                verbose_name="kind of household",
                            ),
                        ),
                        (
                            "amount",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MaxValueValidator(20000)],
                                verbose_name="at most a month",
                            ),
                        ),
                        ("source", models.CharField(max_length=300, verbose_name="source")),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.paymentlimit",
                            ),
                        ),
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
                    },
                ),
                migrations.CreateModel(
                    name="Room",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        (
                            "kept_for",
                            models.CharField(
                                choices=[("family", "One household"), ("women", "Women"), ("men", "Men")],
                                max_length=8,
                                verbose_name="kept for",
                            ),
                        ),
                        (
                            "lodging",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rooms",
                                to="housing.lodging",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "room of a temporary place",
                        "verbose_name_plural": "rooms of temporary places",
                    },
                ),
                migrations.CreateModel(
                    name="BedEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("name", models.CharField(max_length=20, verbose_name="name")),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="there from"),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.bed",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.room",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="bed",
                    name="room",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="beds", to="housing.room"
                    ),
                ),
                migrations.CreateModel(
                    name="RoomEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("name", models.CharField(max_length=40, verbose_name="name")),
                        (
                            "kept_for",
                            models.CharField(
                                choices=[("family", "One household"), ("women", "Women"), ("men", "Men")],
                                max_length=8,
                                verbose_name="kept for",
                            ),
                        ),
                        (
                            "lodging",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.lodging",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.room",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Stay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("during", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="from")),
                        (
                            "left_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("home", "Moved into a permanent home"),
                                    ("own-home", "Moved into a home of their own"),
                                    ("other-bed", "Moved to another bed"),
                                    ("planned", "Until then only, as agreed"),
                                    ("left", "Left the City or the country"),
                                    ("other", "Another reason"),
                                ],
                                max_length=12,
                                verbose_name="why it ends",
                            ),
                        ),
                        (
                            "sharing_is_looked_at",
                            models.BooleanField(
                                default=False, verbose_name="who shares the room was looked at"
                            ),
                        ),
                        (
                            "basis",
                            models.CharField(
                                choices=[
                                    ("outside", "Outside every excluded area"),
                                    ("rules", "The rules for Ukraine make an exception"),
                                    ("lives-there", "Lived in the place already"),
                                ],
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "taken_back_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "bed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stays",
                                to="housing.bed",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stays",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "lodging_check",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="housing.lodgingcheck",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="refugees.person",
                            ),
                        ),
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
                        "verbose_name": "temporary stay",
                        "verbose_name_plural": "temporary stays",
                    },
                ),
                migrations.CreateModel(
                    name="StayEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("during", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="from")),
                        (
                            "left_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("home", "Moved into a permanent home"),
                                    ("own-home", "Moved into a home of their own"),
                                    ("other-bed", "Moved to another bed"),
                                    ("planned", "Until then only, as agreed"),
                                    ("left", "Left the City or the country"),
                                    ("other", "Another reason"),
                                ],
                                max_length=12,
                                verbose_name="why it ends",
                            ),
                        ),
                        (
                            "sharing_is_looked_at",
                            models.BooleanField(
                                default=False, verbose_name="who shares the room was looked at"
                            ),
                        ),
                        (
                            "basis",
                            models.CharField(
                                choices=[
                                    ("outside", "Outside every excluded area"),
                                    ("rules", "The rules for Ukraine make an exception"),
                                    ("lives-there", "Lived in the place already"),
                                ],
                                editable=False,
                                max_length=12,
                            ),
                        ),
                        (
                            "taken_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                        ),
                        (
                            "taken_back_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "bed",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.bed",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "lodging_check",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="housing.lodgingcheck",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.stay",
                            ),
                        ),
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
                    },
                ),
                migrations.CreateModel(
                    name="StayPayment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False, unique=True)),
                        ("during", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="from")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("single", "Somebody alone"),
                                    ("couple", "A couple without children"),
                                    ("couple-some", "A couple with 1 to 3 children"),
                                    ("couple-many", "A couple with 4 children or more"),
                                    ("parent", "One parent with children"),
                                    ("other", "Another household"),
                                ],
                                max_length=12,
                                verbose_name="kind of household",
                            ),
                        ),
                        (
                            "amount",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MaxValueValidator(20000)],
                                verbose_name="kroner a month",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="how the amount is known"
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stay_payments",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "household",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stay_payments",
                                to="refugees.household",
                            ),
                        ),
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
                        "verbose_name": "payment for a temporary place",
                        "verbose_name_plural": "payments for temporary places",
                    },
                ),
                migrations.CreateModel(
                    name="StayPaymentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid6.uuid7, editable=False)),
                        ("during", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="from")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("single", "Somebody alone"),
                                    ("couple", "A couple without children"),
                                    ("couple-some", "A couple with 1 to 3 children"),
                                    ("couple-many", "A couple with 4 children or more"),
                                    ("parent", "One parent with children"),
                                    ("other", "Another household"),
                                ],
                                max_length=12,
                                verbose_name="kind of household",
                            ),
                        ),
                        (
                            "amount",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MaxValueValidator(20000)],
                                verbose_name="kroner a month",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="how the amount is known"
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=accounts.day.now)),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.case",
                            ),
                        ),
                        (
                            "household",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="refugees.household",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="housing.staypayment",
                            ),
                        ),
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
                    },
                ),
                migrations.AddConstraint(
                    model_name="lodging",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="lodging_is_known_once",
                        violation_error_message="A place of this name is registered already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lodging",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="lodging_has_a_name",
                        violation_error_message="Write what the place is called.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lodging",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("street", ""), _negated=True),
                            models.Q(("town", ""), _negated=True),
                            ("number__regex", "^[1-9][0-9]{0,2}[A-ZÆØÅ]?$"),
                            ("postcode__regex", "^[1-9][0-9]{3}$"),
                        ),
                        name="lodging_address_can_be_read",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lodging",
                    constraint=models.CheckConstraint(
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
                        name="lodging_floor_and_door_are_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lodging",
                    constraint=models.CheckConstraint(
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
                        name="lodging_lies_in_the_city",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lodging",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("available_until", None),
                            models.Q(
                                ("available_until__gte", models.F("available_from")),
                                ("available_until__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="lodging_ends_after_it_begins",
                        violation_error_message="The last day cannot lie before the first.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lodging",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_lodgingevent" ("available_from", "available_until", "district", "door", "floor", "id", "name", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider_id", "public_id", "recorded_at", "recorded_by_id", "street", "town") VALUES (NEW."available_from", NEW."available_until", NEW."district", NEW."door", NEW."floor", NEW."id", NEW."name", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."postcode", NEW."provider_id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."street", NEW."town"); RETURN NULL;',
                            hash="682026035da10d258c737e68f8e5822b0e70380e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6bb89",
                            table="housing_lodging",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lodging",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_lodgingevent" ("available_from", "available_until", "district", "door", "floor", "id", "name", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider_id", "public_id", "recorded_at", "recorded_by_id", "street", "town") VALUES (NEW."available_from", NEW."available_until", NEW."district", NEW."door", NEW."floor", NEW."id", NEW."name", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."postcode", NEW."provider_id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."street", NEW."town"); RETURN NULL;',
                            hash="bd888117440b916d9c80b44a8109cef32d075894",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e1bb2",
                            table="housing_lodging",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lodging",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_lodgingevent" ("available_from", "available_until", "district", "door", "floor", "id", "name", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider_id", "public_id", "recorded_at", "recorded_by_id", "street", "town") VALUES (OLD."available_from", OLD."available_until", OLD."district", OLD."door", OLD."floor", OLD."id", OLD."name", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."postcode", OLD."provider_id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."street", OLD."town"); RETURN NULL;',
                            hash="428ac4c0d829f8bc009ee9321001d06ec2f1b5a6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b1400",
                            table="housing_lodging",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="lodgingcheck",
                    index=models.Index(
                        fields=["lodging", "area_list", "-id"], name="check_of_place_and_list"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lodgingcheck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area__isnull", False), ("is_inside", True)),
                            models.Q(("area", None), ("is_inside", False)),
                            _connector="OR",
                        ),
                        name="lodging_check_names_the_area_it_is_inside",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lodgingcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_lodgingcheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "id", "is_inside", "lodging_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (NEW."address_words", NEW."area_id", NEW."area_list_id", NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."is_inside", NEW."lodging_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."recorded_at"); RETURN NULL;',
                            hash="f4bc0acc3519069e7c8510b99c0a633ae986ab8d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ad14d",
                            table="housing_lodgingcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lodgingcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_lodgingcheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "id", "is_inside", "lodging_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (NEW."address_words", NEW."area_id", NEW."area_list_id", NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."is_inside", NEW."lodging_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."place", NEW."public_id", NEW."recorded_at"); RETURN NULL;',
                            hash="b46b50ac8481c374f18058b15bb6cc2770ac3179",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fee34",
                            table="housing_lodgingcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lodgingcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_lodgingcheckevent" ("address_words", "area_id", "area_list_id", "checked_by_id", "checked_on", "id", "is_inside", "lodging_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at") VALUES (OLD."address_words", OLD."area_id", OLD."area_list_id", OLD."checked_by_id", OLD."checked_on", OLD."id", OLD."is_inside", OLD."lodging_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."recorded_at"); RETURN NULL;',
                            hash="8abb30ab46780d162c4b6a7bf54bddf38ad2f183",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_90af0",
                            table="housing_lodgingcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lodgingcheckevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c2467becd9df6b041ce6691bcd9f56f6aa986e0f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9f52b",
                            table="housing_lodgingcheckevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lodgingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="67fbbbf804a996f938241d18b5df73c74ef4c203",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1a848",
                            table="housing_lodgingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paymentlimit",
                    constraint=models.UniqueConstraint(
                        fields=("year", "kind"),
                        name="payment_limit_stands_once_a_year",
                        violation_error_message="The maximum of this year for this kind of household is entered.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paymentlimit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["single", "couple", "couple-some", "couple-many", "parent", "other"],
                            )
                        ),
                        name="payment_limit_kind_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paymentlimit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="payment_limit_names_its_source",
                        violation_error_message="Write where the maximum stands.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paymentlimit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("amount__lte", 20000), ("year__range", (2016, 2100))),
                        name="payment_limit_is_plausible",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentlimit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_paymentlimitevent" ("amount", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "source", "year") VALUES (NEW."amount", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."year"); RETURN NULL;',
                            hash="6e7725d0e4983e47a2226dde0fa16914b151e7ca",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_89922",
                            table="housing_paymentlimit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentlimit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_paymentlimitevent" ("amount", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "source", "year") VALUES (NEW."amount", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."year"); RETURN NULL;',
                            hash="b08ba085aed2ab9c760d5a8b590d172243353fc2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f0a05",
                            table="housing_paymentlimit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentlimit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_paymentlimitevent" ("amount", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "source", "year") VALUES (OLD."amount", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."year"); RETURN NULL;',
                            hash="458be548d39d0032e96640c5a77b03ec043752b3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_06538",
                            table="housing_paymentlimit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentlimitevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="18f4f88a679ad5257f04c2b5dbfd2c035c51024a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3e83c",
                            table="housing_paymentlimitevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="room",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        models.F("lodging"),
                        name="room_stands_once_in_a_place",
                        violation_error_message="This place has a room of that name already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="room",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="room_has_a_name",
                        violation_error_message="Write the name or number of the room.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="room",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kept_for__in", ["family", "women", "men"])),
                        name="room_kept_for_is_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="room",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_roomevent" ("id", "kept_for", "lodging_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."id", NEW."kept_for", NEW."lodging_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id"); RETURN NULL;',
                            hash="332c1c90af8229837f181e37778f74f84e629364",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7b23b",
                            table="housing_room",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="room",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_roomevent" ("id", "kept_for", "lodging_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."id", NEW."kept_for", NEW."lodging_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id"); RETURN NULL;',
                            hash="eb77b5a67e1eb70668e05fca633c6323d9606268",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_726d3",
                            table="housing_room",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="room",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_roomevent" ("id", "kept_for", "lodging_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (OLD."id", OLD."kept_for", OLD."lodging_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id"); RETURN NULL;',
                            hash="0c4e72473b0c4a65753a7e7f4e603dec818b92ce",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2a50d",
                            table="housing_room",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="bedevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8945276a9d630f5a491c82d1f30ad3c4473ea722",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_46295",
                            table="housing_bedevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bed",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        models.F("room"),
                        name="bed_stands_once_in_a_room",
                        violation_error_message="This room has a bed of that name already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bed",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="bed_has_a_name",
                        violation_error_message="Write the name or number of the bed.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bed",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("during__isempty", False), ("during__startswith__isnull", False)),
                        name="bed_has_days",
                        violation_error_message="The last day cannot lie before the first.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="bed",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_bedevent" ("during", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "room_id") VALUES (NEW."during", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."room_id"); RETURN NULL;',
                            hash="78e6ab677959f260a15587f087a67be58b4e4972",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_99eb9",
                            table="housing_bed",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="bed",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_bedevent" ("during", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "room_id") VALUES (NEW."during", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."room_id"); RETURN NULL;',
                            hash="c2417025f38afdff7f9a18c583854fcd750489db",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_43fa7",
                            table="housing_bed",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="bed",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_bedevent" ("during", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "room_id") VALUES (OLD."during", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."room_id"); RETURN NULL;',
                            hash="4e3de0445033e00cc482bc22ce5824584c440974",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_26f4c",
                            table="housing_bed",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roomevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="efb3c7a1b9a97ac264658bbdd7fb6da62b6d0b23",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2b2c0",
                            table="housing_roomevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stay",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        expressions=[("bed", "="), ("during", "&&")],
                        name="stay_one_a_bed_and_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stay",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        expressions=[("person", "="), ("during", "&&")],
                        name="stay_one_a_person_and_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stay",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("during__isempty", False), ("during__startswith__isnull", False)),
                        name="stay_has_days",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stay",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("during__upper_inf", True), ("left_reason", "")),
                            models.Q(
                                ("during__upper_inf", False),
                                (
                                    "left_reason__in",
                                    ["home", "own-home", "other-bed", "planned", "left", "other"],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="stay_that_ends_says_why",
                        violation_error_message="Choose why the stay ends.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stay",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("basis__in", ["outside", "rules", "lives-there"])),
                        name="stay_basis_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stay",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at", None), ("taken_back_reason", "")),
                            models.Q(
                                ("taken_back_at__isnull", False),
                                models.Q(("taken_back_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="stay_is_taken_back_for_a_reason",
                        violation_error_message="Say why it is taken back.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stay",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_stayevent" ("basis", "bed_id", "case_id", "during", "id", "left_reason", "lodging_check_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "sharing_is_looked_at", "taken_back_at", "taken_back_reason") VALUES (NEW."basis", NEW."bed_id", NEW."case_id", NEW."during", NEW."id", NEW."left_reason", NEW."lodging_check_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."sharing_is_looked_at", NEW."taken_back_at", NEW."taken_back_reason"); RETURN NULL;',
                            hash="8ee7f6d0d6edb037a510b1b1b9cbe697f99b0987",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_65e03",
                            table="housing_stay",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stay",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_stayevent" ("basis", "bed_id", "case_id", "during", "id", "left_reason", "lodging_check_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "sharing_is_looked_at", "taken_back_at", "taken_back_reason") VALUES (NEW."basis", NEW."bed_id", NEW."case_id", NEW."during", NEW."id", NEW."left_reason", NEW."lodging_check_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."sharing_is_looked_at", NEW."taken_back_at", NEW."taken_back_reason"); RETURN NULL;',
                            hash="18afd54cd13f06e1957ce32de3df1c5ae8e9c74a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_562c5",
                            table="housing_stay",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stay",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_stayevent" ("basis", "bed_id", "case_id", "during", "id", "left_reason", "lodging_check_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "sharing_is_looked_at", "taken_back_at", "taken_back_reason") VALUES (OLD."basis", OLD."bed_id", OLD."case_id", OLD."during", OLD."id", OLD."left_reason", OLD."lodging_check_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."sharing_is_looked_at", OLD."taken_back_at", OLD."taken_back_reason"); RETURN NULL;',
                            hash="ccc93214732e98808d05676243bd34a757f0fcfd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ab336",
                            table="housing_stay",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stayevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="02c8e48d9e16f08621ff23ea8b734f98de4ba3c8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b1f80",
                            table="housing_stayevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="staypayment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["single", "couple", "couple-some", "couple-many", "parent", "other"],
                            )
                        ),
                        name="stay_payment_kind_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="staypayment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("amount__lte", 20000)), name="stay_payment_is_plausible"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="staypayment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("during__isempty", False), ("during__startswith__isnull", False)),
                        name="stay_payment_has_days",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="staypayment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case__isnull", False), ("household", None)),
                            models.Q(("case", None), ("household__isnull", False)),
                            _connector="OR",
                        ),
                        name="stay_payment_is_of_a_household_or_of_one_alone",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="staypayment",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("household", "="), ("during", "&&")], name="stay_payment_one_at_a_time"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="staypayment",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("case", "="), ("during", "&&")],
                        name="stay_payment_one_at_a_time_of_one_alone",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="staypayment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_staypaymentevent" ("amount", "case_id", "during", "household_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "words") VALUES (NEW."amount", NEW."case_id", NEW."during", NEW."household_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."words"); RETURN NULL;',
                            hash="2c2254465af73e90701d0896d8f98213bdf9b49d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9ea41",
                            table="housing_staypayment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="staypayment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "housing_staypaymentevent" ("amount", "case_id", "during", "household_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "words") VALUES (NEW."amount", NEW."case_id", NEW."during", NEW."household_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."words"); RETURN NULL;',
                            hash="d793d0908594a117f5416d01788f0dc377641295",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bb71b",
                            table="housing_staypayment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="staypayment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "housing_staypaymentevent" ("amount", "case_id", "during", "household_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "words") VALUES (OLD."amount", OLD."case_id", OLD."during", OLD."household_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, app_now(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."words"); RETURN NULL;',
                            hash="8aac3a15ea7669e02f8f45a5c9cb2d6631a6fd44",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_05a4b",
                            table="housing_staypayment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="staypaymentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fb461cdce6372cbc023994de101bec13d533e47f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cc34a",
                            table="housing_staypaymentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
