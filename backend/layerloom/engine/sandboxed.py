"""An exception that somebody's code ended with → what it means where the code runs: locked in, with no network and few files."""

import errno
import re
import traceback
from collections.abc import Iterator

from layerloom.words import Phrase, Said, phrase

_LONGEST = 300
_DEEPEST = 12
_INNER = re.compile(r"Error encountered:\s+")
"""Before the words that count, where Keras tells how it came to them."""
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_REFUSED = (errno.EPERM, errno.EACCES)
_NETWORK = re.compile(r"(^|/)(socket|ssl|http/\w+|urllib/\w+|asyncio/\w+)\.py$")


def what(error: BaseException) -> Said:
    """What the sandbox refused, in words; else Keras' or Python's own, without colours and without the dump of arguments after them."""
    for one in behind(error):
        if isinstance(one, MemoryError):
            return phrase("code-memory")
        if isinstance(one, OSError) and (words := _of_the_system(one)) is not None:
            return words
    return _said(error)


def behind(error: BaseException) -> Iterator[BaseException]:
    """Keras raises an exception of a layer's code anew, without its number and its file."""
    one: BaseException | None = error
    for _ in range(_DEEPEST):
        if one is None:
            return
        yield one
        one = one.__cause__ or one.__context__


def _of_the_system(error: OSError) -> Phrase | None:
    if error.errno == errno.EFBIG:
        return phrase("code-file-size")
    if any(_NETWORK.search(frame.filename) for frame in traceback.extract_tb(error.__traceback__)):
        return phrase("code-network")
    if error.filename is not None and error.errno in (*_REFUSED, errno.ENOENT, errno.EROFS):
        return phrase("code-file", name=str(error.filename)[:100])
    return phrase("code-processes") if error.errno in (*_REFUSED, errno.EAGAIN) else None


def _said(error: BaseException) -> str:
    text = _COLOURS.sub("", str(error)).split("\n\nArguments received by")[0]
    text = " ".join(_INNER.split(text)[-1].split())
    return f"{type(error).__name__}: {text}"[:_LONGEST] if text else type(error).__name__
