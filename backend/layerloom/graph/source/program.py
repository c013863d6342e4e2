"""Plan + constants → a whole Keras script: the person's own code, which runs alone and trains to the same weights.

One function for each thing it does, in the order in which it does them. Text only; nothing here runs.
"""

import re
from collections.abc import Iterator

from layerloom.graph import learning, phases
from layerloom.graph.data import Fitted
from layerloom.graph.plan import CustomCall, Plan
from layerloom.graph.schema import GeneratedData, ImagesData, Spec, UploadedData
from layerloom.graph.source import made, objects, snippets
from layerloom.graph.source.data import Data
from layerloom.graph.source.layout import Call, Expression, Items, comment, literal, quoted, statement
from layerloom.graph.source.model import alone, build_model
from layerloom.graph.source.names import Names
from layerloom.graph.source.values import snake

FUNCTIONS = (
    "batches",
    "build_model",
    "last_rows",
    "load_columns",
    "main",
    "make_inputs",
    "make_targets",
    "order",
    "scaled",
    "split_rows",
)
INITIAL = "initial.npz"
"""What a run that begins from imported weights leaves beside its script."""
DEEP = 400
"""Steps; Keras walks a model recursively, and Python stops at a depth of 1,000 by default."""


def script(plan: Plan, fitted: Fitted | None = None, keras_version: str = "") -> str:
    """The script as text, ending in a newline. Without `fitted` it finds the constants of the preprocessing itself.

    A plan without data, or with an output that has no loss, gives a script that builds the model and shows its summary.
    """
    own = _own(plan)
    defined = [name.partition("=")[0] for one in own for name in one.defines]
    scope = Names((*FUNCTIONS, *(call.removesuffix("(") for call in snippets.CALLED), *_made(plan), *defined))
    trains = plan.data is not None and plan.training.data is not None and all(output.loss for output in plan.outputs)
    model = build_model(plan, scope, trains)
    data = Data(plan, plan.training.data, plan.data, fitted) if trains and plan.training.data and plan.data else None
    constants = "\n".join(_constants(plan, data)) if data else ""
    split = snippets.LAST_ROWS if data and data.ordered else snippets.SPLIT_ROWS
    parts = [*data.functions(), split, model, snippets.ORDER, _batches(plan, data)] if data else [model]
    parts += ["\n".join(_main(plan, data)) if data else _show()]
    written = [one.source for one in own]
    body = "\n\n\n".join(part.strip("\n") for part in [*written, *_called("\n".join(parts)), *parts])
    deep = ["sys.setrecursionlimit(20_000)  # Keras walks a deep model recursively"] if len(plan.steps) > DEEP else []
    head = "\n".join([_header(plan, data, keras_version), "", *_imports("\n".join([*deep, body]), data, written)])
    opening = "\n\n".join(part for part in [head, *deep, constants] if part)
    return f'{opening}\n\n\n{body}\n\n\nif __name__ == "__main__":\n    main()\n'


def _made(plan: Plan) -> list[str]:
    source = plan.training.data
    if isinstance(source, ImagesData) and plan.data is not None:
        return made.names(made.PICTURES)
    return made.names(source.name) if isinstance(source, GeneratedData) and plan.data is not None else []


def _header(plan: Plan, data: Data | None, keras_version: str) -> str:
    title = comment(plan.name) or "A model"
    lines = [f'"""{title}.' if data is None else f'"""{title}: a Keras model and its training.', ""]
    wants = f"keras=={keras_version} tensorflow numpy" if keras_version else "keras tensorflow numpy"
    if data and any(data.imports()):
        wants += " pillow" if isinstance(data.source, ImagesData) else " scikit-learn"
    lines.append(f"Needs:  pip install {wants}")
    if data and isinstance(data.source, UploadedData):
        lines.append(f"Start:  python {snake(plan.name)}.py {comment(data.source.file_name)}")
    if data and plan.training.begin is not None:
        lines.append(f"Beside it:  {INITIAL}, the weights that a run of it began from")
    return "\n".join([*lines, '"""'])


def _own(plan: Plan) -> list[CustomCall]:
    """Each source once, in the order in which they are first needed."""
    found: dict[str, CustomCall] = {}
    for step in plan.steps:
        if isinstance(step.call, CustomCall):
            found.setdefault(step.call.source, step.call)
    return list(found.values())


