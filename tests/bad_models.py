"""Files that a stranger might send as a model, each made where it is asked for; none is kept, none could do harm if it were opened."""

import io
import json
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np

Made = Callable[[Path], Path]


def layer(class_name: str, name: str, feeds: str | None = None, **config: Any) -> dict[str, Any]:
    """A layer as Keras 3 writes it into a functional model, fed by one other."""
    tensor = {"class_name": "__keras_tensor__", "config": {"keras_history": [feeds, 0, 0]}}
    return {
        "module": "keras.layers",
        "class_name": class_name,
        "config": {"name": name, "trainable": True, **config},
        "registered_name": None,
        "name": name,
        "inbound_nodes": [] if feeds is None else [{"args": [tensor], "kwargs": {}}],
    }


def functional(*layers: dict[str, Any], output: str | None = None, name: str = "bad") -> dict[str, Any]:
    """Those layers after an input called `in`."""
    first = {**layer("InputLayer", "in"), "config": {"batch_shape": [None, 4], "dtype": "float32", "name": "in"}}
    config = {
        "name": name,
        "trainable": True,
        "layers": [first, *layers],
        "input_layers": ["in", 0, 0],
        "output_layers": [output or (layers[-1]["name"] if layers else "in"), 0, 0],
    }
    return {
        "module": "keras.src.models.functional",
        "class_name": "Functional",
        "config": config,
        "registered_name": "Functional",
    }


GOOD = functional(layer("Dense", "dense", "in", units=2))


def archive(path: Path, config: Any = GOOD, weights: bytes | None = None, **more: bytes) -> Path:
    """A `.keras` file as Keras writes it; `more` are further members."""
    path = path / "model.keras"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("metadata.json", json.dumps({"keras_version": "3.15.1"}))
        file.writestr("config.json", config if isinstance(config, bytes | str) else json.dumps(config))
        file.writestr("model.weights.h5", hdf5() if weights is None else weights)
        for name, content in more.items():
            file.writestr(name, content)
    return path


def hdf5(fill: Callable[[Any], None] | None = None) -> bytes:
    """Weights of GOOD, and what `fill` adds."""
    held = io.BytesIO()
    with h5py.File(held, "w") as file:
        file["layers/dense/vars/0"] = np.ones((4, 2), "float32")
        file["layers/dense/vars/1"] = np.zeros(2, "float32")
        if fill is not None:
            fill(file)
    return held.getvalue()


def in_weights(fill: Callable[[Any], None]) -> Made:
    return lambda path: archive(path, weights=hdf5(fill))


def in_config(config: Any) -> Made:
    return lambda path: archive(path, config)


def in_json(text: str | bytes) -> Made:
    def made(path: Path) -> Path:
        (path / "model.json").write_bytes(text if isinstance(text, bytes) else text.encode())
        return path / "model.json"

    return made


def legacy(config: Any) -> Made:
    """A whole model as `.h5`."""

    def made(path: Path) -> Path:
        with h5py.File(path / "model.h5", "w") as file:
            file.attrs["model_config"] = json.dumps(config)
            file.create_group("model_weights").attrs["layer_names"] = []
        return path / "model.h5"

    return made


def member(name: str, content: bytes = b"x", link: bool = False, deflated: bool = False) -> Made:
    """A further member under any name."""

    def made(path: Path) -> Path:
        path = archive(path)
        info = zipfile.ZipInfo(name)
        info.external_attr = (0o120777 if link else 0o600) << 16
        info.compress_type = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
        with zipfile.ZipFile(path, "a") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the same name twice
            file.writestr(info, content)
        return path

    return made


def many(path: Path) -> Path:
    path = archive(path)
    with zipfile.ZipFile(path, "a") as file:
        for number in range(3000):
            file.writestr(f"assets/a{number}/vocabulary.txt", b"")
    return path


def bomb(path: Path) -> Path:
    """A hundred megabytes of nothing, packed to a thousandth."""
    path = path / "model.keras"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("config.json", json.dumps(GOOD))
        file.writestr("model.weights.h5", bytes(100_000_000))
    return path


def config_bomb(path: Path) -> Path:
    path = path / "model.keras"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("config.json", b" " * 300_000_000 + json.dumps(GOOD).encode())
    return path


