"""The sets that are made: what each holds, as data. `made` makes them; the web process never does."""

from layerloom.graph.data import Column, DataSpec
from layerloom.graph.schema import GeneratedData


def _classes(name: str, *classes: str) -> Column:
    return Column(name=name, kind="category", categories=classes)


def _picture(name: str, side: int, most: float) -> Column:
    return Column(name=name, kind="picture", shape=(side, side, 1), minimum=0.0, maximum=most)


def _points(name: str, doc: str, classes: tuple[str, str]) -> DataSpec:
    numbers = (Column(name=axis, kind="number") for axis in "xy")
    return DataSpec(
        id=name,
        title=name.capitalize(),
        rows=1000,
        most_rows=1_000_000,
        columns=(*numbers, _classes("class", *classes)),
        target="class",
        doc=doc,
    )


SPECS: dict[str, DataSpec] = {
    spec.id: spec
    for spec in (
        _points("moons", "Two half circles that reach into each other.", ("upper", "lower")),
        _points("circles", "A small circle inside a large one.", ("outer", "inner")),
        _points("spirals", "Two arms that wind around each other one and a half times.", ("first", "second")),
        DataSpec(
            id="balls",
            title="Balls",
            row="picture",
            rows=1500,
            most_rows=50_000,
            columns=(
                _picture("photo", 16, 1.0),
                Column(name="distance", kind="number"),
                _classes("ball", "golf", "tennis", "softball"),
            ),
            target="ball",
            doc="A picture of a ball and how far away it was, in metres: a small ball close by looks like a large one far away.",
        ),
        DataSpec(
            id="pairs",
            title="Pairs of digits",
            row="pair",
            rows=3000,
            most_rows=100_000,
            columns=(_picture("left", 8, 16.0), _picture("right", 8, 16.0), _classes("same", "different", "same")),
            target="same",
            held_out="last",
            doc="Two handwritten digits, and whether they are the same one. "
            "The last pairs are held out: nearly all of their pictures stand in no earlier pair.",
        ),
        DataSpec(
            id="opinions",
            title="Opinions",
            row="sentence",
            rows=2000,
            most_rows=100_000,
            columns=(
                Column(name="opinion", kind="text", shape=(16,), words=200),
                _classes("content", "no", "yes"),
            ),
            target="content",
            doc="Made-up sentences about things people bought, and whether they are content. Words mislead: “not bad”.",
        ),
        DataSpec(
            id="visitors",
            title="Swimming pool",
            row="day",
            rows=1460,
            most_rows=100_000,
            columns=(
                Column(name="past_30_days", kind="series", shape=(30, 1)),
                Column(name="tomorrow", kind="number"),
            ),
            target="tomorrow",
            held_out="last",
            doc="Hundreds of visitors on thirty days in a row, and on the day after. "
            "The last days are held out: what comes later must not be known before.",
        ),
    )
}
NOISE = {"pairs": 0.0, "opinions": 0.02}
"""What a set is offered with where it is not the usual 0.1."""


def source(name: str) -> GeneratedData:
    """The set as it is offered."""
    return GeneratedData(name=name, rows=SPECS[name].rows, noise=NOISE.get(name, 0.1))


def spec(source: GeneratedData) -> DataSpec:
    """What the set will hold, without making it."""
    return SPECS[source.name].model_copy(update={"rows": source.rows})