def _imports(body: str, data: Data | None, own: list[str]) -> Iterator[str]:
    plain = [name for name in ("collections", "csv", "itertools", "math", "sys") if f"{name}." in body]
    pictures = data is not None and isinstance(data.source, ImagesData)
    if pictures:
        plain = sorted([*plain, *made.MODULES])
    if plain:
        yield from (f"import {name}" for name in plain)
        if pictures:
            yield made.FROM[0]
        yield ""
    yield "import keras"
    if "np." in body or any(re.search(r"(?<![\w.])np\b", one) for one in own):
        yield "import numpy as np"
    names = [name for one in own for name in ("layers", "ops") if re.search(rf"(?<![\w.]){name}\b", one)]
    members = [
        name
        for name in ("layers", "ops")
        if f" {name}." in body or f"({name}." in body or f"[{name}." in body or name in names
    ]
    if members:
        yield f"from keras import {', '.join(members)}"
    if data:
        yield from data.imports()


def _constants(plan: Plan, data: Data) -> Iterator[str]:
    training = plan.training
    yield f"SEED = {training.seed}  # of weights, dropout and the order of rows"
    yield f"EPOCHS = {training.epochs}"
    yield f"BATCH_SIZE = {training.batch_size}"
    if tuning := training.fine_tuning:
        yield f"FINE_EPOCHS = {tuning.epochs}  # of the second phase, in which backbones learn too"
        yield f"FINE_LAYERS = {tuning.layers}  # of each backbone, from its end"
    yield f"VALIDATION = {training.split.validation!r}  # share of the rows held out"
    if not data.ordered:
        yield f"SPLIT_SEED = {training.split.seed}"
    yield from data.constants()
    if data.source.type == "csv":
        words = data.spec.csv.missing if data.spec.csv else ()
        yield statement("MISSING = ", Items("{", "}", tuple(quoted(word) for word in ("", *words))), 0)


def _called(text: str) -> list[str]:
    """Snippets that the text calls, and those that they call."""
    needed: list[str] = []
    for call, snippet in snippets.CALLED.items():
        own = snippet[4 : snippet.index("(") + 1]
        if own == call and any(call in part for part in [text, *needed]):
            needed.append(snippet)
    return needed


def _batches(plan: Plan, data: Data) -> str:
    x, y = _fed(plan, data, "batch"), _rows("y", len(plan.outputs), "batch")
    first = ("", "") if plan.training.fine_tuning is None else (", first: int = 0", "first")
    return f'''\
def batches(x, y, rows: np.ndarray{first[0]}):
    """Batches without end; every epoch takes the training rows in an order of its own."""
    for epoch in itertools.count({first[1]}):
        shuffled = rows[order(SEED, epoch, len(rows))]
        for start in range(0, len(rows), BATCH_SIZE):
            batch = shuffled[start : start + BATCH_SIZE]
            yield {x}, {y}
'''


def _main(plan: Plan, data: Data) -> Iterator[str]:
    validation = f"({_fed(plan, data, 'validation')}, {_rows('y', len(plan.outputs), 'validation')})"
    yield "def main() -> None:"
    if isinstance(data.source, UploadedData):
        file_name = data.source.file_name.replace("\\", "/").rsplit("/", 1)[-1]
        yield f"    columns = load_columns(sys.argv[1] if len(sys.argv) > 1 else {quoted(file_name)})"
    else:
        yield "    columns = load_columns()"
    labels = "rows" if data.ordered else data.labels()
    if labels == "rows" or labels.startswith("np.zeros"):
        yield "    rows = len(next(iter(columns.values())))"
    split = "last_rows(rows, VALIDATION)" if data.ordered else f"split_rows({labels}, VALIDATION, SPLIT_SEED)"
    yield f"    train, validation = {split}"
    yield f"    x = make_inputs(columns{', train' if data.fits else ''})"
    yield "    y = make_targets(columns)"
    yield f"    held_out = {validation}"
    yield ""
    yield "    keras.utils.set_random_seed(SEED)"
    taught = any(learning.taught(plan).values())
    yield f"    model = build_model({_numbers(plan, data, 'train') if taught else ''})"
    yield "    model.summary()"
    yield statement("", Call("model.compile", (), tuple(_compile(plan))))
    if plan.training.begin is not None:
        yield f"    begin_with(model, {quoted(INITIAL)})"
    tuned = plan.training.fine_tuning is not None
    yield statement("history = " if tuned else "", Call("model.fit", ("batches(x, y, train)",), tuple(_fit(plan))))
    if tuned:
        yield from _second_phase(plan)
    yield "    scores = model.evaluate(*held_out, BATCH_SIZE, verbose=0, return_dict=True)"
    yield "    for name, value in scores.items():"
    yield '        print(f"validation {name}: {value:.4f}")'
    yield '    model.save("model.keras")'


