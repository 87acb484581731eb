"""Statements that are compiled once for each engine, then run by its driver itself.

To join a new dispatch to others takes some thirty statements. What SQLAlchemy does anew for each run of one takes ten
times as long as the engine needs to answer; here it is done once. Errors are SQLAlchemy's, as anywhere else.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, cast

import msgspec
from sqlalchemy import ARRAY, JSON, BigInteger, CompoundSelect, Connection, Dialect, Select, String, bindparam
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

Values = Mapping[str, Any]
_Process = Callable[[Any], Any] | None


class Prepared:
    """A statement with `bindparam` where values are to stand; `columns` are those that an INSERT fills.

    What a `packed` question finds comes from SQLite in one piece, as JSON. For each row by itself the driver would wait
    its turn among the threads of a server, as long for thousands of rows as it takes to find them many times over.
    """

    def __init__(
        self, statement: Select[Any] | CompoundSelect[Any] | UpdateBase, *columns: str, packed: bool = False
    ) -> None:
        self._statement = statement
        self._columns = columns
        self._packed = packed
        self._forms: dict[str, _Form] = {}

    def rows(self, connection: Connection, **values: Any) -> list[Any]:
        """What the statement finds, as named tuples."""
        form = self._form(connection.dialect)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(form.sql, form.filled(values))
            found = cursor.fetchall()
        except connection.dialect.loaded_dbapi.Error as error:
            raise _told(connection, form.sql, error) from error
        cursor.close()
        return form.made(msgspec.json.decode(found[0][0]) if form.packed else found)

    def run(self, connection: Connection, rows: Iterable[Values]) -> None:
        """Run the statement once with each row of values."""
        form = self._form(connection.dialect)
        self._many(connection, form, [form.filled(values) for values in rows])

    def run_cells(self, connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
        """The same with many rows of plain values, in the order of the columns that an INSERT fills."""
        form = self._form(connection.dialect)
        named = [dict(zip(self._columns, row, strict=True)) for row in rows] if not form.positional else rows
        self._many(connection, form, named)

    def _many(self, connection: Connection, form: "_Form", every: Sequence[Any]) -> None:
        if not every:
            return
        cursor = connection.connection.cursor()
        try:
            cursor.executemany(form.sql, every)
        except connection.dialect.loaded_dbapi.Error as error:
            raise _told(connection, form.sql, error) from error
        cursor.close()

    def _form(self, dialect: Dialect) -> "_Form":
        found = self._forms.get(dialect.name)
        if found is None:
            found = _compiled(self._statement, self._columns, dialect)
            if self._packed and dialect.name == "sqlite":
                found = _packed(found)
            self._forms[dialect.name] = found
        return found


def number(name: str) -> ColumnElement[int]:
    """The parameter of this name, a number of a row or a dispatch."""
    return bindparam(name, type_=BigInteger())


def among(which: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether a column's value is one of those that the parameter of this name lists."""
    kind = String() if isinstance(which.type, String) else BigInteger()
    return which.op("IN", is_comparison=True)(_Each(bindparam(name, type_=_Listed(kind))))


class _Each(FunctionElement[Any]):
    """The values that one parameter lists."""

    inherit_cache = True


@compiles(_Each)
def _of_array(element: _Each, compiler: SQLCompiler, **how: Any) -> str:
    return f"(SELECT unnest({compiler.process(element.clauses, **how)}))"


@compiles(_Each, "sqlite")
def _of_json(element: _Each, compiler: SQLCompiler, **how: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.clauses, **how)}))"


class _Listed(TypeDecorator[Any]):
    """Many values in one parameter: an array on PostgreSQL, JSON on SQLite."""

    impl = String
    cache_ok = True

    def __init__(self, kind: TypeEngine[Any]) -> None:
        super().__init__()
        self.kind = kind

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(String() if dialect.name == "sqlite" else ARRAY(self.kind))

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        every = list(value)
        return msgspec.json.encode(every).decode() if dialect.name == "sqlite" else every


