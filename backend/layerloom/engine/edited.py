"""A script of ours, as it was written and as somebody edited it → the model of each, as a graph. Runs in a jailed child.

Both are read the same way, so that whatever a script cannot say is missing on both sides, and what differs is what was edited. Data is
not loaded: the functions that do it give a value that stands for anything. `build_model` makes no weights.
"""

import ast
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import keras
from keras.src.ops import operation

from layerloom.engine import counting, pasted, sandboxed
from layerloom.engine.deep import deep
from layerloom.graph import saved
from layerloom.graph.problems import Refused, problem
from layerloom.graph.recode.settings import AT_THE_TOP, of_data
from layerloom.graph.saved import document
from layerloom.words import Said, phrase


def read(request: dict[str, Any]) -> dict[str, Any]:
    """{"before", "after": source} → {"before", "after": an `Imported`}. Raises Refused naming the line of `after` that is wrong."""
    before, after = str(request["before"]), str(request["after"])
    now, was = deep(lambda: model_of(after)), deep(lambda: model_of(before))
    return {"before": was, "after": now, "untold": list(untold(ast.parse(before), ast.parse(after)))}


def untold(before: ast.Module, after: ast.Module) -> Iterator[dict[str, Any]]:
    """What a model says nothing of and was edited all the same: how data is loaded, split and ordered."""
    was = {name: ast.dump(one) for name, one in _parts(before)}
    for name, one in _parts(after):
        if was.get(name) not in (None, ast.dump(one)):
            yield {"name": name, "line": one.lineno}


