"""Python code that somebody brought → a graph of every Keras model in it, with what it was compiled and fitted with. Runs in a jailed child.

The code runs statement by statement; what fails (no network here, a package that is not installed) is told with its line, and the rest
goes on. `fit` is not run: what it was asked for becomes settings.
"""

import ast
import ctypes
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

import keras

from layerloom.engine import sandboxed
from layerloom.graph import saved
from layerloom.graph.problems import Refused, problem
from layerloom.graph.saved import document
from layerloom.graph.saved.report import Imported, Remark
from layerloom.graph.schema import CustomNode, EarlyStopping, Graph, Node, ReduceOnPlateau, Split, Training
from layerloom.words import Phrase, Said, phrase, say

FILE = "<pasted>"
SECONDS = 40
"""After which the code is stopped where it stands; a child that cannot be stopped is ended a little later."""
LONGEST = 400_000
"""Characters of code."""
MOST_MODELS = 24
MOST_LINES = 12
"""Failed lines that are told of."""


@dataclass(slots=True)
class Asked:
    """What a model's `fit` was given."""

    arguments: dict[str, Any]


@dataclass(slots=True)
class Ran:
    """What running the code left behind."""

    names: dict[str, Any]
    failed: list[tuple[int, str]] = field(default_factory=list)
    """Line, and what was said."""
    seen: list[Any] = field(default_factory=list)
    """Models that were compiled or fitted, wherever they are kept."""
    fitted: dict[int, Asked] = field(default_factory=dict)
    """By the model's id."""
    unread: list[Phrase] = field(default_factory=list)


class TooLong(BaseException):
    """The code's time is over. No `except Exception` of the code's own catches it."""


def read(request: dict[str, Any]) -> dict[str, Any]:
    """{"source"} → {"models": [{"graph", "report", "places"}]}, at least one. Raises Refused naming the line."""
    source = str(request["source"])
    if len(source) > LONGEST:
        raise Refused(problem("code_too_long", {"n": len(source), "limit": LONGEST}, place="source"), status=413)
    ran = run(_parsed(source), source)
    found = list(_imported(ran, source))
    if not found:
        raise Refused(*_nothing(ran))
    return {"models": [one.model_dump(mode="json") for one in found]}


def _parsed(source: str) -> ast.Module:
    try:
        return ast.parse(source, FILE)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 1
        values: dict[str, Said] = {"line": line, "what": str(getattr(error, "msg", error))[:200]}
        text = (getattr(error, "text", None) or "").strip()[:200]
        raise Refused(problem("code_not_python", values, place=f"line {line}", evidence=text)) from None


def run(tree: ast.Module, source: str) -> Ran:
    """The code's own namespace, and what happened in it."""
    ran = Ran({"__name__": "__main__", "__file__": FILE, "__builtins__": __builtins__})
    sys.argv = [FILE]
    with watched(ran), stopped_after(SECONDS):
        for statement in tree.body:
            try:
                _run(statement, ran.names)
            except SystemExit:
                break
            except TooLong as late:
                ran.failed.append((line_of(late, statement.lineno), say(phrase("code-time", seconds=SECONDS))))
                break
            except BaseException as error:
                ran.failed.append((line_of(error, statement.lineno), _said(error)))
    return ran


def _run(statement: ast.stmt, names: dict[str, Any]) -> None:
    """Rows that `fit` is given and the code does not have are not missed: they are not used here."""
    code = compile(ast.Module([statement], []), FILE, "exec")
    lent: set[str] = set()
    given = _given_to_fit(statement)
    try:
        while True:
            try:
                return exec(code, names)
            except NameError as error:
                if error.name not in given - lent:
                    raise
                lent.add(error.name)
                names[error.name] = None
    finally:
        for name in lent:
            names.pop(name, None)


def _given_to_fit(statement: ast.stmt) -> set[str]:
    """Names that stand alone as an argument of `….fit(…)`, or in a pair of them."""
    call = getattr(statement, "value", None) if isinstance(statement, ast.Expr | ast.Assign) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or call.func.attr != "fit":
        return set()
    given = [*call.args, *(one.value for one in call.keywords if one.arg in ("x", "y", "validation_data"))]
    alone = [each for one in given for each in (one.elts if isinstance(one, ast.Tuple) else [one])]
    return {one.id for one in alone if isinstance(one, ast.Name)}


def line_of(error: BaseException, top: int) -> int:
    """The deepest line of the code itself that the error passed through."""
    for one in sandboxed.behind(error):
        frames = traceback.extract_tb(one.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == FILE and frame.lineno is not None]
        if lines:
            return lines[-1]
    return top


def _said(error: BaseException) -> str:
    """Without the colours and walls of text that libraries add."""
    if isinstance(error, MemoryError):
        return say(phrase("code-memory"))
    text = next((line for line in str(error).splitlines() if line.strip()), "")
    return f"{type(error).__name__}: {text}"[:300] if text else type(error).__name__


@contextmanager
def stopped_after(seconds: int) -> Iterator[None]:
    """Raises TooLong in the calling thread; only a main thread is woken from a wait."""
    if threading.current_thread() is not threading.main_thread():
        late = threading.Timer(seconds, _raise_in, (threading.get_ident(),))
        late.daemon = True
        late.start()
        try:
            yield
        finally:
            late.cancel()
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _raise_in(thread: int) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TooLong))


