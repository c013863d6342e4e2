"""The first rows of a set that needs no upload, as a child makes them: what the data panel shows. Remembers the last it was told."""

from functools import lru_cache
from typing import Any

from flask import Blueprint, request
from pydantic import TypeAdapter, ValidationError

from layerloom.datasets import registry
from layerloom.graph.problems import Refused
from layerloom.graph.schema import BuiltinData, CsvData, DataSource, GeneratedData
from layerloom.graph.upgrades import field_problems
from layerloom.web import data_rows, shapes, wire
from layerloom.web.asking import ask
from layerloom.web.site import site

samples = Blueprint("samples", __name__, url_prefix="/api")
SOURCE: TypeAdapter[DataSource] = TypeAdapter(DataSource)
ROWS = 12
SECONDS = 30.0
ENTRY = "layerloom.datasets.sample:sample"
"""Named, not imported: it makes arrays."""


@samples.post("/sample")
def show() -> dict[str, Any]:
    try:
        source = SOURCE.validate_python(wire.field(wire.body(request), "data", dict))
    except ValidationError as error:
        raise Refused(*field_problems(error, "data")) from None
    if isinstance(source, CsvData):
        raise Refused(data_rows.unknown(source.file_name))
    registry.spec(source, site().settings.home)  # refused here, and not in a child
    return _made(source)


@lru_cache(maxsize=64)
def _made(source: BuiltinData | GeneratedData) -> dict[str, Any]:
    answer = ask(ENTRY, {"source": source.model_dump(mode="json"), "rows": ROWS}, SECONDS)
    return shapes.Preview.model_validate(answer).model_dump(mode="json")
