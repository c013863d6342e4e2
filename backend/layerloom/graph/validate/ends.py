"""Input and Output nodes against the data: which columns flow in, what is to be learned. Reads DataSpec, never rows."""

from collections.abc import Iterator, Mapping
from math import prod

from layerloom.graph import texts
from layerloom.graph.data import Column, DataSpec
from layerloom.graph.limits import Limits
from layerloom.graph.plan import PlanInput
from layerloom.graph.problems import Problem
from layerloom.graph.schema import Graph, InputNode, NodeId, OutputNode
from layerloom.graph.validate import names
from layerloom.graph.validate.coerce import DTYPES

USABLE = ("number", "category")
IMAGE = "image"


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
) -> tuple[PlanInput | None, list[Problem]]:
    """One input with its shape; None with the problems that keep it from having one."""
    problems: list[Problem] = []
    if node.dtype not in DTYPES:
        problems.append(texts.bad_dtype(id, node.name, node.dtype, list(DTYPES)))
    problems += _shape_problems(id, node, limits)
    columns: tuple[str, ...] = ()
    found: tuple[int | None, ...] | None = None
    if data is not None and data.form == "image":
        found, columns = data.image_shape, ()
        problems += _image_columns(id, node, data)
    elif data is not None:
        by_name = {column.name: column for column in data.columns}
        if node.columns is None:
            columns = tuple(one.name for one in data.columns if _free(one, targeted, named, data))
        else:
            columns = node.columns
            problems += _column_problems(id, node, data, by_name, targeted)
        if not columns:
            problems.append(texts.input_without_columns(id, node.name, data.title))
        found = (sum(width(by_name[one]) for one in columns if one in by_name),)
    if found is None and node.shape is None:
        problems.append(texts.input_shape_missing(id, node.name))
    if found is not None and node.shape is not None and not _agrees(node.shape, found) and not problems and data:
        problems.append(texts.shape_disagrees(id, node.name, node.shape, found, data.title))
    if any(one.severity == "error" for one in problems):
        return None, problems
    shape = found if found is not None else node.shape
    assert shape is not None
    return PlanInput(id, names.normal(node.name), shape, node.dtype, columns, _scaling(node, data)), problems


def width(column: Column) -> int:
    """How many numbers one cell of the column becomes: one, or one for each category."""
    return len(column.categories) if column.kind == "category" else 1


def learnable(data: DataSpec) -> list[Column]:
    """Columns that can be a target."""
    return [column for column in (data.targets if data.form == "image" else data.columns) if column.kind in USABLE]


def target(id: NodeId, node: OutputNode, data: DataSpec | None) -> tuple[Column | None, list[Problem]]:
    """The column an output learns; None without data or with a problem."""
    if data is None:
        return None, []
    usable = learnable(data)
    listed = [column.name for column in usable]
    name = node.target or data.target
    if name is None:
        return None, [texts.target_missing(id, node.name, data.title, listed)]
    column = next((one for one in (*data.targets, *data.columns) if one.name == name), None)
    if column is None:
        return None, [texts.unknown_target(id, node.name, name, data.title, listed, data.target)]
    reason = _unlearnable(column, data)
    if reason:
        return None, [texts.target_not_usable(id, node.name, name, reason)]
    return column, []


_UNUSABLE = {
    "constant": "has the same value in every row",
    "identifier": "holds a number or name of its own in nearly every row",
    "text": "holds a text of its own in nearly every row",
}


def _unlearnable(column: Column, data: DataSpec) -> str:
    if 0 < data.rows <= column.missing:
        return "is empty in every row"
    if column.kind not in USABLE:
        return _UNUSABLE[column.kind]
    if column.kind == "category" and len(column.categories) < 2:
        return f"has {len(column.categories)} class"
    return ""


def _free(column: Column, targeted: Mapping[str, NodeId], named: frozenset[str], data: DataSpec) -> bool:
    if not targeted and column.name == data.target:  # no Output yet: it would leak as soon as there is one
        return False
    return column.kind in USABLE and column.name not in targeted and column.name not in named


def _column_problems(
    id: NodeId, node: InputNode, data: DataSpec, by_name: Mapping[str, Column], targeted: Mapping[str, NodeId]
) -> Iterator[Problem]:
    columns = node.columns or ()
    listed = [one.name for one in data.columns if one.kind in USABLE and one.name not in targeted]
    for name in dict.fromkeys(columns):
        column = by_name.get(name)
        if column is None:
            yield texts.unknown_column(id, node.name, name, data.title, listed, columns)
        elif column.kind not in USABLE:
            yield texts.column_not_usable(id, node.name, name, column.kind, columns)
        elif name in targeted:
            yield texts.target_leak((id, targeted[name]), node.name, name, [one for one in columns if one != name])
        if columns.count(name) > 1:
            yield texts.column_twice(id, node.name, name, columns)


def _image_columns(id: NodeId, node: InputNode, data: DataSpec) -> Iterator[Problem]:
    for name in dict.fromkeys(node.columns or ()):
        if name != IMAGE:
            yield texts.unknown_column(id, node.name, name, data.title, [IMAGE], node.columns or ())


def _shape_problems(id: NodeId, node: InputNode, limits: Limits) -> Iterator[Problem]:
    if node.shape is None:
        return
    if len(node.shape) > 6:
        yield texts.bad_shape(id, node.name, texts.shape(node.shape), f"{len(node.shape)} sizes")
    elif any(size is not None and size < 1 for size in node.shape):
        yield texts.bad_shape(id, node.name, texts.shape(node.shape), "a size below 1")
    else:
        values = prod(size or 1 for size in node.shape)
        if values > limits.values:
            yield texts.tensor_too_large(id, node.name, node.shape, values, limits.values)


def _agrees(given: tuple[int | None, ...], found: tuple[int | None, ...]) -> bool:
    return len(given) == len(found) and all(a is None or b is None or a == b for a, b in zip(given, found, strict=True))


def _scaling(node: InputNode, data: DataSpec | None) -> str:
    if node.scaling != "auto":
        return node.scaling
    if data is None:
        return "none"
    return "unit" if data.form == "image" else "standardise"
