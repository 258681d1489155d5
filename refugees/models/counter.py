from django.db import connection, models
from django.utils.translation import gettext_lazy as _


class CaseCounter(models.Model):
    """The last case number given out in a year. One row a year, locked while a number is taken."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("case counter")

    def __str__(self) -> str:
        return f"{self.year} (#{self.pk})"

    @classmethod
    def next_number(cls, year: int) -> str:
        """The next number of the year, such as KM-26-0412."""
        return cls.next_numbers(year, 1)[0]

    @classmethod
    def next_numbers(cls, year: int, count: int) -> list[str]:
        """The next so many numbers of the year."""
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO refugees_casecounter (year, last) VALUES (%(year)s, %(count)s) ON CONFLICT (year)"
                " DO UPDATE SET last = refugees_casecounter.last + %(count)s RETURNING last",
                {"year": year, "count": count},
            )
            last = cursor.fetchone()[0]
        return [f"KM-{year % 100:02d}-{number:04d}" for number in range(last - count + 1, last + 1)]
