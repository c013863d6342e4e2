"""Answers predictions of the model beside it over HTTP: `model.onnx`, or a SavedModel in `model`.

Start:  python server.py --port 8080
Ask:    curl -d '{"rows": [{"column": value, …}]}' http://localhost:8080/predict      rows as the model was trained on, by column
or:     curl -d '{"inputs": {"name": [[…]]}}' http://localhost:8080/predict           numbers as the model itself takes them
Needs:  pip install -r requirements.txt
"""

import argparse
import json
import os
import signal
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
MOST_BYTES = 32_000_000
MOST_ROWS = 10_000
DTYPES = {"tensor(float)": "float32", "tensor(int32)": "int32", "tensor(int64)": "int64", "tensor(bool)": "bool"}


class Wrong(Exception):
    """What was asked cannot be answered; the message says what is wanted."""


class Onnx:
    def __init__(self, path: Path) -> None:
        import onnxruntime

        self.session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        self.dtypes = {one.name: DTYPES.get(one.type, "object") for one in self.session.get_inputs()}

    def run(self, given: dict[str, Any]) -> dict[str, Any]:
        names = [one.name for one in self.session.get_outputs()]
        return dict(zip(names, self.session.run(names, given), strict=True))


class SavedModel:
    def __init__(self, path: Path) -> None:
        import tensorflow as tf

        self.tf, self.loaded = tf, tf.saved_model.load(os.path.relpath(path))
        self.signature = self.loaded.signatures["serve" if "serve" in self.loaded.signatures else "serving_default"]
        specs = self.signature.structured_input_signature[1]
        self.dtypes = {name: "object" if one.dtype == tf.string else one.dtype.name for name, one in specs.items()}

    def run(self, given: dict[str, Any]) -> dict[str, Any]:
        found = self.signature(**{name: self.tf.constant(values) for name, values in given.items()})
        return {name: value.numpy() for name, value in found.items()}


class Model:
    def __init__(self, folder: Path) -> None:
        onnx = folder / "model.onnx"
        self.session: Any = Onnx(onnx) if onnx.is_file() else SavedModel(folder / "model")
        self.told = json.loads((folder / "columns.json").read_text(encoding="utf-8"))
        self.dtypes = self.session.dtypes

    def predict(self, asked: Any) -> dict[str, Any]:
        """{"outputs": {name: rows}} and, where an output tells classes apart, {"classes": {name: the likeliest of each row}}."""
        if not isinstance(asked, dict) or len(asked.keys() & {"rows", "inputs"}) != 1:
            raise Wrong('Send {"rows": [{column: value, …}, …]} or {"inputs": {name: rows}}.')
        given = self._prepared(asked["rows"]) if "rows" in asked else self._taken(asked["inputs"])
        count = {len(values) for values in given.values()}
        if len(count) != 1 or not 1 <= count.copy().pop() <= MOST_ROWS:
            raise Wrong(f"Every input needs the same number of rows, from 1 to {MOST_ROWS}.")
        try:
            found = self.session.run(given)
        except Exception as error:
            raise Wrong(f"The model takes other numbers: {str(error)[:300]}") from None
        classes = {one["port"]: one["classes"] for one in self.told["outputs"] if one["classes"]}
        return {
            "outputs": {name: plain(values) for name, values in found.items()},
            "classes": {name: likeliest(found[name], known) for name, known in classes.items() if name in found},
        }

    def _taken(self, inputs: Any) -> dict[str, Any]:
        if not isinstance(inputs, dict) or inputs.keys() != self.dtypes.keys():
            raise Wrong(f"The inputs are {', '.join(self.dtypes)}.")
        try:
            return {name: np.asarray(values, self.dtypes[name]) for name, values in inputs.items()}
        except (ValueError, TypeError, OverflowError) as error:
            raise Wrong(f"An input is no array of numbers: {str(error)[:200]}") from None

    def _prepared(self, rows: Any) -> dict[str, Any]:
        if not self.told["inputs"]:
            raise Wrong('This model was trained without columns: send {"inputs": {name: rows}}.')
        if (
            not isinstance(rows, list)
            or not 1 <= len(rows) <= MOST_ROWS
            or not all(isinstance(row, dict) for row in rows)
        ):
            raise Wrong(f"`rows` is a list of 1 to {MOST_ROWS} objects, each with a value for every column.")
        wanted = {column["name"] for entry in self.told["inputs"] for column in entry["columns"]}
        for row in rows:
            if missing := wanted - row.keys():
                raise Wrong(f"A row has no {sorted(missing)[0]!r}. The columns are {', '.join(sorted(wanted))}.")
        found = {}
        for entry in self.told["inputs"]:
            if entry.get("raw"):
                cells = [
                    raw(column, [row[column["name"]] for row in rows], entry["raw"]) for column in entry["columns"]
                ]
                found[entry["port"]] = cells[0] if entry["alone"] else np.stack(cells, axis=1)
                continue
            parts = [prepared(column, [row[column["name"]] for row in rows]) for column in entry["columns"]]
            values = parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1)
            found[entry["port"]] = values.astype(self.dtypes.get(entry["port"], values.dtype))
        return found


