"""Every layer of the catalog → every format: which ones can be written and run again with the same numbers. `python -m bench.conversions`.

Writes `catalog/data/conversions.json`, from which a layer is flagged on the canvas as it is placed. Each layer has children of its own, forked
from a process that has imported Keras and run nothing: a converter may take its whole process with it. Takes about twenty minutes on two cores.
"""

import argparse
import importlib
import importlib.metadata
import json
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from layerloom import catalog
from layerloom.catalog.formats import formats
from layerloom.catalog.types import Example, ExampleTensor, Member

TARGET = Path(catalog.__file__).parent / "data" / "conversions.json"
TRIED = ("saved_model", "onnx", "litert", "litert_int8", "openvino", "core_ml")
OWN = "Keras: "
"""What stands before Keras' own refusal."""
ROWS = 4
SECONDS = 180
ALSO: dict[str, tuple[dict[str, Any], tuple[int, ...]]] = {
    f"Adaptive{kind}Pooling{axes}D": ({"output_size": 2}, (None, *(4,) * axes, 1))
    for kind in ("Average", "Max")
    for axes in (1, 2, 3)
}
"""Parameters and an input that a layer is tried on besides: sizes that can be divided take another way through Keras."""
TOLD: dict[str, tuple[dict[str, Any], ExampleTensor]] = {
    "Discretization": ({"bin_boundaries": [0.2, 0.5]}, ExampleTensor(shape=(None, 3))),
    "IntegerLookup": ({"vocabulary": [1, 2]}, ExampleTensor(shape=(None, 3), dtype="int64")),
    "StringLookup": ({"vocabulary": ["x", "y"]}, ExampleTensor(shape=(None, 3), dtype="string")),
    "TextVectorization": ({"vocabulary": ["x", "y"]}, ExampleTensor(shape=(None,), dtype="string")),
}
"""Layers that learn from data, as if they had learned this."""
OPEN = 6
"""Size of an axis that an example leaves open."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("layers", nargs="*", help="these alone; the others keep what was found before")
    parser.add_argument(
        "--formats", nargs="+", choices=TRIED, default=TRIED, help="these alone; all when none is named"
    )
    parser.add_argument("--print", action="store_true", help="write nothing")
    given = parser.parse_args()
    import layerloom.engine.preload  # noqa: F401
    from layerloom.engine.exports import blaming  # noqa: F401

    for name in ("ai_edge_litert.interpreter", "coremltools", "onnx", "onnxruntime", "openvino", "tf2onnx"):
        importlib.import_module(name)  # once, and not in every child

    found: dict[str, dict[str, str]] = (
        json.loads(TARGET.read_text())["layers"]
        if TARGET.exists() and (given.layers or len(given.formats) < len(TRIED))
        else {}
    )
    order = {name: place for place, name in enumerate(given.layers)}
    for member in sorted(catalog.members("layer"), key=lambda one: order.get(one.name, 0)):
        if (
            not member.stands_alone
            or (member.example is None and member.name not in TOLD)
            or (given.layers and member.name not in given.layers)
        ):
            continue
        began = time.monotonic()
        answers = tried(member, given.formats)
        if all(why.startswith(OWN) for why in answers.values()):
            print(f"{member.name}: {next(iter(answers.values()))}", flush=True)
            found.pop(member.name, None)  # Keras itself does not run it on an example: nothing is known
            continue
        found[member.name] = found.get(member.name, {}) | answers
        failed = {name: why for name, why in found[member.name].items() if why}
        print(f"{member.name} {time.monotonic() - began:.0f}s {failed or 'all'}", flush=True)
        if not given.print:
            write(found)


def write(found: dict[str, dict[str, str]]) -> None:
    packages = sorted({"keras", "tensorflow", *(package for name in TRIED for package in formats()[name].packages)})
    data = {
        "versions": {package: importlib.metadata.version(package) for package in packages},
        "formats": TRIED,
        "layers": {name: found[name] for name in sorted(found)},
    }
    TARGET.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n")


def tried(member: Member, names: Sequence[str] = TRIED) -> dict[str, str]:
    """Format → why not, in the converter's words; empty where it works."""
    found: dict[str, str] = {}
    while waiting := [name for name in names if name not in found]:
        lines, how = _forked(member, waiting)
        for name, why in lines:
            found[name] = why
        if len(lines) < len(waiting):  # the child ended in the middle of one
            found[waiting[len(lines)]] = how
    return found


def _forked(member: Member, names: list[str]) -> tuple[list[tuple[str, str]], str]:
    """What the child said before it ended, and how it ended."""
    read, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        try:
            _try(member, names, said)
        finally:
            os._exit(0)
    os.close(said)
    text, end = b"", time.monotonic() + SECONDS
    while time.monotonic() < end and select.select([read], [], [], max(0.0, end - time.monotonic()))[0]:
        data = os.read(read, 1 << 16)
        if not data:
            break
        text += data
    else:
        os.kill(child, signal.SIGKILL)
    os.close(read)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    how = f"the converter ended its process with signal {-status}" if status < 0 else "it gave no answer"
    return [tuple(json.loads(line)) for line in text.splitlines()], how


