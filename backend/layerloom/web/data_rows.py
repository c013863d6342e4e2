"""A graph's data source and its owner → the DataSpec. An uploaded file of somebody else is the same as none."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from layerloom.datasets import registry
from layerloom.db.tables import Dataset
from layerloom.graph.data import DataSpec
from layerloom.graph.problems import Problem, Refused, problem
from layerloom.graph.schema import CsvData, DataSource
from layerloom.web.site import Site


def spec_of(site: Site, owner: str, source: DataSource) -> DataSpec:
    """Raises Refused (422) when there is no such data set, or not of this owner."""
    if isinstance(source, CsvData):
        with site.database.read() as session:
            row = find(session, owner, source.id)
        if row is None:
            raise Refused(unknown(source.file_name))
    return registry.spec(source, site.settings.home)


def find(session: Session, owner: str, id: str) -> Dataset | None:
    row = session.get(Dataset, (id, owner))
    return row if row is not None and row.deleted_at is None else None


def listing(session: Session, owner: str) -> list[Dataset]:
    """Newest first."""
    mine = select(Dataset).where(Dataset.owner_id == owner, Dataset.deleted_at.is_(None))
    return list(session.execute(mine.order_by(Dataset.created_at.desc())).scalars())


def unknown(name: str) -> Problem:
    return problem(
        "unknown_dataset",
        "This data set is not here.",
        f"There is no data set “{name[:100]}” of yours. Choose another one, or upload the file again.",
        place="data",
        evidence=name[:100],
    )
