"""Keys by the thousand: as one parameter, and in questions that are asked of them again and again."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, overload

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigAutoField, BigIntegerField, ForeignKey, Lookup, QuerySet
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


class Question:
    """Rows about some keys, as a queryset of values says them: put into SQL once in the life of the process.

    `rows` makes the queryset from the keys, and depends on nothing else. For a few keys putting it into SQL cost more
    than its answer; and what is SQL already can be asked together with others, in one round trip (`ask`).
    """

    def __init__(self, rows: Callable[[Keys], QuerySet]) -> None:
        self._rows = rows

    def about(self, keys: Keys) -> str:
        """The SQL, for these keys."""
        # Composed once, with nothing left to fill in but whole numbers: psycopg looks through a text as long as that of
        # several questions for its parameters each time anew, which took a tenth of the refresh of one case.
        return self._in_sql[0].replace(_WHICHEVER.as_array, keys.as_array)

    def read(self, rows: list[tuple]) -> list[tuple]:
        """The rows of the database as the queryset gives them."""
        _sql, compiler, converters = self._in_sql
        return [tuple(row) for row in compiler.apply_converters(rows, converters)] if converters else rows

    @cached_property
    def _in_sql(self) -> tuple[str, SQLCompiler, dict]:
        compiler = self._rows(_WHICHEVER).query.get_compiler(connection=connection)
        sql = connection.ops.compose_sql(*compiler.as_sql())
        return sql, compiler, compiler.get_converters([column[0] for column in compiler.select])


# It stands for the keys in a question that is put into SQL: keys that no row has.
_WHICHEVER = Keys([-1, -2, -3])


def ask(questions: Sequence[Question], keys: Keys) -> dict[Question, list[tuple]]:
    """The answers to several questions about the same keys, in one round trip."""
    if not questions:
        return {}
    answers = {}
    with connection.cursor() as cursor:
        cursor.execute(";\n".join(question.about(keys) for question in questions))
        for question in questions:
            answers[question] = question.read(cursor.fetchall())
            cursor.nextset()
    return answers
