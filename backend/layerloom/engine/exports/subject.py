"""A graph, its data and a run's weights → what is exported: the model, 32 rows to compare on, and a sample to calibrate with."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import keras
import numpy as np

from layerloom.datasets import lessons, preprocess
from layerloom.datasets.prepare import divide
from layerloom.engine import own
from layerloom.engine.build import alone, build
from layerloom.engine.deep import deep
from layerloom.engine.infer import check
from layerloom.graph import learning, upgrades, validate
from layerloom.graph.data import DataSpec, Fitted, FittedColumn
from layerloom.graph.plan import Plan, PlanInput
from layerloom.graph.source.values import snake

ROWS = 32
SAMPLE = 128
"""Rows of the training part that ranges are measured on."""
UNKNOWN = 16
"""Steps of an axis that the graph leaves open, where there is no data."""
REFERENCE = "reference.npz"
Arrays = dict[str, np.ndarray]


@dataclass(frozen=True)
class Subject:
    graph: dict[str, Any]
    plan: Plan
    model: Any
    """Functional, not compiled, with the run's weights, or with fresh ones."""
    weights: Path | None
    """The run's own `.keras` file."""
    rows: Arrays
    """At most 32 rows held out from training, by the names of inputs."""
    sample: Arrays
    """Rows of the training part."""
    fitted: Fitted | None
    raw: list[dict[str, Any]]
    """The rows before they were prepared, by column; none without data."""
    taught: Arrays | None = None
    """The whole training part, where layers learn from it."""

    @cached_property
    def inputs(self) -> dict[str, str]:
        """Names of inputs in the plan → in the file: letters, digits and underscores, as every runtime takes them."""
        return ports([one.name for one in self.plan.inputs], "input")

    @cached_property
    def outputs(self) -> dict[str, str]:
        return ports([one.name for one in self.plan.outputs], "output")

    def answer(self, rows: Arrays) -> Arrays:
        """What Keras itself gives for these rows, by the names of outputs in the file."""
        found = self.model(
            alone({name: keras.ops.convert_to_tensor(rows[name]) for name in self.inputs}), training=False
        )
        named = found if isinstance(found, dict) else {next(iter(self.outputs)): found}
        return {port: keras.ops.convert_to_numpy(named[name]) for name, port in self.outputs.items()}

    def refer(self, folder: Path) -> None:
        """Writes the rows and what Keras gives for them, for whoever runs the file again."""
        given = {f"in_{port}": storable(self.rows[name]) for name, port in self.inputs.items()}
        wanted = {f"out_{port}": values for port, values in self.answer(self.rows).items()}
        np.savez(folder / REFERENCE, **given, **wanted)  # type: ignore[arg-type]


def storable(values: np.ndarray) -> np.ndarray:
    """Texts without pickle."""
    return values.astype(str) if values.dtype == object else values


def reference(folder: Path) -> tuple[Arrays, Arrays]:
    """(rows by input, what Keras gives by output), as `refer` wrote them."""
    with np.load(folder / REFERENCE, allow_pickle=False) as stored:
        given = {name[3:]: stored[name] for name in stored.files if name.startswith("in_")}
        wanted = {name[4:]: stored[name] for name in stored.files if name.startswith("out_")}
    return given, wanted


def subject(request: dict[str, Any]) -> Subject:
    """{"graph", "data", "weights": path of a `.keras` file or None, "home"} → the subject. Raises Refused where the graph makes no sense.

    Without data to prepare, rows are drawn at random by the shapes of the inputs.
    """
    graph = upgrades.open_graph(request["graph"])
    data = DataSpec.model_validate(request["data"]) if request.get("data") else None
    plan = validate.plan(graph, data)
    home = Path(request["home"])
    rows, sample, fitted, raw, taught = _rows(plan, home)
    own.know(plan)
    if request.get("weights"):
        model = deep(lambda: keras.models.load_model(request["weights"], compile=False))
    else:
        check(lessons.known(plan, home))
        model = build(plan, plan.training.seed, taught)
    weights = Path(request["weights"]) if request.get("weights") else None
    return Subject(json.loads(graph.model_dump_json()), plan, model, weights, rows, sample, fitted, raw, taught)


def ports(names: list[str], otherwise: str) -> dict[str, str]:
    """Each name → a name of ASCII letters, digits and underscores that no other one has."""
    found: dict[str, str] = {}
    for place, name in enumerate(names):
        plain = snake(name) if name.isascii() else ""
        plain = plain if plain.isidentifier() else f"{otherwise}_{place}"
        found[name] = plain if plain not in found.values() else f"{otherwise}_{place}"
    return found


def _rows(plan: Plan, home: Path) -> tuple[Arrays, Arrays, Fitted | None, list[dict[str, Any]], Arrays | None]:
    if plan.training.data is None or plan.data is None:
        drawn = {one.name: _drawn(one, place) for place, one in enumerate(plan.inputs)}
        return {name: values[:ROWS] for name, values in drawn.items()}, drawn, None, [], None
    divided = divide(plan, home)
    held_out = divided.held_out if len(divided.held_out) else divided.train
    fitted = preprocess.fit(plan, divided.rows, divided.train, len(divided.held_out))
    chosen = held_out[np.arange(ROWS) % len(held_out)]  # a small part is taken again from its beginning
    rows, sample = (_numbers(fitted, divided.rows, part) for part in (chosen, divided.train[:SAMPLE]))
    learns = any(learning.taught(plan).values())
    taught = preprocess.as_fed(fitted, preprocess.apply(fitted, divided.rows, divided.train)[0]) if learns else None
    return rows, sample, fitted, _raw(fitted, divided.rows, chosen), taught


def _numbers(fitted: Fitted, rows: Any, chosen: np.ndarray) -> Arrays:
    """As runtimes take them: no bytes."""
    fed = preprocess.as_fed(fitted, preprocess.apply(fitted, rows, chosen)[0])
    return {name: values.astype("float32") if values.dtype == np.uint8 else values for name, values in fed.items()}


def _raw(fitted: Fitted, rows: Any, chosen: np.ndarray) -> list[dict[str, Any]]:
    """The chosen rows as a person has them, by the names of columns: what is sent to a server that prepares them itself."""
    columns = {column.name: column for entry in fitted.inputs for column in entry.columns}
    return [{name: _cell(column, rows.columns[name][row]) for name, column in columns.items()} for row in chosen]


def _cell(column: FittedColumn, value: Any) -> Any:
    match column.kind:
        case "category":
            return column.categories[value] if value >= 0 else None
        case "text":
            return str(value)
        case "number":
            return None if np.isnan(value) else float(value)
    return np.asarray(value).tolist()


def _drawn(input: PlanInput, place: int) -> np.ndarray:
    """Ids 0 and 1 for whole numbers, which every vocabulary has."""
    shape = (SAMPLE, *(UNKNOWN if size is None else size for size in input.shape))
    draw = np.random.default_rng(place)
    if np.issubdtype(np.dtype(input.dtype) if input.dtype != "string" else np.str_, np.str_):
        return np.full(shape, "x")
    if input.dtype == "bool" or np.issubdtype(input.dtype, np.integer):
        return draw.integers(0, 2, shape).astype(input.dtype)
    return draw.random(shape).astype(input.dtype)