def _edited(path: Path, edit: Callable[[bytearray, int], None]) -> Path:
    """An archive whose central directory says something else of `config.json`."""
    path = archive(path)
    data = bytearray(path.read_bytes())
    place = data.rindex(b"config.json") - 46
    assert data[place : place + 4] == b"PK\x01\x02"
    edit(data, place)
    path.write_bytes(bytes(data))
    return path


def encrypted(path: Path) -> Path:
    return _edited(path, lambda data, at: struct.pack_into("<H", data, at + 8, 1))


def lying(path: Path) -> Path:
    """The directory promises fewer bytes than there are."""

    def edit(data: bytearray, at: int) -> None:
        struct.pack_into("<II", data, at + 20, 10, 10)

    return _edited(path, edit)


def overlapping(path: Path) -> Path:
    """Two members that are the same bytes."""

    def edit(data: bytearray, at: int) -> None:
        struct.pack_into("<I", data, at + 42, 0)

    return _edited(path, edit)


def cut(path: Path) -> Path:
    path = archive(path)
    path.write_bytes(path.read_bytes()[:-200])
    return path


def cut_weights(path: Path) -> Path:
    return archive(path, weights=hdf5()[:1500])


def raw(name: str, content: bytes) -> Made:
    def made(path: Path) -> Path:
        (path / name).write_bytes(content)
        return path / name

    return made


def external(file: Any) -> None:
    file.create_dataset("layers/dense/vars/2", (16,), "uint8", external=[("/etc/passwd", 0, 16)])


def external_link(file: Any) -> None:
    file["layers/dense/vars/2"] = h5py.ExternalLink("/etc/passwd", "/x")


def soft_link(file: Any) -> None:
    file["layers/dense/vars/2"] = h5py.SoftLink("/layers/dense/vars/0")


def hard_link(file: Any) -> None:
    file["layers/again"] = file["layers"]


def virtual(file: Any) -> None:
    layout = h5py.VirtualLayout((4,), "float32")
    layout[:] = h5py.VirtualSource("/etc/passwd", "x", (4,))
    file.create_virtual_dataset("layers/dense/vars/2", layout)


def shape_bomb(file: Any) -> None:
    file.create_dataset("layers/dense/vars/2", (200_000_000,), "float32")


def filtered(file: Any) -> None:
    file.create_dataset("layers/dense/vars/2", data=np.zeros(100_000), compression="gzip")


def references(file: Any) -> None:
    file.create_dataset("layers/dense/vars/2", data=file["layers"].ref, dtype=h5py.ref_dtype)


def not_finite(file: Any) -> None:
    file["layers/dense/vars/1"][...] = np.nan


def nested_bomb(path: Path) -> Path:
    """A model in a model in a model …, each called four times: 4 to the 12th layers in a few kilobytes."""
    inner = functional(layer("Dense", "dense", "in", units=2), name="m0")
    for depth in range(1, 12):
        calls = [{**inner, "name": "inner", "inbound_nodes": []}]
        for _ in range(4):
            before = "in"
            calls[0]["inbound_nodes"].append(layer("Dense", "x", before)["inbound_nodes"][0])
        inner = functional(*calls, output="inner", name=f"m{depth}")
    return archive(path, inner)


LAMBDA = {
    "class_name": "__lambda__",
    "config": {"code": "4wEAAAAAAAAAAAAAAAIAAAADAAAA8wwAAACXAHwAZAF6BQAAUwA=", "defaults": None},
}
OLD_LAMBDA = ["4wEAAAAAAAAAAAAAAAIAAAADAAAA8wwAAACXAHwAZAF6BQAAUwA=\n", None, None]
REFERENCE = {"module": "keras.config", "class_name": "function", "config": "set_floatx", "registered_name": "function"}

