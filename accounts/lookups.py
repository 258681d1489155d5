"""Lookups of our own."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, overload

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigAutoField, BigIntegerField, ForeignKey, Lookup
from django.db.models.sql.compiler import SQLCompiler


class Keys(Sequence[int]):
    """Keys that are asked for again and again, as cases are by a refresh: put into words once.

    No list, because of a list in a filter Django looks at every member, whatever the lookup does with it.
    """

    def __init__(self, keys: Iterable[int]) -> None:
        self._keys = list(keys)

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> list[int]: ...
    def __getitem__(self, place: int | slice) -> int | list[int]:
        return self._keys[place]

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Any:
        return iter(self._keys)

    @cached_property
    def as_array(self) -> str:
        """As PostgreSQL writes an array."""
        return "{" + ",".join(map(str, map(int, self._keys))) + "}"


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
        keys = self.rhs if isinstance(self.rhs, Keys) else Keys(self.rhs)
        return f"{column} = ANY (%s::bigint[])", [*parameters, keys.as_array]