class _Form(msgspec.Struct, frozen=True):
    """A statement in the words of one engine: what turns values into the driver's, and the driver's rows into ours."""

    sql: str
    names: tuple[str, ...]
    picked: Callable[[Values], Sequence[Any]]  # the values of these names
    binds: tuple[tuple[int, Callable[[Any], Any]], ...]
    fixed: dict[str, Any]
    positional: bool
    make: Callable[[Any], Any]
    processes: tuple[tuple[int, Callable[[Any], Any]], ...]
    width: int  # columns of a row
    packed: bool = False

    def filled(self, given: Values) -> Any:
        """The parameters that the driver takes."""
        cells = self.picked(self.fixed | dict(given) if self.fixed else given)
        if self.binds:
            cells = list(cells)
            for at, turn in self.binds:
                cells[at] = turn(cells[at])
        return cells if self.positional else dict(zip(self.names, cells, strict=True))

    def made(self, rows: Sequence[Any]) -> list[Any]:
        """The rows of the driver as named tuples."""
        if not self.processes:
            return [self.make(row) for row in rows]
        return [self.make(cells) for cells in map(self._processed, rows)]

    def _processed(self, row: Any) -> list[Any]:
        cells = list(row)
        for at, turn in self.processes:
            cells[at] = turn(cells[at])
        return cells


def _packed(form: _Form) -> _Form:
    names = ", ".join(f"c{at}" for at in range(form.width))
    sql = f"WITH found ({names}) AS ({form.sql}) SELECT json_group_array(json_array({names})) FROM found"
    return msgspec.structs.replace(form, sql=sql, packed=True)


def _compiled(
    statement: Select[Any] | CompoundSelect[Any] | UpdateBase, columns: Sequence[str], dialect: Dialect
) -> _Form:
    compiled = statement.compile(dialect=dialect, column_keys=list(columns) or None)
    types = {name: bind.type for bind, name in compiled.bind_names.items()}
    names = tuple(compiled.positiontup or ()) if compiled.positional else tuple(types)
    kinds = [types[name].dialect_impl(dialect) for name in names]
    fixed = {name: value for name, value in compiled.params.items() if value is not None}
    told = [] if isinstance(statement, UpdateBase) else list(statement.selected_columns)
    binds = _each(_binding(kind, dialect) for kind in kinds)
    turns = _each(column.type.dialect_impl(dialect).result_processor(dialect, None) for column in told)
    make = namedtuple("Row", [column.name for column in told], rename=True)  # type: ignore[misc]
    positional = bool(compiled.positional)
    picked = _picking(names)
    return _Form(str(compiled), names, picked, binds, fixed, positional, make._make, turns, len(told))


def _binding(kind: TypeEngine[Any], dialect: Dialect) -> _Process:
    """What turns a value into the driver's; of JSON the serializer alone, which is most of what is written."""
    if isinstance(kind, JSON) and dialect.name == "sqlite":
        return cast("_Process", dialect._json_serializer)
    return kind.bind_processor(dialect)


def _picking(names: Sequence[str]) -> Callable[[Values], Sequence[Any]]:
    """What takes the values of some names."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: [values[name] for name in names]


def _each(turns: Iterable[_Process]) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """Those that there are, by the place of their column or parameter."""
    return tuple((at, turn) for at, turn in enumerate(turns) if turn is not None)


def _told(connection: Connection, sql: str, error: Exception) -> DBAPIError:
    """An error of the driver as SQLAlchemy raises it; a connection that is no more is let go of."""
    dialect, raw = connection.dialect, cast("Any", connection.connection)
    driver = dialect.loaded_dbapi.Error
    gone = dialect.is_disconnect(cast("Any", error), raw, None)
    told = DBAPIError.instance(sql, None, error, driver, connection_invalidated=gone, dialect=dialect)
    if gone:
        connection.invalidate(error)
    return cast("DBAPIError", told)