def _second_phase(plan: Plan) -> Iterator[str]:
    yield ""
    for step in phases.frozen(plan.steps):
        backbone = "".join(f".get_layer({quoted(name)})" for name in phases.way(plan, step))
        yield f"    unfreeze(model{backbone}, FINE_LAYERS)"
    yield statement("", Call("model.compile", (), tuple(_compile(phases.second(plan)))))
    yield "    done = len(history.epoch)"
    fit = {**dict(_fit(plan)), "epochs": "done + FINE_EPOCHS"}
    named = [("initial_epoch", "done"), *fit.items()]
    yield statement("", Call("model.fit", ("batches(x, y, train, done)",), tuple(named)))
    yield ""


def _compile(plan: Plan) -> Iterator[tuple[str, Expression]]:
    yield "optimizer", objects.made("optimizer", plan.training.optimizer)
    yield "loss", alone({output.name: objects.made("loss", output.loss or Spec(name="")) for output in plan.outputs})
    metrics = {
        output.name: Items("[", "]", tuple(objects.made("metric", metric) for metric in output.metrics))
        for output in plan.outputs
    }
    yield "metrics", alone(metrics)
    if any(output.weight != 1 for output in plan.outputs):
        weights = {output.name: output.weight for output in plan.outputs}
        yield "loss_weights", literal(list(weights.values()) if len(weights) == 1 else weights)


def _fit(plan: Plan) -> Iterator[tuple[str, Expression]]:
    yield "steps_per_epoch", "math.ceil(len(train) / BATCH_SIZE)"
    yield "epochs", "EPOCHS"
    yield "validation_data", "held_out"
    yield "validation_batch_size", "BATCH_SIZE"
    if chosen := tuple(callbacks(plan)):
        yield "callbacks", Items("[", "]", chosen)
    yield "shuffle", "False"
    yield "verbose", "2"


def callbacks(plan: Plan) -> Iterator[Call]:
    """Those of `training.callbacks`, in the same order."""
    if stopping := plan.training.early_stopping:
        named = (
            ("monitor", literal(stopping.monitor)),
            ("patience", literal(stopping.patience)),
            ("min_delta", literal(stopping.min_delta)),
            ("restore_best_weights", literal(stopping.restore_best)),
        )
        yield Call("keras.callbacks.EarlyStopping", (), named)
    if reduce := plan.training.reduce_on_plateau:
        named = (
            ("monitor", literal(reduce.monitor)),
            ("patience", literal(reduce.patience)),
            ("factor", literal(reduce.factor)),
            ("min_lr", literal(reduce.min_learning_rate)),
        )
        yield Call("keras.callbacks.ReduceLROnPlateau", (), named)


def _fed(plan: Plan, data: Data, rows: str) -> str:
    """Those rows as `fit` takes them, which knows texts only as tensors; pictures as numbers."""
    taken = _numbers(plan, data, rows)
    return f"tensors({taken})" if any(one.dtype == "string" for one in plan.inputs) else taken


def _numbers(plan: Plan, data: Data, rows: str) -> str:
    taken = _rows("x", len(plan.inputs), rows)
    return f"scaled({taken})" if data.scales_late else taken


def _rows(arrays: str, several: int, rows: str) -> str:
    return f"take({arrays}, {rows})" if several > 1 else f"{arrays}[{rows}]"


def _show() -> str:
    return "def main() -> None:\n    build_model().summary()"
