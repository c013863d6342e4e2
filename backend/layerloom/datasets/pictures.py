"""A zip or a folder with one folder of pictures for each class → arrays of one size. Only child processes call this.

What stands below the imports is copied word for word into exported scripts, so that both decode alike.
"""

import contextlib
import functools
import io
import pathlib
import unicodedata
import zipfile
from collections.abc import Callable, Iterable

import numpy as np
from PIL import Image, ImageOps

ENDINGS = (".bmp", ".gif", ".jpeg", ".jpg", ".png", ".webp")
FORMATS = ("BMP", "GIF", "JPEG", "PNG", "WEBP")
PARTS = {"test", "train", "training", "val", "valid", "validation"}
MOST_PIXELS = 50_000_000
Image.MAX_IMAGE_PIXELS = None  # the limit above is looked at before anything is decoded


def picture_files(path: str) -> dict[str, Callable[[], bytes]]:
    """Name of every file in a zip or a folder, and what reads it."""
    if pathlib.Path(path).is_dir():
        found = [one for one in pathlib.Path(path).rglob("*") if one.is_file()]
        return {plain(one.relative_to(path).as_posix()): one.read_bytes for one in found}
    archive = zipfile.ZipFile(path)
    members = [one for one in archive.infolist() if not one.is_dir()]
    return {member_name(one): functools.partial(archive.read, one) for one in members}


def member_name(member: zipfile.ZipInfo) -> str:
    """As it was meant: some programs write UTF-8 and do not say so."""
    name = member.filename
    if not member.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return plain(name)


def plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).replace("\\", "/")


def picture_classes(names: Iterable[str]) -> dict[str, str]:
    """Name of each picture and its class: the folder that it lies in. By class, then by name."""
    folders = {}
    for name in names:
        *above, last = name.split("/")
        hidden = any(part.startswith(".") or part == "__MACOSX" for part in [*above, last])
        if last.lower().endswith(ENDINGS) and not hidden:
            folders[name] = above
    while folders and all(len(above) > 1 for above in folders.values()):
        first = {above[0].lower() for above in folders.values()}
        if len(first) > 1 and not first <= PARTS:
            break
        folders = {name: above[1:] for name, above in folders.items()}
    classes = {name: above[0] for name, above in folders.items() if above}
    return dict(sorted(classes.items(), key=lambda one: (one[1], one[0])))


def opened(data: bytes) -> Image.Image:
    """Not decoded yet. Raises where it is no picture, or has too many pixels."""
    picture = Image.open(io.BytesIO(data), formats=FORMATS)
    if picture.width * picture.height > MOST_PIXELS:
        raise ValueError(f"{picture.width} x {picture.height} pixels are too many")
    return picture


def decoded(data: bytes) -> Image.Image:
    """Turned as the camera was held, 8 bits a channel, what is transparent on white."""
    picture = ImageOps.exif_transpose(opened(data))
    if picture.mode.startswith("I"):
        picture = Image.fromarray((np.asarray(picture) >> 8).astype("uint8"))
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    return picture


def pixels(picture: Image.Image, height: int, width: int, channels: int, crop: bool) -> np.ndarray:
    """uint8 of shape (height, width, channels); `crop` keeps the proportions of what is in the middle."""
    picture = picture.convert("L" if channels == 1 else "RGB")
    across = down = 0.0
    if crop:
        scale = min(picture.width / width, picture.height / height)
        across = max(0.0, (picture.width - scale * width) / 2)
        down = max(0.0, (picture.height - scale * height) / 2)
    box = (across, down, picture.width - across, picture.height - down)
    small = picture.resize((width, height), Image.Resampling.BILINEAR, box)
    return np.asarray(small).reshape(height, width, channels)


def load_pictures(
    path: str, classes: list[str], height: int, width: int, channels: int, crop: bool
) -> dict[str, np.ndarray]:
    """Pictures, uint8, and their classes, int32; a picture that cannot be read is left out."""
    files = picture_files(path)
    chosen = [one for one in picture_classes(files).items() if one[1] in classes]
    images = np.empty((len(chosen), height, width, channels), "uint8")
    codes: list[int] = []
    for name, kind in chosen:
        try:
            picture = decoded(files[name]())
            images[len(codes)] = pixels(picture, height, width, channels, crop)
        except Exception as error:
            print(f"left out {name}: {error}")
        else:
            codes.append(classes.index(kind))
    return {"image": images[: len(codes)], "class": np.array(codes, "int32")}
