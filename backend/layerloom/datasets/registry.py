"""Where data comes from → what it holds. Reads no rows and imports no library that does: the web process calls this."""

from pathlib import Path

from layerloom.datasets import builtin, generated
from layerloom.graph.data import DataSpec
from layerloom.graph.problems import Problem, Refused, problem
from layerloom.graph.schema import BuiltinData, CsvData, DataSource, GeneratedData


def folder(home: Path, id: str) -> Path:
    """Of an uploaded file: `home/datasets/<sha256>`. Raises Refused where the id is no sha256."""
    if len(id) != 64 or not set(id) <= set("0123456789abcdef"):
        raise Refused(_unknown(id), status=422)
    return home / "datasets" / id


def spec(source: DataSource, home: Path) -> DataSpec:
    """Everything that can be known of the data before a run.

    Raises Refused where there is no such data set, or the number of rows or the noise cannot be made.
    """
    if isinstance(source, CsvData):
        path = folder(home, source.id) / "spec.json"
        if not path.is_file():
            raise Refused(_unknown(source.file_name), status=422)
        return DataSpec.model_validate_json(path.read_bytes())
    if isinstance(source, BuiltinData):
        if source.name not in builtin.SPECS:
            raise Refused(_unknown(source.name), status=422)
        return builtin.SPECS[source.name]
    if source.name not in generated.SPECS:
        raise Refused(_unknown(source.name), status=422)
    most = generated.SPECS[source.name].most_rows or 0
    if not 10 <= source.rows <= most:
        raise Refused(
            problem("data_rows", {"most": most, "rows": source.rows}, place="rows", evidence=f"rows={source.rows}")
        )
    if not 0 <= source.noise <= 10:
        raise Refused(
            problem("data_noise", {"noise": str(source.noise)}, place="noise", evidence=f"noise={source.noise}")
        )
    return generated.spec(source)


def sources() -> tuple[BuiltinData | GeneratedData, ...]:
    """Every set that needs no upload, in the order in which it is offered."""
    return (
        *(BuiltinData(name=name) for name in builtin.SPECS),
        *map(generated.source, generated.SPECS),
    )


def _unknown(name: str) -> Problem:
    return problem("unknown_dataset", {"name": name}, place="data", evidence=name)
