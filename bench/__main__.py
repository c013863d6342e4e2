"""Runs the benchmarks one after the other and prints, or writes, their table."""

import argparse
import importlib
import os
import platform
import sys
from datetime import date
from pathlib import Path

from bench.measure import Figure

NAMES = ("inference", "folding", "importing", "speed", "first_point", "memory", "together", "canvas", "fits")
TARGET = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
COMMAND = "make bench ARGS=--write"

HEAD = """# Benchmarks

Written by `{command}` on {day}: {cores} cores, Python {python}, {system}. Each figure is a ratio against its reference in the same run,
interleaved repeats, median. Absolute times drift from machine to machine; the ratios hold.

| what | ours | against | ratio | goal | reached |
|---|---|---|---|---|---|
"""


def row(figure: Figure) -> str:
    mark = "yes" if figure.reached else "**no**"
    return f"| {figure.what} | {figure.ours} | {figure.against} | {figure.ratio} | {figure.goal} | {mark} |"


def written() -> dict[str, str]:
    """The rows that stand there, by what they measure."""
    table = TARGET.read_text().split("|---|---|---|---|---|---|\n")[1].split("\n\n")[0]
    return {line.split(" | ")[0].removeprefix("| "): line for line in table.splitlines()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], help="which ones; all when none is named")
    parser.add_argument(
        "--write", action="store_true", help=f"write {TARGET.name}; of what is not measured the rows stay"
    )
    arguments = parser.parse_args()
    rows = written() if arguments.names else {}
    for name in arguments.names or NAMES:
        for figure in importlib.import_module(f"bench.{name}").figures():
            rows[figure.what] = row(figure)
            print(rows[figure.what], flush=True)
    if arguments.write:
        head = HEAD.format(
            command=COMMAND,
            day=date.today().isoformat(),
            cores=os.cpu_count(),
            python=platform.python_version(),
            system=f"{platform.system()} {platform.machine()}",
        )
        notes = Path(__file__).with_name("notes.md").read_text()
        TARGET.write_text(head + "\n".join(rows.values()) + "\n\n" + notes)
    sys.exit(0)


if __name__ == "__main__":
    main()
