"""A person's library of blocks over HTTP: what is kept, one of it whole, one more, one less. Puts nothing into a project: that is an edit of a page."""

from typing import Any

from flask import Blueprint, request

from layerloom.db.tables import SavedBlock
from layerloom.documents import library as rows
from layerloom.graph.upgrades import open_graph
from layerloom.web import shapes, wire
from layerloom.web.site import site, visitor

library = Blueprint("library", __name__, url_prefix="/api/blocks")


@library.get("")
def listing() -> dict[str, Any]:
    with site().database.read() as session:
        found = tuple(_shape(row) for row in rows.listing(session, visitor().user))
    return shapes.SavedBlocks(blocks=found).model_dump(mode="json")


@library.post("")
def save() -> tuple[dict[str, Any], int]:
    body = wire.body(request)
    name, given = wire.field(body, "name", str), wire.field(body, "graph", dict)
    graph = open_graph(given)
    with site().database.write() as session:
        kept = _shape(rows.save(session, visitor().user, name, graph))
    return kept.model_dump(mode="json"), 201


@library.get("/<block>")
def show(block: str) -> dict[str, Any]:
    """With its graph, as a newer Layerloom writes it."""
    with site().database.read() as session:
        row = rows.find(session, visitor().user, block)
        found = shapes.SavedBlockWithGraph(**_shape(row).model_dump(), graph=open_graph(row.graph))
    return found.model_dump(mode="json")


@library.delete("/<block>")
def delete(block: str) -> tuple[str, int]:
    with site().database.write() as session:
        rows.delete(session, visitor().user, block)
    return "", 204


def _shape(row: SavedBlock) -> shapes.SavedBlock:
    return shapes.SavedBlock(id=row.id, name=row.name, layers=row.layers, created_at=row.created_at)
