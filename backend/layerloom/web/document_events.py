"""The document's four socket events: opening a project, an edit, what a page says of itself, leaving.

Whether the person may is asked once at the door and remembered with the open page; the edit itself is judged by its room.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask_socketio import join_room, leave_room

from layerloom.documents import presence
from layerloom.documents.parts import part_in
from layerloom.documents.presence import Member
from layerloom.documents.room import Room
from layerloom.documents.writing import Writer
from layerloom.graph.problems import Refused, problem
from layerloom.web import permissions, shapes
from layerloom.web.access import Visitor
from layerloom.web.admission import admitted_part, not_allowed
from layerloom.web.site import Site

if TYPE_CHECKING:
    from layerloom.web.sockets import Sockets

COMMIT_SECONDS = 15.0


class DocumentEvents:
    def __init__(self, site: Site, sockets: "Sockets") -> None:
        self._site, self._sockets = site, sockets

    def join(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        project, epoch, client = text(data, "project"), data.get("epoch"), _client(data)
        part = admitted_part(self._site, visitor, permissions.EVENTS["document_join"], project, None)
        with self._site.rooms.use(project, visitor.user) as room, room.lock:
            joined = room.join(epoch if isinstance(epoch, str) else None, data.get("state_vector"))
            self._take_place(room, sid, visitor, client)
            color = presence.color_for(visitor.user, room.members.values())
            member = Member(Writer(visitor.user, visitor.name, part.role), part, color, client)
            room.members[sid] = member
            if not self._sockets.is_open(sid):  # shut out while it came in
                room.members.pop(sid)
                raise _not_inside(project)
            join_room(f"project:{project}")
            others = [each for each in room.members.values() if each is not member and each.state is not None]
            self._site.parts["inference"].greet(room, sid)
            here = presence.told(others)
            if client is not None:
                member.say({})
                self._tell(room, member, sid)
        return {
            "epoch": joined.epoch,
            "update": joined.update,
            "state_vector": joined.state_vector,
            "stored": True,
            "awareness": here,
            **_who(visitor, member),
        }

    def update(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        room, member = self._inside(sid, visitor, data, "document_update")
        if data.get("epoch") != room.epoch:
            raise Refused(
                problem("other_epoch", evidence=str(data.get("epoch"))[:64]),
                status=409,
            )
        with room.lock:
            if room.members.get(sid) is not member:  # left, or shut out meanwhile
                raise _not_inside(room.project)
            stored, parts = room.apply(data.get("update"), text(data, "id"), member.writer)
        if parts:
            self._sockets.spread(room, data["update"], parts, skip=sid)
        try:
            stored.result(COMMIT_SECONDS)
        except Exception as error:
            raise Refused(
                problem("not_stored", form="edit", evidence=type(error).__name__),
                status=503,
            ) from error
        return {"stored": True}

    def awareness(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        room, member = self._inside(sid, visitor, data, "document_awareness")
        with room.lock:
            new = presence.hear(member, data.get("update"))
        if new:
            self._tell(room, member, sid)
        return {}

    def leave(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        project = text(data, "project")
        if self.left(sid, project):
            leave_room(f"project:{project}")
        return {}

    # ── for the sockets ──────────────────────────────────────────────────────────────────────────

    def left(self, sid: str, project: str | None = None) -> bool:
        """Takes a page out of one project or of all, and says so to the others."""
        gone = self._site.rooms.leave(sid, project)
        for room, member in gone:
            if member.state is not None:
                member.say(None)
                self._tell(room, member, sid)
        return bool(gone)

    def look_again(self, sid: str, visitor: Visitor) -> bool:
        """A part or a name may have changed. False when the person has no part any more in a project that is open here."""
        for room in self._site.rooms.inside(sid):
            with self._site.database.read() as session:
                part = part_in(session, visitor.user, room.project)
            if part is None:
                return False
            with room.lock:
                member = room.members.get(sid)
                writer = Writer(visitor.user, visitor.name, part.role)
                if member is None or (member.part == part and member.writer == writer):
                    continue
                member.part, member.writer = part, writer
                if member.state is not None:
                    member.say(member.state)
            self._tell(room, member, sid)
            self._sockets.emit("document_you", {"project": room.project, **_who(visitor, member)}, sid)
        return True

    def _tell(self, room: Room, member: Member, skip: str) -> None:
        told = {"project": room.project, "update": presence.told([member])}
        self._sockets.emit("document_awareness", told, f"project:{room.project}", skip)

    def _inside(self, sid: str, visitor: Visitor, data: dict[str, Any], event: str) -> tuple[Room, Member]:
        project, action = text(data, "project"), permissions.EVENTS[event]
        room = self._site.rooms.joined(project, sid)
        member = room.members.get(sid) if room is not None else None
        if room is None or member is None or member.writer.user != visitor.user:
            raise _not_inside(project)
        if member.part.over:
            self._sockets.look_again(visitor.user)
            if room.members.get(sid) is not member:
                raise _not_inside(project)
        if not permissions.grants(member.part.role, member.part.may_train, action):
            raise not_allowed(member.part.role, action)
        return room, member

    def _take_place(self, room: Room, sid: str, visitor: Visitor, client: int | None) -> None:
        """A page that comes back takes the place it had; nobody takes another's."""
        for other, member in list(room.members.items()):
            if client is None or member.client != client or other == sid:
                continue
            if member.writer.user != visitor.user:
                raise Refused(
                    problem("client_taken", evidence=str(client)),
                    status=409,
                )
            room.members[other] = replace(member, client=None, state=None)


def _who(visitor: Visitor, member: Member) -> dict[str, Any]:
    """What a page is told of its own person: the name they go by and what they may do here."""
    you = shapes.User(id=visitor.user, name=visitor.name, role=visitor.role)
    part = member.part
    may_code = permissions.allows(visitor.role, "project.code") and permissions.grants(part.role, False, "project.code")
    who = shapes.Joined(part=part.role, may_train=part.may_train, may_code=may_code, you=you, color=member.color)
    return who.model_dump(mode="json")


def _client(data: dict[str, Any]) -> int | None:
    value = data.get("client")
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53:
        return value
    raise Refused(problem("bad_field", form="client", place="client"))


def _not_inside(project: str) -> Refused:
    return Refused(
        problem("not_joined", evidence=project[:64]),
        status=404,
    )


def text(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    if isinstance(value, str) and 0 < len(value) <= 100:
        return value
    raise Refused(problem("bad_field", {"name": name}, form="text", place=name))
