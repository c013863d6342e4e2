"""The first rows of a set that needs no upload, or some pictures of one's own, as a child makes them: what the data panel shows. Remembers the last it was told."""

from functools import lru_cache
from typing import Any

from flask import Blueprint, request
from pydantic import TypeAdapter, ValidationError

from layerloom.datasets import registry
from layerloom.graph.problems import Refused
from layerloom.graph.schema import BuiltinData, CsvData, DataSource, GeneratedData, ImagesData
from layerloom.graph.upgrades import field_problems
from layerloom.web import data_rows, shapes, wire
from layerloom.web.asking import ask
from layerloom.web.site import site, visitor

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
    data_rows.spec_of(site(), visitor().user, source)  # refused here, and not in a child
    return _made(source)


@lru_cache(maxsize=64)
def _made(source: BuiltinData | GeneratedData | ImagesData) -> dict[str, Any]:
    home = site().settings.home
    read = (registry.folder(home, source.id),) if isinstance(source, ImagesData) else ()
    request = {"source": source.model_dump(mode="json"), "rows": ROWS, "home": str(home)}
    answer = ask(ENTRY, request, SECONDS, read=read)
    return shapes.Preview.model_validate(answer).model_dump(mode="json")