BAD: dict[str, tuple[Made, str, int]] = {
    "an empty file": (raw("model.keras", b""), "model_file_unknown", 415),
    "a pickle": (raw("model.h5", b"\x80\x04\x95cos\nsystem\n"), "model_file_unknown", 415),
    "a text": (raw("model.json", b"hello"), "model_file_unknown", 415),
    "a cut archive": (cut, "archive_damaged", 415),
    "no archive": (raw("model.keras", b"PK\x03\x04" + bytes(100)), "archive_damaged", 415),
    "a path that leads out": (member("../../outside.txt"), "member_outside", 422),
    "an absolute path": (member("/tmp/outside.txt"), "member_outside", 422),
    "a path of another system": (member("..\\outside.txt"), "member_outside", 422),
    "a link in the archive": (member("assets/x/vocabulary.txt", b"/etc/passwd", link=True), "member_link", 422),
    "a file that no model has": (member("setup.py"), "member_unknown", 422),
    "the configuration twice": (member("config.json", json.dumps(GOOD).encode()), "member_twice", 422),
    "a password": (encrypted, "member_encrypted", 422),
    "a bomb of weights": (bomb, "member_bomb", 413),
    "a bomb of a configuration": (config_bomb, "member_too_large", 413),
    "thousands of members": (many, "archive_too_many", 413),
    "members that overlap": (overlapping, "member_overlaps", 422),
    "a directory that lies": (lying, "archive_damaged", 415),
    "a SavedModel": (member("saved_model.pb"), "archive_of_another", 422),
    "a PyTorch checkpoint": (member("archive/data.pkl"), "archive_of_another", 422),
    "no configuration": (raw("model.keras", b"PK\x05\x06" + bytes(18)), "archive_without_config", 422),
    "JSON that is none": (in_json('{"class_name": '), "not_json", 400),
    "one name twice": (
        in_json('{"class_name": "Functional", "class_name": "Sequential", "config": {}}'),
        "duplicate_key",
        400,
    ),
    "brackets without end": (in_json('{"config": ' + "[" * 100_000 + "]" * 100_000 + "}"), "too_deeply_nested", 400),
    "a number without end": (in_json('{"config": ' + "9" * 5000 + "}"), "number_too_long", 400),
    "NaN": (in_json(json.dumps(functional(layer("Dropout", "drop", "in", rate=float("nan"))))), "not_finite", 422),
    "1e999": (in_json('{"class_name": "Sequential", "config": {"layers": [1e999]}}'), "not_finite", 422),
    "half a character": (
        in_json('{"class_name": "Sequential", "config": {"name": "\\ud800", "layers": []}}'),
        "not_text",
        422,
    ),
    "a million values": (in_json('{"config": [' + "0," * 700_000 + "0]}"), "config_too_large", 413),
    "no layers": (in_json('{"class_name": "MyModel", "config": {"width": 3}}'), "model_without_layers", 422),
    "layers that are none": (
        in_json('{"class_name": "Sequential", "config": {"layers": [3]}}'),
        "model_malformed",
        422,
    ),
    "a layer fed by nothing": (in_config(functional(layer("Dense", "a", "ghost", units=1))), "model_malformed", 422),
    "a circle": (
        in_config(functional(layer("Dense", "a", "b", units=1), layer("Dense", "b", "a", units=1))),
        "model_malformed",
        422,
    ),
    "models in models in models": (nested_bomb, "too_many_nodes", 413),
    "bytecode": (in_config(functional(layer("Lambda", "evil", "in", function=LAMBDA))), "model_holds_code", 422),
    "bytecode as an activation": (
        in_config(functional(layer("Dense", "evil", "in", units=1, activation={"value": OLD_LAMBDA}))),
        "model_holds_code",
        422,
    ),
    "bytecode in an .h5": (
        legacy(functional(layer("Lambda", "evil", "in", function=OLD_LAMBDA))),
        "model_holds_code",
        422,
    ),
    "a function by its name": (
        in_config(functional(layer("Lambda", "evil", "in", function=REFERENCE))),
        "model_holds_code",
        422,
    ),
    "a SavedModel as a layer": (
        in_config(functional(layer("TFSMLayer", "evil", "in", filepath="/tmp/saved"))),
        "model_holds_code",
        422,
    ),
    "a vocabulary by its path": (
        in_config(functional(layer("StringLookup", "evil", "in", vocabulary="/etc/passwd"))),
        "model_holds_code",
        422,
    ),
    "weights in another file": (in_weights(external), "hdf5_elsewhere", 422),
    "a link to another file": (in_weights(external_link), "hdf5_link", 422),
    "a soft link": (in_weights(soft_link), "hdf5_link", 422),
    "an object twice": (in_weights(hard_link), "hdf5_link", 422),
    "a virtual dataset": (in_weights(virtual), "hdf5_elsewhere", 422),
    "a shape without numbers": (in_weights(shape_bomb), "hdf5_bomb", 413),
    "a filter": (in_weights(filtered), "hdf5_filter", 422),
    "references": (in_weights(references), "hdf5_not_numbers", 422),
    "cut weights": (cut_weights, "hdf5_damaged", 415),
    "weights alone": (raw("model.h5", hdf5()), "h5_without_config", 422),
}
"""What it is → how it is made, the code of its problem, and the status."""
