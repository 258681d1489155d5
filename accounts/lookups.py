"""Lookups of our own."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigAutoField, BigIntegerField, ForeignKey, Lookup
from django.db.models.sql.compiler import SQLCompiler


@BigAutoField.register_lookup
@BigIntegerField.register_lookup
@ForeignKey.register_lookup
class AnyOf(Lookup):
    """`case_id__any_of=ids`: the same rows as `__in`, for keys by the thousand.

    The keys go as one array. With `__in` each is a parameter of its own, and putting these into the statement cost
    more than the statement.
    """

    lookup_name = "any_of"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        """`column = ANY (keys)`."""
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} = ANY (%s)", [*parameters, list(self.rhs)]
