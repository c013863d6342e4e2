"""Whether this process serves and reaches its database. Tells nothing else to whoever asks."""

from flask import Blueprint
from sqlalchemy import text

from layerloom.web.site import site

health = Blueprint("health", __name__)


@health.get("/healthz")
def healthz() -> dict[str, str]:
    with site().database.read() as session:
        session.execute(text("SELECT 1"))
    return {"status": "ok"}
