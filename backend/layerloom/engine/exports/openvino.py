"""OpenVINO's intermediate form: an .xml with the network and a .bin with the weights, zipped."""

import re
import shutil
import tempfile
from pathlib import Path

import numpy as np

from layerloom.engine.exports import Needs, Runner, archives
from layerloom.engine.exports.signature import near, write_signature
from layerloom.engine.exports.subject import Arrays, Subject

FILE = "openvino.zip"
RELEASES = {
    8: "2022.1",
    9: "2022.2",
    10: "2022.3",
    11: "2023.0",
    12: "2023.1",
    13: "2023.2",
    14: "2024.0",
    15: "2024.5",
    16: "2025.0",
}
"""Operation set → the first OpenVINO that has it, from its own table; every one before is older than the file format."""


def write(subject: Subject, folder: Path) -> None:
    import openvino

    made = folder / "openvino"
    with tempfile.TemporaryDirectory(dir=folder) as place:
        write_signature(subject, Path(place))
        # Not `convert_model`: it asks `access()` by the whole path, which a jailed child may not pass.
        model = openvino.Core().read_model(near(place))
        openvino.save_model(model, near(made / "model.xml"), compress_to_fp16=False)
    archives.pack(made, folder / FILE)
    shutil.rmtree(made)


def runner(folder: Path) -> Runner:
    import openvino

    place = _unpacked(folder)
    # A processor with 16-bit units would use them: the file is proven in the precision that it holds.
    how = {"INFERENCE_PRECISION_HINT": "f32"}
    compiled = openvino.Core().compile_model(near(place / "model.xml"), "CPU", how)
    kinds = {input.get_any_name(): input.get_element_type().to_dtype() for input in compiled.inputs}
    names = {output: output.get_any_name() for output in compiled.outputs}

    def run(rows: Arrays) -> Arrays:
        found = compiled({name: values.astype(kinds[name]) for name, values in rows.items() if name in kinds})
        return {name: np.array(found[output]) for output, name in names.items()}

    return run


def smallest(folder: Path) -> Needs:
    text = (_unpacked(folder) / "model.xml").read_text(encoding="utf-8")
    opset = max([8, *map(int, re.findall(r'version="opset(\d+)"', text))])
    return Needs(RELEASES.get(opset, ""), f"opset{opset}")


def _unpacked(folder: Path) -> Path:
    place = Path(tempfile.mkdtemp(dir=folder))
    archives.unpack(folder / FILE, place)
    return place / "openvino"
