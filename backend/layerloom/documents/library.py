"""A person's library: blocks kept under a name, to be put into any project. Rows in and out; a block of somebody else is the same as none."""

import secrets
import time

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer

from layerloom.db.tables import SavedBlock
from layerloom.documents.projects import clean_name
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import Graph

MOST = 200
"""Kept by one person."""


def listing(session: Session, owner: str) -> list[SavedBlock]:
    """By name, without the graphs themselves."""
    rows = select(SavedBlock).where(SavedBlock.owner_id == owner).options(defer(SavedBlock.graph))
    return list(session.scalars(rows.order_by(SavedBlock.name, SavedBlock.created_at, SavedBlock.id)))


def save(session: Session, owner: str, name: str, graph: Graph) -> SavedBlock:
    """`graph` holds one block and what stands in it. Raises Refused: 422 for another graph or a name that cannot be, 409 for one too many."""
    name = clean_name(name)
    outer = [id for id, node in graph.nodes.items() if node.block not in graph.nodes]
    if len(outer) != 1 or graph.nodes[outer[0]].type != "block":
        received = ", ".join(graph.nodes[id].name for id in outer)[:100] or "nothing"
        raise Refused(problem("no_block_to_save", {"received": received}, place="graph", evidence=received))
    there = select(func.count()).select_from(SavedBlock).where(SavedBlock.owner_id == owner)
    if session.execute(there).scalar_one() >= MOST:
        raise Refused(problem("too_many_saved_blocks", {"most": MOST}), status=409)
    row = SavedBlock(
        id=secrets.token_hex(8),
        owner_id=owner,
        name=name,
        layers=sum(node.type in ("layer", "op") for node in graph.nodes.values()),
        graph=graph.model_dump(mode="json"),
        created_at=time.time(),
    )
    session.add(row)
    session.flush()
    return row


def find(session: Session, owner: str, block: str) -> SavedBlock:
    """Raises Refused (404)."""
    row = session.get(SavedBlock, block)
    if row is None or row.owner_id != owner:
        raise Refused(problem("unknown_saved_block", evidence=block[:64]), status=404)
    return row


def delete(session: Session, owner: str, block: str) -> None:
    """A second time it changes nothing."""
    row = session.get(SavedBlock, block)
    if row is not None and row.owner_id == owner:
        session.delete(row)
