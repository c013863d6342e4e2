"""A multipart body as it arrives → its one file, as a stream. Keeps nothing of it in memory or in a temporary file."""

from typing import IO

from flask import Request
from werkzeug.sansio.multipart import Data, Epilogue, File, MultipartDecoder, NeedData

from layerloom.graph.problems import Refused, problem

BLOCK_BYTES = 1 << 18


class FilePart:
    """The first file of a form. Raises Refused: 415 when the body is no form, 400 when it is cut off or holds no file."""

    def __init__(self, request: Request) -> None:
        boundary = request.mimetype_params.get("boundary")
        if request.mimetype != "multipart/form-data" or not boundary:
            raise _refused("wrong_type", 415, form="file")
        self._body: IO[bytes] = request.stream
        self._decoder = MultipartDecoder(
            boundary.encode("ascii", "replace"), max_form_memory_size=4 * BLOCK_BYTES, max_parts=10
        )
        self._more = True
        self.name = self._find()

    def read(self, size: int = -1) -> bytes:
        """The next bytes of the file, empty at its end; never more than a block at once."""
        while self._more:
            event = self._next()
            if isinstance(event, Data):
                self._more = event.more_data
                if event.data:
                    return event.data
            elif isinstance(event, Epilogue):
                self._more = False
        return b""

    def _find(self) -> str:
        while True:
            event = self._next()
            if isinstance(event, File):
                return event.filename
            if isinstance(event, Epilogue):
                raise _refused("no_file", 400)

    def _next(self) -> object:
        try:
            while isinstance(event := self._decoder.next_event(), NeedData):
                self._decoder.receive_data(self._body.read(BLOCK_BYTES) or None)
        except ValueError as error:
            raise _refused("upload_cut_off", 400, evidence=str(error)[:200]) from None
        return event


def _refused(code: str, status: int, form: str = "", evidence: str = "") -> Refused:
    return Refused(problem(code, form=form, place="file", evidence=evidence), status=status)
