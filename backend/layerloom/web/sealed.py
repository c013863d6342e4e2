"""The server's own seal on code: what was proven here, and whether code is run here at all."""

from layerloom.graph.schema import Code
from layerloom.graph.sealing import Judge, Standing, holds
from layerloom.web import access
from layerloom.web.site import Site


def key(here: Site) -> str:
    found: str | None = here.parts.get("seal")
    if found is None:
        found = here.parts["seal"] = access.token(here.settings.seal_file)
    return found


def judge(here: Site) -> Judge:
    def judged(code: Code) -> Standing:
        if here.settings.code == "off":
            return "off"
        return "proven" if holds(code, key(here)) else "unproven"

    return judged