def _parts(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    for one in tree.body:
        if isinstance(one, ast.FunctionDef) and of_data(one.name):
            yield one.name, one
        elif isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
            name = one.targets[0].id
            if name.isupper() and name not in AT_THE_TOP.fields:
                yield name, one


def model_of(source: str) -> dict[str, Any]:
    """Raises Refused: 413 for too much code, 422 with the line."""
    if len(source) > pasted.LONGEST:
        limit = {"n": len(source), "limit": pasted.LONGEST}
        raise Refused(problem("code_too_long", limit, place="source"), status=413)
    tree = parsed(source)
    with (
        counting.from_the_start(),
        _numbered_apart(_names(tree)),
        _not_kept(),
    ):
        ran = _Script(tree).run()
        model = _chosen(ran)
        return _read(ran, model, source)


def parsed(source: str) -> ast.Module:
    """Raises Refused naming line and column."""
    try:
        return ast.parse(source, pasted.FILE)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line, column = getattr(error, "lineno", None) or 1, getattr(error, "offset", None) or 1
        what = str(getattr(error, "msg", error))[:200]
        text = (getattr(error, "text", None) or "").strip()[:200]
        place = f"line {line}, column {column}"
        raise Refused(
            problem("code_not_python", {"line": line, "what": what}, form="at", place=place, evidence=text)
        ) from None


class Anything:
    """Stands for data: whatever is done with it gives it again."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: Any, **__: Any) -> Any:
        return self

    def __getitem__(self, _: Any) -> Any:
        return self

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __float__(self) -> float:
        return 0.0

    def _operated(self, *_: Any) -> Any:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _operated
    __neg__ = __invert__ = __lt__ = __gt__ = __le__ = __ge__ = __and__ = __or__ = _operated


class _Script:
    """One script, run statement by statement: the top first, then what its `main()` does, in one namespace."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._ran = pasted.Ran({"__name__": "script", "__file__": pasted.FILE, "__builtins__": __builtins__})
        self._made: list[Any] = []

    def run(self) -> pasted.Ran:
        """Raises Refused at the first statement that fails without data being the reason."""
        with pasted.watched(self._ran), pasted.stopped_after(pasted.SECONDS):
            for statement in self._statements():
                self._one(statement)
        if not self._made and callable(self._ran.names.get("build_model")):
            self._one(ast.parse("build_model()", pasted.FILE).body[0])
        self._ran.seen += self._made
        return self._ran

    def _statements(self) -> Iterator[ast.stmt]:
        kept = [one for one in self._tree.body if not (isinstance(one, ast.FunctionDef) and of_data(one.name))]
        wanted = {name.id for one in kept for name in ast.walk(one) if isinstance(name, ast.Name)}
        main: list[ast.stmt] = []
        functions = {one.name: one for one in kept if isinstance(one, ast.FunctionDef)}
        for one in kept:
            if isinstance(one, ast.Import | ast.ImportFrom) and not _binds(one) & wanted:
                continue  # what only loads data is slow to import, and may not be here
            if called := _guarded(one):
                main += [
                    inner
                    for call in called
                    for inner in (functions[call].body if call in functions else [])
                    if not isinstance(inner, ast.Return)
                ]
                continue
            yield one
        yield from main

    def _one(self, statement: ast.stmt) -> None:
        names = self._ran.names
        for name in _loaded(statement) - names.keys():
            if of_data(name):
                names[name] = Anything()
        try:
            exec(compile(ast.Module([statement], []), pasted.FILE, "exec"), names)
        except pasted.TooLong as late:
            raise self._refused(statement, late, phrase("code-time", seconds=pasted.SECONDS)) from None
        except BaseException as error:
            if any(isinstance(names.get(name), Anything) for name in _loaded(statement)):
                names.update(dict.fromkeys(_stored(statement), Anything()))
                return
            raise self._refused(statement, error, sandboxed.what(error)) from None
        if isinstance(statement, ast.FunctionDef) and statement.name == "build_model":
            names["build_model"] = self._recorded(names["build_model"])

    def _recorded(self, build: Callable[..., Any]) -> Callable[..., Any]:
        def built(*arguments: Any, **named: Any) -> Any:
            try:
                with keras.StatelessScope(initialize_variables=False):
                    model = build(*arguments, **named)
            except ValueError as error:
                if "stateless scope" not in str(error):
                    raise
                model = build(*arguments, **named)  # it compiles as well, say: optimizers make numbers of their own
            if isinstance(model, keras.Model):
                self._made.append(model)
            return model

        return built

    def _refused(self, statement: ast.stmt, error: BaseException, what: Said) -> Refused:
        line = pasted.line_of(error, statement.lineno)
        if twice := _named_twice(self._tree, error):
            line = twice
        return Refused(problem("code_failed", {"line": line, "what": what}, place=f"line {line}", evidence=str(what)))


def _guarded(statement: ast.stmt) -> list[str]:
    """Functions that are called below `if __name__ == "__main__":`."""
    if not isinstance(statement, ast.If) or not any(
        isinstance(one, ast.Name) and one.id == "__name__" for one in ast.walk(statement.test)
    ):
        return []
    calls = [one.value for one in statement.body if isinstance(one, ast.Expr) and isinstance(one.value, ast.Call)]
    return [one.func.id for one in calls if isinstance(one.func, ast.Name)] or [""]


def _binds(statement: ast.Import | ast.ImportFrom) -> set[str]:
    return {(one.asname or one.name).split(".")[0] for one in statement.names}


def _loaded(statement: ast.stmt) -> set[str]:
    return {one.id for one in ast.walk(statement) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}


def _stored(statement: ast.stmt) -> set[str]:
    return {one.id for one in ast.walk(statement) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}


def _names(tree: ast.Module) -> dict[str, list[int]]:
    """Names that layers are given in so many words, and the lines where."""
    found: dict[str, list[int]] = {}
    for one in ast.walk(tree):
        if isinstance(one, ast.Call):
            for keyword in one.keywords:
                if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                    found.setdefault(str(keyword.value.value), []).append(keyword.value.lineno)
    return found


def _named_twice(tree: ast.Module, error: BaseException) -> int:
    """Keras says so when the whole model is made; the line that is wrong is the second with that name."""
    found = re.search(r'[Tt]he name "(.+?)" is used \d+ times', str(error))
    lines = sorted(_names(tree).get(found[1], ())) if found else []
    return lines[1] if len(lines) > 1 else 0


@contextmanager
def _numbered_apart(taken: dict[str, list[int]]) -> Iterator[None]:
    """A layer without a name gets none that the script gives another: `dense` stands there already."""
    own = operation.auto_name

    def free(prefix: str) -> str:
        name: str = own(prefix)
        while name in taken:
            name = own(prefix)
        return name

    operation.auto_name = free
    try:
        yield
    finally:
        operation.auto_name = own


@contextmanager
def _not_kept() -> Iterator[None]:
    """Nothing is saved, and no summary of a model without weights is printed."""
    names = ("save", "save_weights", "export", "summary", "load_weights", "predict")
    own = {name: getattr(keras.Model, name) for name in names}
    for name in names:
        setattr(keras.Model, name, lambda *_, **__: Anything())
    try:
        yield
    finally:
        for name, theirs in own.items():
            setattr(keras.Model, name, theirs)


def _chosen(ran: pasted.Ran) -> Any:
    """The model that the script is about: the one that `build_model` gave, else the one it trains, else its only one."""
    if ran.seen:
        return ran.seen[-1]
    found = [model for _, model in pasted.models(ran).values()]
    inside = {id(layer) for model in found for layer in model.layers}
    found = [model for model in found if id(model) not in inside]
    if not found:
        raise Refused(problem("code_without_model"))
    return found[-1]


def _read(ran: pasted.Ran, model: Any, source: str) -> dict[str, Any]:
    try:
        found = saved.read(
            document.parse(model.to_json(), "the model"),
            None,
            f"Keras {keras.__version__}",
            placeholders=True,
            flat=True,
        )
    except Refused:
        raise
    except Exception as error:  # a class of the code's own may say anything of itself
        raise Refused(problem("code_model_unread", {"what": sandboxed.what(error)})) from None
    graph = found.graph
    asked = ran.fitted.get(id(model))
    training = pasted.settings(graph.training, asked.arguments) if asked else graph.training
    training = AT_THE_TOP.put(training, ran.names)
    graph = graph.model_copy(update={"nodes": pasted.with_sources(graph, source), "training": training})
    return found.model_copy(update={"graph": graph}).model_dump(mode="json")