@contextmanager
def watched(ran: Ran) -> Iterator[None]:
    """`compile` is remembered, `fit` and `evaluate` are asked and not run."""
    own = {name: getattr(keras.Model, name) for name in ("compile", "fit", "evaluate")}

    def compiled(model: Any, *arguments: Any, **named: Any) -> Any:
        ran.seen.append(model)
        return own["compile"](model, *arguments, **named)

    def fitted(model: Any, x: Any = None, y: Any = None, batch_size: Any = None, epochs: Any = 1, **named: Any) -> Any:
        ran.seen.append(model)
        ran.fitted[id(model)] = Asked({"batch_size": batch_size, "epochs": epochs, **named})
        shape = getattr(x, "shape", None)
        if not model.built and shape is not None and len(shape) > 0:
            model.build((None, *shape[1:]))
        history = keras.callbacks.History()
        history.set_model(model)
        history.on_train_begin()
        return history

    def evaluated(model: Any, *_: Any, **named: Any) -> Any:
        ran.seen.append(model)
        return {} if named.get("return_dict") else [0.0, 0.0]

    for name, ours in (("compile", compiled), ("fit", fitted), ("evaluate", evaluated)):
        setattr(keras.Model, name, ours)
    try:
        yield
    finally:
        for name, theirs in own.items():
            setattr(keras.Model, name, theirs)


def models(ran: Ran) -> dict[int, tuple[str, Any]]:
    """Every model that the code leaves behind, each once, with the name of its variable: those in lists and dicts too."""
    found: dict[int, tuple[str, Any]] = {}
    for name, value in list(ran.names.items()):
        held = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else (value,)
        for one in list(held)[:MOST_MODELS]:
            if isinstance(one, keras.Model) and not name.startswith("__"):
                found.setdefault(id(one), (name, one))
    for one in ran.seen:
        found.setdefault(id(one), (one.name, one))
    return found


def _imported(ran: Ran, source: str) -> Iterator[Imported]:
    for name, model in list(models(ran).values())[:MOST_MODELS]:
        try:
            config = document.parse(model.to_json(), name)
            found = saved.read(config, None, f"Keras {keras.__version__}", placeholders=True)
        except Refused as refused:
            ran.unread += [phrase("code-model-unread", name=name, why=one.message) for one in refused.problems[:1]]
            continue
        except Exception as error:  # a class of the code's own may say anything of itself
            ran.unread.append(phrase("code-model-unread", name=name, why=_said(error)))
            continue
        yield _with_code(found, name, ran, model, source)


def _with_code(found: Imported, name: str, ran: Ran, model: Any, source: str) -> Imported:
    graph = found.graph
    remarks = list(found.report.remarks)
    asked = ran.fitted.get(id(model))
    training = settings(graph.training, asked.arguments) if asked else graph.training
    if asked:
        remarks.append(_remark(phrase("code-fit", epochs=training.epochs, batch_size=training.batch_size)))
    remarks += [
        _remark(phrase("code-line", line=line, what=what), "left_out") for line, what in ran.failed[:MOST_LINES]
    ]
    nodes = with_sources(graph, source)
    graph = graph.model_copy(update={"nodes": nodes, "training": training, "name": _called(graph.name, name)})
    report = found.report.model_copy(update={"remarks": tuple(remarks)})
    return found.model_copy(update={"graph": graph, "report": report})


def _remark(words: Phrase, kind: Any = "changed") -> Remark:
    return Remark(kind=kind, text=say(words), words=words)


def _called(graph: str, variable: str) -> str:
    """A model that Keras named by itself is called as its variable."""
    stem = graph.rstrip("0123456789").rstrip("_")
    return variable if stem in ("functional", "sequential", "model") else graph


def settings(training: Training, given: dict[str, Any]) -> Training:
    """What `fit` was asked for, as far as settings say it."""
    update: dict[str, Any] = {}
    for key in ("epochs", "batch_size"):
        if isinstance(given.get(key), int) and not isinstance(given[key], bool) and given[key] > 0:
            update[key] = given[key]
    share = given.get("validation_split")
    if isinstance(share, float) and 0 < share < 1:
        update["split"] = Split(validation=share)
    for one in given.get("callbacks") or ():
        if isinstance(one, keras.callbacks.EarlyStopping):
            update["early_stopping"] = EarlyStopping(
                monitor=one.monitor,
                patience=max(int(one.patience), 1),
                min_delta=abs(float(one.min_delta)),
                restore_best=bool(one.restore_best_weights),
            )
        elif isinstance(one, keras.callbacks.ReduceLROnPlateau):
            update["reduce_on_plateau"] = ReduceOnPlateau(
                monitor=one.monitor,
                patience=max(int(one.patience), 1),
                factor=float(one.factor),
                min_learning_rate=float(one.min_lr),
            )
    return training.model_copy(update=update)


def with_sources(graph: Graph, source: str) -> dict[str, Node]:
    """Placeholders of classes that the code itself defines keep their text."""
    texts = {
        one.name: ast.get_source_segment(source, one) or ""
        for one in ast.walk(ast.parse(source))
        if isinstance(one, ast.ClassDef | ast.FunctionDef)
    }
    nodes = dict(graph.nodes)
    for id, node in nodes.items():
        if isinstance(node, CustomNode):
            called = str(node.params.get("class_name", ""))
            if called in texts:
                nodes[id] = node.model_copy(update={"source": texts[called]})
    return nodes


def _nothing(ran: Ran) -> Iterator[Any]:
    """Why there is no model: the lines that failed, the models that could not be read, or that there is none."""
    for line, what in ran.failed[:MOST_LINES]:
        yield problem("code_failed", {"line": line, "what": what}, place=f"line {line}", evidence=what)
    for words in ran.unread[:MOST_LINES]:
        yield problem("code_model_unread", {"what": words})
    if not ran.failed and not ran.unread:
        yield problem("code_without_model")
