"""Where data comes from → what it holds. Reads no rows and imports no library that does: the web process calls this."""

from math import prod
from pathlib import Path
from typing import Literal

from layerloom.datasets import builtin, generated
from layerloom.graph.data import DataSpec
from layerloom.graph.problems import Problem, Refused, problem
from layerloom.graph.schema import BuiltinData, CsvData, DataSource, GeneratedData, ImagesData, UploadedData
from layerloom.words import Said, phrase

ZIP = "data.zip"
"""An uploaded zip in its folder."""
MOST_SIDE = 1024
MOST_BYTES = 2**31
"""Of all pictures of a set at the size they are asked for, a byte for each number: so much of them a run holds in memory."""


def folder(home: Path, id: str) -> Path:
    """Of an uploaded file: `home/datasets/<sha256>`. Raises Refused where the id is no sha256."""
    if len(id) != 64 or not set(id) <= set("0123456789abcdef"):
        raise Refused(_unknown(id), status=422)
    return home / "datasets" / id


def spec(source: DataSource, home: Path) -> DataSpec:
    """Everything that can be known of the data before a run.

    Raises Refused where there is no such data set, the number of rows or the noise cannot be made, or pictures are asked for at a
    size that is none.
    """
    if isinstance(source, UploadedData):
        path = folder(home, source.id) / "spec.json"
        if not path.is_file():
            raise Refused(_unknown(source.file_name), status=422)
        stored = DataSpec.model_validate_json(path.read_bytes())
        if (source.type == "images") != holds_pictures(stored):
            raise Refused(_unknown(source.file_name), status=422)
        return resized(stored, source) if isinstance(source, ImagesData) else stored
    if isinstance(source, BuiltinData):
        if source.name not in builtin.SPECS:
            raise Refused(_unknown(source.name), status=422)
        return builtin.SPECS[source.name]
    if source.name not in generated.SPECS:
        raise Refused(_unknown(source.name), status=422)
    most = generated.SPECS[source.name].most_rows or 0
    if not 10 <= source.rows <= most:
        raise Refused(
            problem("data_rows", {"most": most, "rows": source.rows}, place="rows", evidence=f"rows={source.rows}")
        )
    if not 0 <= source.noise <= 10:
        raise Refused(
            problem("data_noise", {"noise": str(source.noise)}, place="noise", evidence=f"noise={source.noise}")
        )
    return generated.spec(source)


def uploaded(id: str, file_name: str, spec: DataSpec) -> CsvData | ImagesData:
    """The source that an upload's description stands for, with the settings it begins with."""
    if not holds_pictures(spec):
        return CsvData(id=id, file_name=file_name)
    height, width, channels = spec.columns[0].shape or (0, 0, 0)
    color_mode: Literal["rgb", "grayscale"] = "grayscale" if channels == 1 else "rgb"
    return ImagesData(id=id, file_name=file_name, height=height, width=width, color_mode=color_mode)


def holds_pictures(spec: DataSpec) -> bool:
    """Of an upload."""
    return spec.row == "picture"


def resized(spec: DataSpec, source: ImagesData) -> DataSpec:
    """With pictures of the size that is asked for. Raises Refused where that is no size, or all of them would be too much."""
    for side, pixels in (("height", source.height), ("width", source.width)):
        if not 1 <= pixels <= MOST_SIDE:
            values: dict[str, Said] = {"side": phrase(f"picture-{side}"), "most": MOST_SIDE, "pixels": pixels}
            raise Refused(problem("picture_size", values, place=side, evidence=f"{side}={pixels}"))
    size = spec.rows * prod(source.shape)
    if size > MOST_BYTES:
        fits = int((MOST_BYTES / (spec.rows * source.shape[2])) ** 0.5)
        told: dict[str, Said] = {
            "size": round(size / 1e9, 1),
            "most": round(MOST_BYTES / 1e9, 1),
            "n": spec.rows,
            "fits": fits,
        }
        raise Refused(problem("pictures_too_large", told, place="height", evidence=f"{size} bytes"))
    picture, *others = spec.columns
    return spec.model_copy(update={"columns": (picture.model_copy(update={"shape": source.shape}), *others)})


def sources() -> tuple[BuiltinData | GeneratedData, ...]:
    """Every set that needs no upload, in the order in which it is offered."""
    return (
        *(BuiltinData(name=name) for name in builtin.SPECS),
        *map(generated.source, generated.SPECS),
    )


def _unknown(name: str) -> Problem:
    return problem("unknown_dataset", {"name": name}, place="data", evidence=name)
