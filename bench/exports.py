"""Every template → every format, through jailed children as a person's own run goes: the measured tables of docs/import-export.md.

`python -m bench.exports` writes them between their marks; takes about ten minutes on two cores. Weights are fresh: what is compared is
arithmetic, which does not know whether they were trained.
"""

import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from layerloom.catalog import conversions
from layerloom.catalog.formats import formats
from layerloom.cli import graphs
from layerloom.launcher.client import Launcher
from layerloom.launcher.once import do
from layerloom.runs.exports import Receipt
from layerloom.worker import exporting
from layerloom.worker.exporting import Wanted
from layerloom.worker.serve import PRELOAD

DOCS = Path(__file__).parents[1] / "docs" / "import-export.md"
MARKS = re.compile(r"(<!-- measured -->\n).*?(<!-- /measured -->)", re.DOTALL)


def main() -> None:
    found: dict[str, dict[str, Receipt]] = {}
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        launcher = Launcher(home / "scratch", preload=PRELOAD).start()
        launcher.wait_ready(120)
        try:
            for template in graphs.templates():
                name = template.removesuffix(".json")
                found[name] = {one.format: one for one in _exported(name, home, launcher)}
        finally:
            launcher.close()
    conversions.measured.cache_clear()
    text = DOCS.read_text(encoding="utf-8")
    DOCS.write_text(MARKS.sub(lambda marks: marks[1] + _tables(found) + marks[2], text), encoding="utf-8")


def _exported(name: str, home: Path, launcher: Launcher) -> list[Receipt]:
    graph = graphs.read(name)
    data = graphs.data_of(graph, home)
    told = None if data is None else data.model_dump(mode="json")
    receipts = []
    for format in formats().values():
        if format.elsewhere is not None or exporting.missing(format):
            continue

        def ask(entry: str, request: dict[str, Any], folder: Path, *, read: Any, loopback_port: int) -> Any:
            return do(
                launcher, entry, request, scratch=home / "scratch", timeout=exporting.SECONDS, folder=folder,
                read=tuple(map(str, read)), loopback_port=loopback_port, heard=lambda told: None,
            )  # fmt: skip

        folder = Path(tempfile.mkdtemp(dir=home))
        receipt, _ = exporting.export(Wanted(format, graph.model_dump(mode="json"), told, None, home), folder, ask)
        print(
            name,
            format.name,
            receipt.outcome,
            receipt.proof and receipt.proof.deviation,
            receipt.reason[:100],
            receipt.blame,
            flush=True,
        )
        receipts.append(receipt)
    return receipts


def _tables(found: dict[str, dict[str, Receipt]]) -> str:
    lines = [
        "| format | file | run again by | templates | largest deviation | allowed | one row, p50 / p95 of the slowest | needs at least |"
    ]
    lines.append("|---|---|---|---|---|---|---|---|")
    for format in formats().values():
        receipts = [one[format.name] for one in found.values() if format.name in one]
        if receipts:
            lines.append(_row(format.title, format.file, format.counted_by, receipts))
    versions = {
        name: version
        for one in found.values()
        for receipt in one.values()
        for name, version in receipt.versions.items()
    }
    lines += ["", f"With {', '.join(f'{name} {version}' for name, version in sorted(versions.items()))}.", ""]
    refused = [
        f"- {name} as {formats()[receipt.format].title}: {_why(receipt)}"
        for name, one in found.items()
        for receipt in one.values()
        if receipt.outcome != "ready"
    ]
    lines += (
        ["Refused among these templates:" if refused else "None of these templates is refused.", "", *refused, ""]
        if refused
        else []
    )
    return "\n".join([*lines, *_layers()]) + "\n"


def _row(title: str, file: str, counted_by: str, receipts: list[Receipt]) -> str:
    ready = [one for one in receipts if one.outcome == "ready"]
    proofs = [one.proof for one in ready if one.proof]
    if not proofs:
        return f"| {title} | `{file}` | not on this machine | {len(ready)} of {len(receipts)} written | – | – | – | – |"
    slowest = max(proofs, key=lambda one: one.latency_p50_ms)
    smallest = max((one.smallest or one.because for one in proofs), key=_order)
    smallest = f"{counted_by} {smallest}".strip()
    deviation = max(one.deviation for one in proofs)
    times = f"{slowest.latency_p50_ms:.2g} / {slowest.latency_p95_ms:.2g} ms"
    return f"| {title} | `{file}` | {proofs[0].runtime} | {len(ready)} of {len(receipts)} | {deviation:.1e} | {receipts[0].tolerance:g} | {times} | {smallest} |"


def _order(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def _why(receipt: Receipt) -> str:
    blame = f"`{receipt.blame.layer}`, " if receipt.blame else ""
    proof = receipt.proof
    return blame + (
        receipt.reason.split("\n")[0][:160] if receipt.reason or proof is None else f"deviates by {proof.deviation:.2g}"
    )


def _layers() -> list[str]:
    data = conversions.measured()
    count = len(data["layers"])
    lines = [
        "",
        f"Of {count} layers, each alone:",
        "",
        "| format | layers that go | layers that do not |",
        "|---|---|---|",
    ]
    for name in data["formats"]:
        tried = {layer: why[name] for layer, why in data["layers"].items() if name in why}
        out = sorted(layer for layer, why in tried.items() if why)
        shown = ", ".join(f"`{layer}`" for layer in out) or "–"
        lines.append(f"| {formats()[name].title} | {len(tried) - len(out)} | {shown} |")
    versions = ", ".join(f"{name} {version}" for name, version in data["versions"].items())
    return [
        *lines,
        "",
        f"Measured with {versions}; what each converter says is in `{json.dumps('catalog/data/conversions.json')[1:-1]}`.",
    ]


if __name__ == "__main__":
    sys.exit(main())
