"""A token in the printed address → a session on the server, known by a cookie. As Jupyter does it.

The table holds only a digest of the cookie. Which action a visitor may do is `permissions`' to say.
"""

import hashlib
import os
import secrets
import threading
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, update

from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER, Session, User

LIFE_SECONDS = 30 * 24 * 3600
SEEN_EVERY_SECONDS = 3600
CSRF_HEADER = "X-Layerloom-CSRF"


@dataclass(frozen=True, slots=True)
class Visitor:
    user: str
    name: str
    role: str
    csrf: str
    session: str
    """Digest of the cookie: the session's key in the table."""


def cookie_name(port: int) -> str:
    """Browsers keep cookies by host without the port: two Layerlooms on one machine must not sign each other out."""
    return f"layerloom-{port}"


def token(file: Path) -> str:
    """The token of a home, made at first use and readable by its owner alone."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        found = file.read_text().strip()
        if found:
            file.chmod(0o600)
            return found
        file.unlink()
        return token(file)
    with os.fdopen(handle, "w") as stream:
        made = secrets.token_urlsafe(32)
        stream.write(made)
    return made


def same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


class Sessions:
    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, user: str = LOCAL_OWNER, instead_of: str | None = None) -> str:
        """Makes a session and returns its cookie; the cookie brought along, if any, is worth nothing afterwards."""
        secret, now = secrets.token_urlsafe(32), time.time()
        row = Session(
            id=digest(secret),
            user_id=user,
            csrf=secrets.token_urlsafe(24),
            created_at=now,
            seen_at=now,
            expires_at=now + LIFE_SECONDS,
        )
        with self._database.write() as session:
            session.execute(delete(Session).where(Session.expires_at < now))
            if instead_of:
                session.execute(delete(Session).where(Session.id == digest(instead_of)))
            session.add(row)
        return secret

    def find(self, secret: str | None) -> Visitor | None:
        """Whose cookie this is; None when it is nobody's, ended or too old."""
        return self.look(digest(secret)) if secret else None

    def look(self, key: str) -> Visitor | None:
        now = time.time()
        with self._database.read() as session:
            row = session.get(Session, key)
            user = session.get(User, row.user_id) if row else None
        if row is None or user is None or row.expires_at < now:
            return None
        if now - row.seen_at > SEEN_EVERY_SECONDS:
            with self._database.write() as session:
                seen = update(Session).where(Session.id == key).values(seen_at=now, expires_at=now + LIFE_SECONDS)
                session.execute(seen)
        return Visitor(user.id, user.name, user.role, row.csrf, row.id)

    def end(self, key: str) -> None:
        with self._database.write() as session:
            session.execute(delete(Session).where(Session.id == key))


class Throttle:
    """At most `times` in `seconds` for each key, forgotten by itself."""

    def __init__(self, times: int, seconds: float) -> None:
        self._times, self._seconds = times, seconds
        self._seen: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def allows(self, key: str) -> bool:
        now = time.monotonic()
        with self._lock:
            if len(self._seen) > 10_000:
                self._seen = {each: seen for each, seen in self._seen.items() if seen[-1] > now - self._seconds}
            seen = self._seen.setdefault(key, deque(maxlen=self._times))
            if len(seen) == self._times and seen[0] > now - self._seconds:
                return False
            seen.append(now)
            return True
