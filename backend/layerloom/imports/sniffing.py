"""The first bytes of a file and its name → what it is. Looks at nothing else."""

from pathlib import Path
from typing import Literal

from layerloom.graph.problems import Refused, problem
from layerloom.words import Said, phrase

Kind = Literal["keras", "h5", "json", "python"]

HDF5 = b"\x89HDF\r\n\x1a\n"
_STRANGERS = (
    (b"\x80\x02", "pickle"),
    (b"\x80\x03", "pickle"),
    (b"\x80\x04", "pickle"),
    (b"\x80\x05", "pickle"),
    (b"\x1f\x8b", "gzip"),
    (b"\x93NUMPY", "numpy"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"%PDF", "pdf"),
)
"""Magic → the word `file-<what>` for a file that is none of ours."""
HEAD = 4096


def kind_of(path: Path, file_name: str) -> Kind:
    """Raises Refused (415) for what can never be read here, saying what it seems to be."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    name = file_name.lower()
    if not head.strip():
        raise _unknown(file_name, "empty")
    if head.startswith(HDF5):
        return "h5"
    if head.startswith(b"PK"):
        return "keras"
    if head[4:8] == b"TFL3":
        raise _unknown(file_name, "tflite")
    for magic, what in _STRANGERS:
        if head.startswith(magic):
            raise _unknown(file_name, what)
    if name.endswith(".py"):
        return "python"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return "json"
    if name.endswith((".pb", ".onnx")):
        raise _unknown(file_name, "savedmodel" if name.endswith(".pb") else "onnx")
    raise _unknown(file_name, "bytes" if b"\x00" in head else "text")


def _unknown(file_name: str, what: str) -> Refused:
    values: dict[str, Said] = {"name": file_name, "what": phrase(f"file-{what}")}
    return Refused(problem("model_file_unknown", values, place="file", evidence=what), status=415)
