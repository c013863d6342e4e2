"""A nickname as somebody types it → the name that others see. Looks at text only.

Names are shown beside each other's work: none may hide, turn the line around, or pass for another.
"""

import unicodedata
from collections.abc import Iterable

from layerloom.graph.problems import Refused, problem
from layerloom.words import phrase

LONGEST = 40
JOINERS = "\u200c\u200d"
"""Persian words and many emoji need them; they are the only invisible characters a name may hold."""
BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs by their category, and nothing to the eye."""
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs"})
TAKEN = ("you", "owner", "host", "layerloom")
"""What the page itself calls people."""


def clean_name(typed: str) -> str:
    """Composed (NFC), blanks inside it single. Raises Refused (422) when it is empty, too long, or holds what cannot be seen."""
    name = " ".join(unicodedata.normalize("NFC", typed[:1000]).split())
    bad = next((c for c in name if _hidden(c)), None)
    seen = any(unicodedata.category(c)[0] in "LNPS" for c in name)
    if seen and bad is None and len(name) <= LONGEST:
        return name
    received = phrase("received-length", n=len(name)) if name else phrase("received-nothing")
    if bad:
        received = phrase("received-character", character=f"U+{ord(bad):04X}")
    raise Refused(problem("bad_nickname", {"most": LONGEST, "received": received}, place="name", evidence=name[:100]))


def _hidden(c: str) -> bool:
    return c in BLANK or (unicodedata.category(c) in HIDDEN and c != " " and c not in JOINERS)


def free_name(typed: str, taken: Iterable[str]) -> str:
    """The name, or where somebody has it, the name with the first number that is free. Raises Refused (422)."""
    name = clean_name(typed)
    there = {_key(each) for each in (*taken, *TAKEN)}
    if _key(name) not in there:
        return name
    number = 2
    while _key(numbered := f"{name[: LONGEST - len(str(number)) - 1].rstrip()} {number}") in there:
        number += 1
    return numbered


def _key(name: str) -> str:
    """Two names with one key look alike."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", name) if c not in JOINERS)
    return unicodedata.normalize("NFKC", plain.casefold())