def _try(member: Member, names: list[str], said: int) -> None:
    from layerloom.engine.exports import Unproven, module, proving
    from layerloom.engine.exports.making import words
    from layerloom.engine.exports.subject import reference

    warnings.simplefilter("ignore")
    subject, unbuilt = None, ""
    for example in _examples(member):
        try:
            subject = alone(member, example)
            subject.answer(subject.rows)
            break
        except Exception as error:
            subject, unbuilt = None, unbuilt or f"{OWN}{words(error)}"
    subjects = [] if subject is None else [subject, *_besides(member)]
    for name in names:
        folder = Path(tempfile.mkdtemp())
        why = "" if subjects else unbuilt
        try:
            for subject in subjects:
                shutil.rmtree(folder)
                folder.mkdir()
                subject.refer(folder)
                rows, wanted = reference(folder)
                module(name).write(subject, folder)
                gap = proving.worst(proving.compared(module(name).runner(folder)(rows), wanted))
                if not 0 <= gap <= formats()[name].tolerance:
                    why = (
                        f"its answers differ by {gap:.1g}"
                        if gap >= 0
                        else "its answers have another shape, or are no numbers"
                    )
                    break
        except Unproven:
            pass
        except Exception as error:
            why = words(error)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        os.write(said, json.dumps([name, why]).encode() + b"\n")


def _besides(member: Member) -> list[Any]:
    if member.name not in ALSO:
        return []
    params, shape = ALSO[member.name]
    inputs = {member.inputs[0].name: (ExampleTensor(shape=shape),)}
    return [alone(member, Example(params=params, inputs=inputs))]


def _examples(member: Member) -> Iterator[Example]:
    """The catalog's, which was tried abstractly; then others of other ranks, because some layers find out only when they run."""
    from layerloom.engine.introspect.trial import SHAPES

    if member.name in TOLD:
        params, tensor = TOLD[member.name]
        yield Example(params=params, inputs={member.inputs[0].name: (tensor,)})
        return
    assert member.example is not None
    yield member.example
    for shapes in SHAPES.values():
        tensor = ExampleTensor(shape=shapes[0])
        inputs = {port: (tensor,) * len(tensors) for port, tensors in member.example.inputs.items()}
        yield member.example.model_copy(update={"inputs": inputs})


def alone(member: Member, example: Example) -> Any:
    """A model of this one layer, on the inputs that it was introspected with."""
    import keras

    from layerloom.engine.build import results
    from layerloom.engine.exports.subject import Subject
    from layerloom.engine.introspect.trial import made
    from layerloom.graph.plan import Plan, PlanInput, PlanOutput, Ref

    entries: list[PlanInput] = []
    flow: dict[str, Any] = {}
    for port, tensors in example.inputs.items():
        for place, one in enumerate(tensors):
            name = f"{port}_{place}"
            entries.append(PlanInput(name, name, tuple(one.shape[1:]), one.dtype))
    tensors_by_name = {one.name: keras.Input(one.shape, dtype=one.dtype, name=one.name) for one in entries}
    many = next(iter(member.inputs)).many
    for port, tensors in example.inputs.items():
        own = [tensors_by_name[f"{port}_{place}"] for place in range(len(tensors))]
        flow[port] = own if many and port == member.inputs[0].name else own[0]
    keras.utils.set_random_seed(0)
    layer = getattr(keras.layers, member.name)(**{name: made(value) for name, value in example.params.items()})
    (_, first), *rest = flow.items()
    # Negated: what only hands on its input would leave a file without a computation.
    given = [-one if "float" in str(one.dtype) else one for one in results(layer(first, **dict(rest)))]
    outputs = tuple(PlanOutput(f"out_{place}", f"out_{place}", Ref("x"), None, None) for place in range(len(given)))
    named_in = tensors_by_name if len(tensors_by_name) > 1 else next(iter(tensors_by_name.values()))
    named_out = {one.name: tensor for one, tensor in zip(outputs, given, strict=True)} if len(given) > 1 else given[0]
    plan = Plan("one", tuple(entries), (), outputs)
    rows = {one.name: _drawn(one, place) for place, one in enumerate(entries)}
    return Subject({}, plan, keras.Model(named_in, named_out), None, rows, rows, None, [])


def _drawn(entry: Any, place: int) -> np.ndarray:
    shape = (ROWS, *(OPEN if size is None else size for size in entry.shape))
    draw = np.random.default_rng(place)
    if entry.dtype == "string":
        return np.full(shape, "x")
    if entry.dtype == "bool" or np.issubdtype(entry.dtype, np.integer):
        return draw.integers(0, 2, shape).astype(entry.dtype)
    return draw.random(shape).astype(entry.dtype)


if __name__ == "__main__":
    sys.exit(main())
