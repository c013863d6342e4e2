"""What a browser fetches before a project is drawn in, gzipped: HTML, JS, CSS, fonts, texts, catalog. Fails past the budget."""

import json
from pathlib import Path

from layerloom.web.catalog import packed

BUDGET = 350_000
BUILT = Path(__file__).resolve().parents[1] / "backend" / "layerloom" / "web" / "static"
AT_ONCE = (
    "index.html",
    "src/words/en.ts",
    "src/Workspace.tsx",
    "src/canvas/Canvas.tsx",
    "src/canvas/NoteCard.tsx",
    "src/panels/curves/CurvesTab.tsx",
    "src/comments/Comments.tsx",
    "src/panels/data/Columns.tsx",
    "src/panels/data/Preview.tsx",
    "src/panels/data/Tiles.tsx",
    "src/panels/training/Callbacks.tsx",
)
"""Fetched by code as soon as a project with a note opens. tests/e2e/test_first_load.py holds the list to what a browser does."""
LATE = ("latin-ext", ".worker-")
"""Asked for only when a character needs it, or when there is work for it."""


def files() -> dict[str, int]:
    """Path under the page's root → bytes on the wire."""
    manifest = json.loads((BUILT / ".vite" / "manifest.json").read_text())
    found = {"index.html", "icon.svg"}

    def visit(key: str) -> None:
        chunk = manifest[key]
        if chunk["file"] in found:
            return
        found.add(chunk["file"])
        found.update(chunk.get("css", []), chunk.get("assets", []))
        for following in chunk.get("imports", []):
            visit(following)

    for key in AT_ONCE:
        visit(key)
    sizes = {name: _size(BUILT / name) for name in sorted(found) if not any(late in name for late in LATE)}
    return sizes | {"api/catalog": len(packed()[0])}


def _size(path: Path) -> int:
    ready = path.with_name(f"{path.name}.gz")
    return (ready if ready.exists() else path).stat().st_size


def main() -> None:
    sizes = files()
    for name, size in sorted(sizes.items(), key=lambda row: -row[1]):
        print(f"{size / 1000:8.1f} kB  {name}")
    total = sum(sizes.values())
    print(f"{total / 1000:8.1f} kB  of {BUDGET / 1000:.0f} kB")
    raise SystemExit(total > BUDGET)


if __name__ == "__main__":
    main()
