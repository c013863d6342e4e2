"""The sets that are made: what each holds, as data. `points` makes them; the web process never does."""

from layerloom.graph.data import Column, DataSpec
from layerloom.graph.schema import GeneratedData

TEXTS: dict[str, tuple[str, str, tuple[str, str]]] = {
    "moons": ("Moons", "Two half circles that reach into each other.", ("upper", "lower")),
    "circles": ("Circles", "A small circle inside a large one.", ("outer", "inner")),
    "spirals": ("Spirals", "Two arms that wind around each other one and a half times.", ("first", "second")),
}
"""Name → title, what it looks like, and the names of its classes."""
MOST_ROWS = 1_000_000


def spec(source: GeneratedData) -> DataSpec:
    """What the set will hold, without making it."""
    title, doc, classes = TEXTS[source.name]
    return DataSpec(
        id=source.name,
        title=title,
        form="table",
        rows=source.rows,
        columns=(
            Column(name="x", kind="number"),
            Column(name="y", kind="number"),
            Column(name="class", kind="category", categories=classes),
        ),
        target="class",
        doc=doc,
    )