def raw(column: dict[str, Any], cells: list[Any], dtype: str) -> Any:
    """Cells as the model reads them itself: texts, or whole numbers; a category that is not known is [UNK], or -1."""
    try:
        if dtype == "string":
            known = set(column["categories"])
            texts = ["" if cell is None else str(cell) for cell in cells]
            return np.array([text if not known or text in known else "[UNK]" for text in texts], object)
        if column["kind"] == "category":
            known = set(column["categories"])
            return np.array([int(cell) if str(cell) in known else -1 for cell in cells], "int64")
        values = np.array([np.nan if cell is None else cell for cell in cells], "float64")
        return np.rint(np.where(np.isnan(values), column["fill"] or 0.0, values)).astype("int64")
    except (ValueError, TypeError, OverflowError) as error:
        raise Wrong(f"Column {column['name']!r}: {str(error)[:200]}") from None


def prepared(column: dict[str, Any], cells: list[Any]) -> Any:
    """One column's cells → what the model takes, by the constants that training found."""
    try:
        if column["kind"] == "category":
            places = {name: place for place, name in enumerate(column["categories"])}
            codes = np.array([places.get(str(cell), -1) for cell in cells])
            return (codes[:, None] == np.arange(len(places))).astype("float32")
        if column["kind"] == "text":
            places = {word: place for place, word in enumerate(column["vocabulary"], 2)}
            ids = np.zeros((len(cells), column["length"]), "int32")
            for row, text in enumerate(cells):
                found = [places.get(word, 1) for word in str(text).lower().split()[: column["length"]]]
                ids[row, : len(found)] = found
            return ids
        if column["kind"] == "picture":
            return (np.asarray(cells, "float32") - np.float32(column["mean"])) / np.float32(column["scale"])
        values = np.asarray(cells, "float64")
        if column["fill"] is not None:
            values = np.where(np.isnan(values), column["fill"], values)
        scaled = ((values - column["mean"]) / column["scale"]).astype("float32")
        return scaled if column["kind"] == "series" else scaled[:, None]
    except (ValueError, TypeError, OverflowError) as error:
        raise Wrong(f"Column {column['name']!r}: {str(error)[:200]}") from None


def plain(values: Any) -> Any:
    """As JSON can say it: what is no finite number is null."""
    array = np.asarray(values)
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        array = array.astype(object)
        array[~np.isfinite(array.astype("float64"))] = None
    return array.tolist()


def likeliest(values: Any, classes: list[str]) -> list[str]:
    array = np.asarray(values)
    if array.ndim == 2 and array.shape[1] == len(classes):
        return [classes[place] for place in array.argmax(1)]
    return [classes[int(value > 0.5)] for value in array.reshape(len(array), -1)[:, 0]] if len(classes) == 2 else []


class Answer(BaseHTTPRequestHandler):
    model: Model
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/healthz":
            self.say(200, {"status": "ok"})
        elif self.path == "/":
            self.say(200, self.model.told)
        else:
            self.say(404, {"error": "There are /, /healthz and /predict."})

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > MOST_BYTES:
            self.close_connection = True
            return self.say(413, {"error": f"A request has a length, and at most {MOST_BYTES} bytes."})
        body = self.rfile.read(int(length))
        if self.path != "/predict":
            return self.say(404, {"error": "There are /, /healthz and /predict."})
        try:
            return self.say(200, self.model.predict(json.loads(body)))
        except (ValueError, RecursionError):
            return self.say(400, {"error": "The request is no JSON."})
        except Wrong as error:
            return self.say(422, {"error": str(error)})

    def say(self, status: int, what: dict[str, Any]) -> None:
        data = json.dumps(what, allow_nan=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: Any) -> None:
        print(f"{self.address_string()} {format % arguments}", flush=True)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080)
    given = parser.parse_args(arguments)
    Answer.model = Model(HERE)
    server = ThreadingHTTPServer((given.host, given.port), Answer)
    if threading.current_thread() is threading.main_thread():
        stop = threading.Thread(target=server.shutdown, daemon=True)
        signal.signal(signal.SIGTERM, lambda *_: stop.start())
    print(f"Listening on http://{given.host}:{server.server_port}", flush=True)
    server.serve_forever()
    server.server_close()


if __name__ == "__main__":
    main()
