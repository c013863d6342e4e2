"""An uploaded zip of pictures → its DataSpec, or problems. Runs in a jailed child, which decodes every picture once, one at a time.

The zip stays as it is: a run decodes it at the size it is asked for. The web process never imports this module.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from PIL import ExifTags

from layerloom.datasets import pictures, zip_archive
from layerloom.graph.data import Column, DataSpec
from layerloom.graph.problems import Refused
from layerloom.words import Phrase, listed, phrase

MOST_PICTURES = 100_000
MOST_CLASSES = 1_000
LONGEST_CLASS = 200
SHOWN = 5
"""Names in a sentence of the report."""
USUAL_SIDE = 96
"""Pixels; of pictures that are not all of one small size."""
LOOKED = (32, 32)
"""A JPEG is read to its end, and decoded no larger than this, to know that it is whole."""


@dataclass
class Seen:
    counts: Counter[str] = field(default_factory=Counter)
    unreadable: list[str] = field(default_factory=list)
    sizes: Counter[tuple[int, int]] = field(default_factory=Counter)
    converted: Counter[str] = field(default_factory=Counter)
    colored: bool = False


def parse(request: dict[str, Any]) -> dict[str, Any]:
    """{"path", "file_name", "out", "id"} → {"spec"} or {"problems", "status"}."""
    try:
        spec = read(Path(request["path"]), request["file_name"], request["id"])
    except Refused as refused:
        return {"problems": [problem.model_dump(mode="json") for problem in refused.problems], "status": refused.status}
    return {"spec": spec.model_dump(mode="json")}


def read(path: Path, file_name: str, id: str) -> DataSpec:
    """As `parse`, with types. Raises Refused."""
    with zip_archive.opened(path) as members:
        classes = pictures.picture_classes(members)
        _look_over(members, classes)
        seen = _look_at_each(path, classes, members)
    if not seen.counts:
        raise zip_archive.refused("zip_unreadable", 415, seen.unreadable[0])
    kinds = sorted(seen.counts)
    if len(kinds) < 2:
        raise zip_archive.refused("zip_one_class", 422, kinds[0])
    height, width = _size(seen)
    report = tuple(_report(list(members), classes, seen))
    image = Column(
        name="image", kind="picture", shape=(height, width, 3 if seen.colored else 1), minimum=0.0, maximum=255.0
    )
    counts = tuple(seen.counts[kind] for kind in kinds)
    return DataSpec(
        id=id,
        title=PurePosixPath(file_name).stem[:100] or "pictures",
        row="picture",
        rows=seen.counts.total(),
        columns=(image, Column(name="class", kind="category", categories=tuple(kinds), counts=counts)),
        target="class",
        problems=tuple(map(str, report)),
        words=report,
    )


def _look_over(members: dict[str, Any], classes: dict[str, str]) -> None:
    """What names alone tell. Raises Refused."""
    loose = [name for name in members if name.lower().endswith(pictures.ENDINGS)]
    if not classes:
        if loose:
            raise zip_archive.refused("zip_without_folders", 422, loose[0])
        raise zip_archive.refused("zip_without_pictures", 422, n=len(members))
    if len(classes) > MOST_PICTURES:
        raise zip_archive.refused("zip_too_many", 413, n=len(classes), limit=MOST_PICTURES)
    kinds = set(classes.values())
    if len(kinds) > MOST_CLASSES:
        raise zip_archive.refused("zip_too_many_classes", 422, n=len(kinds), limit=MOST_CLASSES)
    for kind in kinds:
        if len(kind) > LONGEST_CLASS:
            raise zip_archive.refused("zip_class_name", 422, kind, limit=LONGEST_CLASS)


def _look_at_each(path: Path, classes: dict[str, str], members: dict[str, Any]) -> Seen:
    seen = Seen()
    files = pictures.picture_files(str(path))
    for name, kind in classes.items():
        try:
            if members[name].file_size > zip_archive.LARGEST:
                raise ValueError("too large")
            _look_at(files[name](), seen)
        except Exception:  # decoders raise all sorts of things on damaged files
            seen.unreadable.append(name)
        else:
            seen.counts[kind] += 1
    return seen


def _look_at(data: bytes, seen: Seen) -> None:
    picture = pictures.opened(data)
    size, mode, turned = picture.size, picture.mode, picture.getexif().get(ExifTags.Base.Orientation, 1)
    clear = picture.has_transparency_data
    several = getattr(picture, "is_animated", False)
    picture.draft("RGB", LOOKED)
    picture.load()
    seen.sizes[size] += 1
    seen.colored |= mode not in ("1", "L", "LA") and not mode.startswith("I")
    found = {
        "cmyk": mode == "CMYK",
        "deep": mode.startswith("I"),
        "transparent": clear,
        "turned": turned not in (0, 1),
        "moving": several,
    }
    seen.converted.update(what for what, so in found.items() if so)


def _size(seen: Seen) -> tuple[int, int]:
    """Height and width to begin with: their own where all are of one small size."""
    ((width, height), _), *others = seen.sizes.most_common()
    return (height, width) if not others and max(width, height) <= USUAL_SIDE else (USUAL_SIDE, USUAL_SIDE)


def _report(names: list[str], classes: dict[str, str], seen: Seen) -> list[Phrase]:
    hidden = [name for name in names if name not in classes and _hidden(name)]
    loose = [name for name in names if name not in classes and name not in hidden and _is_picture(name)]
    others = [name for name in names if name not in classes and name not in hidden and name not in loose]
    found = []
    for id, left_out in (("unreadable", seen.unreadable), ("loose", loose), ("others", others)):
        if left_out:
            found.append(phrase(f"zip-{id}", n=len(left_out), names=_shown(left_out)))
    parts = sorted({part for name in classes for part in name.split("/")[:-2] if part.lower() in pictures.PARTS})
    if parts:
        found.append(phrase("zip-parts", names=listed(parts)))
    found += [phrase(f"zip-was-{what}", n=n) for what, n in sorted(seen.converted.items())]
    return found


def _shown(names: list[str]) -> Any:
    shown: list[str | Phrase] = [name[-100:] for name in names[:SHOWN]]
    more: list[str | Phrase] = [phrase("list-more", n=len(names) - SHOWN)] if len(names) > SHOWN else []
    return listed([*shown, *more], "and" if more else "comma")


def _hidden(name: str) -> bool:
    """What systems leave in folders by themselves."""
    parts = name.split("/")
    return any(part.startswith(".") or part == "__MACOSX" for part in parts) or parts[-1].lower() in (
        "thumbs.db",
        "desktop.ini",
    )


def _is_picture(name: str) -> bool:
    return name.lower().endswith(pictures.ENDINGS)
