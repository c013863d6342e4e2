"""A room's graph → its inference, as patches to those inside. Newest wins; what is not known yet is asked of the worker.

Holds the memo of this process as plain data; imports no Keras. Each open room has one thread, so that no edit waits for another's.
"""

from layerloom.documents.room import Room
from layerloom.web.site import Site


class InferenceService:
    def __init__(self, site: Site) -> None:
        self._site = site

    def changed(self, room: Room) -> None: ...

    def greet(self, room: Room, sid: str) -> None: ...

    def closed(self, room: Room) -> None: ...
