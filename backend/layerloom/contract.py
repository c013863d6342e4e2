"""Python types → frontend/src/contract/index.ts: the one place where the two languages meet.

`python -m layerloom.contract` writes the file, `--check` says whether it is current. Needs Node and the front end's packages.
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema
from pydantic_core import to_jsonable_python

from layerloom.catalog import conversions
from layerloom.catalog.cards import Card
from layerloom.catalog.formats import formats
from layerloom.catalog.types import Catalog, Example, Member, Param, Port
from layerloom.graph.data import DataSpec, Fitted
from layerloom.graph.inference import Inference
from layerloom.graph.problems import Edit, Problem
from layerloom.graph.schema import Comment, DataSource, Graph, Node
from layerloom.runs.events import RunEvent, StoredEvent
from layerloom.runs.lifecycle import ENDED, STATES
from layerloom.web.shapes import SHAPES

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
TARGET = FRONTEND / "src" / "contract" / "index.ts"
COMMAND = ".venv/bin/python -m layerloom.contract"
MODELS: tuple[type[BaseModel], ...] = (
    Graph,
    Comment,
    Catalog,
    Card,
    DataSpec,
    Fitted,
    Problem,
    Inference,
    StoredEvent,
    *SHAPES,
)


def _members(annotated: Any) -> tuple[type[BaseModel], ...]:
    return get_args(get_args(annotated)[0])


USUAL: dict[str, type[BaseModel]] = {"MEMBER": Member, "PARAM": Param, "PORT": Port, "EXAMPLE": Example}
"""Their defaults are left out of the catalog on its way to a page, which fills them in again."""

COMPILE = """
import { compile } from 'json-schema-to-typescript'
let text = ''
for await (const chunk of process.stdin) text += chunk
const options = { bannerComment: '', additionalProperties: false, unreachableDefinitions: true, declareExternallyReferenced: true, format: false }
process.stdout.write(await compile(JSON.parse(text), 'Contract', options))
"""

# What the generator adds of its own: a root nobody uses, and where each type was met first.
ROOT_INTERFACE = re.compile(r"export interface Contract \{\n\[k: string\]: unknown\n\}\n")
REFERENCED_BY = re.compile(r"( \*\s*\n)? \* This interface was referenced by [^\n]*\n \* via [^\n]*\n")

UNIONS = {
    "Node": _members(Node),
    "Edit": _members(Edit),
    "DataSource": _members(DataSource),
    "RunEvent": _members(RunEvent),
}
"""Unions are unfolded at each use by the generator; these give them their names back."""


class _Required(GenerateJsonSchema):
    """Fields with defaults are required in what we send, but for those left out where they say nothing: else a union's tag turns
    optional and stops narrowing."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return "serialization_exclude_if" not in field


def schema() -> dict[str, Any]:
    """One JSON Schema whose `$defs` are every type on the wire, as it is sent."""
    _, top = models_json_schema([(model, "serialization") for model in MODELS], schema_generator=_Required)
    definitions: dict[str, Any] = top["$defs"]
    for definition in definitions.values():
        _plain(definition.get("properties", {}))
    return {"$defs": definitions}


def _plain(value: Any) -> None:
    """A title on a field, or anything beside a `$ref`, would become a type of its own; a field may itself be called `title`."""
    if isinstance(value, dict):
        if isinstance(value.get("title"), str):
            del value["title"]
        if "$ref" in value:
            value.pop("default", None)
            value.pop("description", None)
        for inner in value.values():
            _plain(inner)
    elif isinstance(value, list):
        for inner in value:
            _plain(inner)


def typescript() -> str:
    done = subprocess.run(
        ["node", "--input-type=module", "-e", COMPILE],
        input=json.dumps(schema()),
        capture_output=True,
        text=True,
        cwd=FRONTEND,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"json-schema-to-typescript failed:\n{done.stderr}")
    body = ROOT_INTERFACE.sub("", REFERENCED_BY.sub("", done.stdout)).replace("/**\n */\n", "")
    unions = "\n".join(
        f"export type {name} = {' | '.join(model.__name__ for model in members)}" for name, members in UNIONS.items()
    )
    body = _indented(body)
    states = ", ".join(f'"{state}"' for state in STATES)
    ended = ", ".join(f'"{state}"' for state in STATES if state in ENDED)
    return (
        f"// Generated from Python by `{COMMAND}`. Not edited by hand.\n{body}\n{unions}\n"
        f"export const STATES = [{states}] as const\nexport type State = (typeof STATES)[number]\n"
        f"export const ENDED: readonly State[] = [{ended}]\n{_sizes()}{_usual()}"
    )


def _sizes() -> str:
    """What a weight costs in each file for a device, its main one first, so that a size can be told while drawing."""
    sizes = {
        target: [
            {"title": format.title, "weight_bytes": format.weight_bytes}
            for format in sorted(formats().values(), key=lambda one, main=main: one.name != main)  # type: ignore[misc]
            if target in format.goes_to and format.trained and format.elsewhere is None
        ]
        for target, main in conversions.MAIN.items()
    }
    kind = "Readonly<Record<string, readonly { title: string; weight_bytes: number }[]>>"
    return f"export const SIZES: {kind} = {json.dumps(sizes)}\n"


def _usual() -> str:
    values = {
        name: {
            field: to_jsonable_python(info.default)
            for field, info in model.model_fields.items()
            if not info.is_required()
        }
        for name, model in USUAL.items()
    }
    return "".join(f"export const USUAL_{name} = {json.dumps(usual)}\n" for name, usual in values.items())


def _indented(text: str) -> str:
    lines, depth = [], 0
    for line in text.splitlines():
        depth -= line.startswith("}")
        lines.append("  " * depth + line)
        depth += line.endswith("{")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 1 when the generated file is stale")
    arguments = parser.parse_args()
    text = typescript()
    if arguments.check:
        if not TARGET.exists() or TARGET.read_text() != text:
            print(f"{TARGET.name} is stale. Run: {COMMAND}", file=sys.stderr)
            raise SystemExit(1)
        return
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text)


if __name__ == "__main__":
    main()
