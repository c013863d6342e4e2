"""A graph's data source and its owner → the DataSpec. An uploaded file of somebody else is the same as none."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from layerloom.datasets import registry
from layerloom.db.tables import Dataset
from layerloom.documents.projects import listing as projects_of
from layerloom.graph.data import DataSpec
from layerloom.graph.problems import Problem, Refused, problem
from layerloom.graph.schema import DataSource, UploadedData
from layerloom.web.site import Site


def spec_of(site: Site, owner: str, source: DataSource) -> DataSpec:
    """Raises Refused (422) when there is no such data set, or not of this owner."""
    if isinstance(source, UploadedData):
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


def shared(site: Site, user: str) -> list[tuple[str, Dataset]]:
    """Files of others which a project shared with this person uses just now, each with its owner. Their rows stay unseen."""
    found = []
    with site.database.read() as session:
        projects = [row for row in projects_of(session, user) if row.owner_id != user]
    for project in projects:
        with site.rooms.use(project.id, user) as room:
            source = room.graph().training.data
        if isinstance(source, UploadedData):
            with site.database.read() as session:
                row = find(session, project.owner_id, source.id)
            if row is not None:
                found.append((project.owner_id, row))
    return found


def unknown(name: str) -> Problem:
    return problem("unknown_dataset", {"name": name[:100]}, form="yours", place="data", evidence=name[:100])
