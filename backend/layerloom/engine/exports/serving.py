"""A folder that serves the model from a container: the model as ONNX, or as a SavedModel where it reads texts; a small server that prepares
raw rows; a Dockerfile. Zipped.

Run again: the server itself is started on a loopback port and asked over HTTP with the person's rows as they are before preparation.
"""

import importlib.metadata
import json
import runpy
import shutil
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from typing import Any

import numpy as np

from layerloom.engine.exports import Needs, Runner, archives, onnx
from layerloom.engine.exports.signature import write_signature
from layerloom.engine.exports.subject import Arrays, Subject, storable
from layerloom.graph.learning import LEARNERS
from layerloom.graph.plan import LayerCall

FILE = "serving.zip"
RAW = "raw.json"
PORT = "port"
"""The loopback port that whoever runs it again was given."""
SERVER = Path(__file__).with_name("server.py")
START_SECONDS = 30.0
DOCKERFILE = """\
FROM python:3.12-slim
WORKDIR /srv
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY columns.json server.py ./
COPY {model} {copied}
USER nobody
EXPOSE 8080
HEALTHCHECK CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/healthz', timeout=2)"]
CMD ["python", "server.py", "--host", "0.0.0.0", "--port", "8080"]
"""
README = """\
# {name}

    docker build -t {tag} .
    docker run -p 8080:8080 {tag}

or, without Docker:

    pip install -r requirements.txt
    python server.py

Then:

    curl -d '{example}' http://localhost:8080/predict
"""


def write(subject: Subject, folder: Path) -> None:
    made = folder / "serving"
    made.mkdir()
    texts = reads_texts(subject)
    if texts:
        write_signature(subject, made / "model")
        (made / "model" / "fingerprint.pb").unlink(missing_ok=True)
    else:
        onnx.write(subject, made)
    shutil.copyfile(SERVER, made / "server.py")
    (made / "columns.json").write_text(json.dumps(_columns(subject), ensure_ascii=False, indent=1), encoding="utf-8")
    (made / "requirements.txt").write_text(
        "".join(
            f"{name}=={importlib.metadata.version(name)}\n"
            for name in ("numpy", "tensorflow" if texts else "onnxruntime")
        )
    )
    (made / "Dockerfile").write_text(
        DOCKERFILE.format(model="model" if texts else "model.onnx", copied="model/" if texts else "./")
    )
    tag = subject.model.name.replace("_", "-") or "model"
    readme = README.format(name=subject.plan.name, tag=tag, example=_example(subject).replace("'", "'\\''"))
    (made / "README.md").write_text(readme, encoding="utf-8")
    archives.pack(made, folder / FILE)
    shutil.rmtree(made)
    (folder / RAW).write_text(json.dumps(subject.raw))


def reads_texts(subject: Subject) -> bool:
    """Whether layers of the model look something up or learned a scale: ONNX has no words for that."""
    return any(isinstance(step.call, LayerCall) and step.call.layer in LEARNERS for step in subject.plan.steps)


def _columns(subject: Subject) -> dict[str, Any]:
    fitted = subject.fitted.inputs if subject.fitted else ()
    return {
        "inputs": [
            {
                "name": one.name,
                "port": subject.inputs[one.name],
                "raw": one.raw,
                "alone": one.alone,
                "columns": [c.model_dump(mode="json") for c in one.columns],
            }
            for one in fitted
        ],
        "outputs": [
            {"name": one.name, "port": subject.outputs[one.name], "classes": list(one.classes)}
            for one in subject.plan.outputs
        ],
    }


def _example(subject: Subject) -> str:
    if subject.raw:
        return json.dumps({"rows": subject.raw[:1]}, ensure_ascii=False)
    given = {port: storable(subject.rows[name])[:1].tolist() for name, port in subject.inputs.items()}
    return json.dumps({"inputs": given})


def runner(folder: Path) -> Runner:
    place = Path(tempfile.mkdtemp(dir=folder))
    archives.unpack(folder / FILE, place)
    port = int((folder / PORT).read_text())
    main = runpy.run_path(str(place / "serving" / "server.py"))["main"]
    threading.Thread(target=main, args=(["--port", str(port)],), name="server", daemon=True).start()
    address = f"http://127.0.0.1:{port}"
    _wait(address)
    raw = json.loads((folder / RAW).read_text())

    def run(rows: Arrays) -> Arrays:
        whole = len(raw) == len(next(iter(rows.values())))
        asked = {"rows": raw} if whole else {"inputs": {name: values.tolist() for name, values in rows.items()}}
        request = urllib.request.Request(f"{address}/predict", json.dumps(asked).encode())
        with urllib.request.urlopen(request, timeout=60) as answer:
            found = json.loads(answer.read())["outputs"]
        return {name: np.array(values, dtype="float64") for name, values in found.items()}

    return run


def smallest(folder: Path) -> Needs:
    place = Path(tempfile.mkdtemp(dir=folder))
    archives.unpack(folder / FILE, place)
    if (place / "serving" / "model").is_dir():
        return Needs("", f"TensorFlow {importlib.metadata.version('tensorflow')}")
    return onnx.smallest(place / "serving")


def _wait(address: str) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=2).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
