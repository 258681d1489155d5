from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("refugees", "0008_names_in_latin_letters"),
    ]

    operations = [
        migrations.AlterField(
            model_name="appointment",
            name="cancelled_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="cancelled"),
        ),
        migrations.AlterField(
            model_name="appointmentevent",
            name="cancelled_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="cancelled"),
        ),
        migrations.AlterField(
            model_name="document",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
        ),
        migrations.AlterField(
            model_name="documentevent",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
        ),
        migrations.AlterField(
            model_name="keydate",
            name="superseded_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="replaced or withdrawn"),
        ),
        migrations.AlterField(
            model_name="keydateevent",
            name="superseded_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="replaced or withdrawn"),
        ),
    ]
