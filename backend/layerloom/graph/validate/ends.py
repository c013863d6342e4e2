"""Input and Output nodes against the data: which columns flow in, what is to be learned. Reads DataSpec, never rows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import prod

from layerloom.graph import texts
from layerloom.graph.data import Column, DataSpec
from layerloom.graph.limits import Limits
from layerloom.graph.plan import PlanInput
from layerloom.graph.problems import Problem
from layerloom.graph.schema import Graph, InputNode, NodeId, OutputNode
from layerloom.graph.validate import names, raw_inputs
from layerloom.graph.validate.coerce import DTYPES
from layerloom.words import Phrase, phrase


def targets(graph: Graph, data: DataSpec | None) -> dict[str, NodeId]:
    """Column → an Output that learns it."""
    if data is None:
        return {}
    ends = ((node.target or data.target, id) for id, node in graph.nodes.items() if isinstance(node, OutputNode))
    return {column: id for column, id in ends if column}


def taken(graph: Graph) -> frozenset[str]:
    """Columns that some input asks for by name."""
    return frozenset(
        column for node in graph.nodes.values() if type(node) is InputNode for column in node.columns or ()
    )


def bind(
    id: NodeId,
    node: InputNode,
    data: DataSpec | None,
    targeted: Mapping[str, NodeId],
    named: frozenset[str],
    limits: Limits,
    behind: Collection[str] = (),
) -> tuple[PlanInput | None, list[Problem]]:
    """One input with its shape; None with the problems that keep it from having one. `behind`: the layers right behind it."""
    problems: list[Problem] = []
    way = raw_inputs.reading(node, behind)
    if node.dtype not in DTYPES:
        problems.append(texts.bad_dtype(id, node.name, node.dtype, list(DTYPES)))
    problems += _shape_problems(id, node, limits)
    columns: tuple[Column, ...] = ()
    found: tuple[int | None, ...] | None = None
    if data is not None:
        columns = raw_inputs.fitting(_free(node, targeted, named, data, way), way)
        if node.columns is not None:
            columns = tuple(one for one in map(data.column, node.columns) if one is not None)
            problems += _column_problems(id, node, data, targeted, way)
        if not columns and not problems:
            problems.append(texts.input_without_columns(id, node.name, data.called))
        way = raw_inputs.settled(way, columns)
        if len(columns) > 1 and (
            any(one.whole for one in columns) if way is None else not raw_inputs.mix(columns, way)
        ):
            problems.append(texts.columns_do_not_mix(id, node.name, _apart(columns)))
        found = _shape(node, columns) if way is None else raw_inputs.shape(node, columns, behind)
    elif way == "text" and node.shape is None:
        found = raw_inputs.shape(node, columns, behind)
    if found is None and node.shape is None:
        problems.append(texts.input_shape_missing(id, node.name))
    if found is not None and node.shape is not None and not _agrees(node.shape, found) and not problems and data:
        problems.append(texts.shape_disagrees(id, node.name, node.shape, found, data.called))
    if any(one.severity == "error" for one in problems):
        return None, problems
    shape = found if found is not None else node.shape
    assert shape is not None
    bound = tuple(one.name for one in columns)
    dtype, scaling = node.dtype, _scaling(node, columns, behind)
    if way is not None:
        dtype, scaling = raw_inputs.DTYPES[way], "raw"
    return PlanInput(id, names.normal(node.name), shape, dtype, bound, scaling), problems


def width(column: Column) -> int:
    """How many numbers one cell of a flat column becomes: one, or one for each category."""
    return len(column.categories) if column.kind == "category" else 1


def usable(column: Column, way: raw_inputs.Way | None = None) -> bool:
    """Whether it can flow into a model: a text of any length only as it stands."""
    return column.flat or column.whole or (column.kind == "text" and way is not None)


def learnable(data: DataSpec) -> list[Column]:
    """Columns that can be a target."""
    return [column for column in data.columns if column.flat or column.kind == "picture"]


def target(id: NodeId, node: OutputNode, data: DataSpec | None) -> tuple[Column | None, list[Problem]]:
    """The column an output learns; None without data or with a problem."""
    if data is None:
        return None, []
    listed = [column.name for column in learnable(data)]
    name = node.target or data.target
    if name is None:
        return None, [texts.target_missing(id, node.name, data.called, listed)]
    column = data.column(name)
    if column is None:
        return None, [texts.unknown_target(id, node.name, name, data.called, listed, data.target)]
    reason = _unlearnable(column, data)
    if reason:
        return None, [texts.target_not_usable(id, node.name, name, reason)]
    return column, []


def _unlearnable(column: Column, data: DataSpec) -> Phrase | None:
    if 0 < data.rows <= column.missing:
        return phrase("unlearnable-empty")
    if column.kind in ("constant", "identifier", "text", "series"):
        return phrase(f"unlearnable-{column.kind}")
    if column.kind == "category" and len(column.categories) < 2:
        return phrase("unlearnable-classes", n=len(column.categories))
    return None


def _free(
    node: InputNode,
    targeted: Mapping[str, NodeId],
    named: frozenset[str],
    data: DataSpec,
    way: raw_inputs.Way | None,
) -> tuple[Column, ...]:
    """What an input takes that asks for nothing: every flat column that nobody learns or names, or the one whole column."""
    free = [one for one in data.columns if usable(one, way) and one.name not in named and not _answer(one, targeted)]
    if not targeted:  # no Output yet: it would leak as soon as there is one
        free = [one for one in free if one.name != data.target]
    if any(one.whole for one in free):
        free = [one for one in free if one.name != data.target]
    return tuple(free)


def _answer(column: Column, targeted: Mapping[str, NodeId]) -> bool:
    """Learned by an output, and so no input: but a picture is, where a model is to draw again what it was shown."""
    return column.name in targeted and column.kind != "picture"


def _apart(columns: Sequence[Column]) -> list[list[str]]:
    """The columns in parts that can each be an input."""
    flat = [one.name for one in columns if one.flat]
    return [*([one.name] for one in columns if one.whole), *([flat] if flat else [])]


def _shape(node: InputNode, columns: Sequence[Column]) -> tuple[int | None, ...]:
    if len(columns) == 1 and columns[0].shape is not None:
        asked = node.shape is not None and len(node.shape) == 1 and node.shape[0] is not None
        return node.shape if columns[0].kind == "text" and asked and node.shape else columns[0].shape
    return (sum(map(width, columns)),)


def _column_problems(
    id: NodeId,
    node: InputNode,
    data: DataSpec,
    targeted: Mapping[str, NodeId],
    way: raw_inputs.Way | None,
) -> Iterator[Problem]:
    columns = node.columns or ()
    listed = [one.name for one in data.columns if usable(one, way) and not _answer(one, targeted)]
    for name in dict.fromkeys(columns):
        column = data.column(name)
        if column is None:
            yield texts.unknown_column(id, node.name, name, data.called, listed, columns)
        elif not usable(column, way):
            yield texts.column_not_usable(id, node.name, name, column.kind, columns)
        elif _answer(column, targeted):
            yield texts.target_leak((id, targeted[name]), node.name, name, [one for one in columns if one != name])
        if columns.count(name) > 1:
            yield texts.column_twice(id, node.name, name, columns)


def _shape_problems(id: NodeId, node: InputNode, limits: Limits) -> Iterator[Problem]:
    if node.shape is None:
        return
    if len(node.shape) > 6:
        yield texts.bad_shape(id, node.name, texts.shape(node.shape), phrase("shape-sizes", n=len(node.shape)))
    elif any(size is not None and size < 1 for size in node.shape):
        yield texts.bad_shape(id, node.name, texts.shape(node.shape), phrase("shape-below-one"))
    else:
        values = prod(size or 1 for size in node.shape)
        if values > limits.values:
            yield texts.tensor_too_large(id, node.name, node.shape, values, limits.values)


def _agrees(given: tuple[int | None, ...], found: tuple[int | None, ...]) -> bool:
    return len(given) == len(found) and all(a is None or b is None or a == b for a, b in zip(given, found, strict=True))


def _scaling(node: InputNode, columns: Sequence[Column], behind: Collection[str]) -> str:
    kinds = {one.kind for one in columns}
    if "text" in kinds or not kinds:
        return "none" if node.scaling == "auto" or "text" in kinds else node.scaling
    if node.scaling != "auto":
        return node.scaling
    if raw_inputs.scaled_behind(behind):
        return "none"
    if "picture" in kinds:
        return "pixels" if raw_inputs.pixels_behind(behind) else "unit"
    return "standardise"
