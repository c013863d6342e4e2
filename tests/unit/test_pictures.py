"""Zips of pictures: what is found in them, what is brought to eight bits and upright, and that a folder gives the same numbers."""

import base64
import io
import struct
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

import pictures as made
from layerloom.datasets import arrays, pictures, registry, sample, zip_child
from layerloom.datasets.packing import packed
from layerloom.graph.problems import Refused
from layerloom.graph.schema import CsvData, ImagesData


def source(home: Path, files: dict[str, bytes], **settings: object) -> ImagesData:
    return ImagesData.model_validate(made.kept(home, made.zipped(files)) | settings)


def test_folders_are_classes_and_pictures_are_counted(tmp_path: Path) -> None:
    answer = made.parse(tmp_path, made.zipped(made.members(5) | {"above/more.PNG": made.encoded(made.picture(0, 99))}))
    image, kind = answer["spec"]["columns"]
    assert (answer["spec"]["title"], answer["spec"]["row"], answer["spec"]["rows"]) == ("pets", "picture", 11)
    assert (image["kind"], image["shape"], image["minimum"], image["maximum"]) == ("picture", [24, 24, 3], 0, 255)
    assert (kind["categories"], kind["counts"], answer["spec"]["target"]) == (["above", "below"], [6, 5], "class")
    assert answer["spec"]["problems"] == []


@pytest.mark.parametrize(
    ("names", "classes"),
    [
        (["pets/cat/1.png", "pets/dog/1.png"], {"pets/cat/1.png": "cat", "pets/dog/1.png": "dog"}),
        (["a/b/cat/1.png", "a/b/dog/x/1.png"], {"a/b/cat/1.png": "cat", "a/b/dog/x/1.png": "dog"}),
        (["train/cat/1.png", "val/dog/1.png"], {"train/cat/1.png": "cat", "val/dog/1.png": "dog"}),
        (["cat/1.png", "1.png", "dog/1.JPeG"], {"cat/1.png": "cat", "dog/1.JPeG": "dog"}),
        (["__MACOSX/cat/._1.png", "cat/.1.png", "cat/1.png", ".git/x.png", "cat/a.txt"], {"cat/1.png": "cat"}),
        (["b/2.png", "b/1.png", "a/3.png"], {"a/3.png": "a", "b/1.png": "b", "b/2.png": "b"}),
    ],
    ids=["one folder around", "two around", "parts of one set", "loose", "hidden", "sorted"],
)
def test_a_class_is_the_folder_that_tells_pictures_apart(names: list[str], classes: dict[str, str]) -> None:
    assert list(pictures.picture_classes(names).items()) == list(classes.items())


def test_names_are_read_as_they_were_meant(tmp_path: Path) -> None:
    plain = made.members(2, ("größe", "数据"))
    answer = made.parse(tmp_path, made.zipped(plain))
    assert answer["spec"]["columns"][1]["categories"] == ["größe", "数据"]
    flagged = made.zipped(plain)
    unflagged = bytearray(flagged)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := flagged.find(signature, at + 1)) >= 0:
            unflagged[at + place + 1] &= 0xF7  # says no longer that names are UTF-8
    assert made.parse(tmp_path, bytes(unflagged))["spec"]["columns"][1]["categories"] == ["größe", "数据"]


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    good = made.encoded(made.picture(0, 1), "JPEG")
    files = made.members(3) | {
        "above/cut.jpg": good[: len(good) // 2],
        "below/fake.png": b"<svg onload=alert(1)>",
        "below/notes.txt": b"x",
        "loose.png": made.encoded(made.picture(0, 1)),
        "above/.DS_Store": b"x",
        "__MACOSX/above/._000.png": b"x",
        "below/Thumbs.db": b"x",
    }
    answer = made.parse(tmp_path, made.zipped(files))
    assert answer["spec"]["rows"] == 6
    assert answer["spec"]["problems"] == [
        "2 pictures cannot be read and are left out: above/cut.jpg, below/fake.png.",
        "1 picture lies in no folder and is left out: loose.png.",
        "1 file is no picture and is left out: below/notes.txt.",
    ]


def png(width: int, height: int, depth: int = 8, color: int = 2) -> bytes:
    """A PNG's beginning: enough to say how large it would be."""
    head = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def test_a_picture_of_too_many_pixels_is_left_out_before_it_is_decoded(tmp_path: Path) -> None:
    content = made.zipped(made.members(3) | {"above/huge.png": png(50_000, 50_000) + bytes(1000)})
    tracemalloc.start()
    try:
        answer = made.parse(tmp_path, content)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()
    assert answer["spec"]["problems"] == ["1 picture cannot be read and is left out: above/huge.png."]


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return made.encoded(made.picture(0, 1), "JPEG", exif=exif, quality=95)


def deep() -> bytes:
    values = (np.asarray(made.picture(0, 1, mode="L")).astype("uint16") << 8) + 77
    return made.encoded(Image.fromarray(values))


def clear() -> bytes:
    picture = made.picture(0, 1, mode="RGBA")
    picture.putalpha(0)
    return made.encoded(picture)


def moving() -> bytes:
    first = made.picture(0, 1, mode="P")
    return made.encoded(first, "GIF", save_all=True, append_images=[made.picture(1, n, mode="P") for n in range(5)])


@pytest.mark.parametrize(
    ("data", "ending", "told"),
    [
        (turned(6), "jpg", "1 picture was taken with the camera turned, and is turned upright."),
        (deep(), "png", "1 picture has 16 bits a pixel, of which the upper 8 are taken."),
        (clear(), "png", "1 picture is partly transparent and is put on white."),
        (moving(), "gif", "1 picture moves; its first frame is taken."),
        (
            made.encoded(made.picture(0, 1, mode="CMYK"), "JPEG", quality=95),
            "jpg",
            "1 picture is made for printing (CMYK) and is brought to RGB.",
        ),
    ],
    ids=["turned", "deep", "clear", "moving", "cmyk"],
)
def test_unusual_pictures_are_converted_and_told(tmp_path: Path, data: bytes, ending: str, told: str) -> None:
    files = made.members(2) | {f"above/odd.{ending}": data}
    assert made.parse(tmp_path, made.zipped(files))["spec"]["problems"] == [told]
    seen = pictures.pixels(pictures.decoded(data), 24, 24, 3, True).astype(int)
    plain = np.asarray(made.picture(0, 1)).astype(int)
    expected = {
        "turned": np.rot90(plain, -1),
        "16": np.repeat(np.asarray(made.picture(0, 1, mode="L"))[..., None], 3, 2),
        "transparent": np.full_like(plain, 255),
    }
    wanted = next((value for word, value in expected.items() if word in told), plain)
    assert np.abs(seen - wanted).mean() < 20


def test_pictures_come_in_the_size_and_colours_that_are_asked_for(tmp_path: Path) -> None:
    wide = Image.new("RGB", (80, 20), "black")
    wide.paste("white", (26, 0, 54, 20))
    files = made.members(2) | {"above/wide.png": made.encoded(wide)}
    cropped = source(tmp_path, files, height=10, width=10, color_mode="grayscale")
    found = arrays.rows(cropped, tmp_path)
    assert found.columns["image"].shape == (5, 10, 10, 1)
    assert found.columns["image"].dtype == np.uint8
    assert found.spec.columns[0].shape == (10, 10, 1)
    assert list(found.columns["class"]) == [0, 0, 0, 1, 1]
    assert found.columns["image"][2].min() == 255, "the middle alone"
    stretched = arrays.rows(cropped.model_copy(update={"fit": "stretch"}), tmp_path).columns["image"]
    assert stretched[2].min() == 0
    assert arrays.rows(cropped, tmp_path).hash() == found.hash()


@pytest.mark.parametrize(("side", "code"), [(0, "picture_size"), (1025, "picture_size")])
def test_a_size_that_is_none_is_refused(tmp_path: Path, side: int, code: str) -> None:
    with pytest.raises(Refused) as refused:
        registry.spec(source(tmp_path, made.members(2), width=side), tmp_path)
    assert refused.value.problems[0].code == code


def test_more_than_memory_is_for_is_refused_with_a_size_that_fits(tmp_path: Path) -> None:
    spec = registry.spec(source(tmp_path, made.members(2)), tmp_path).model_copy(update={"rows": 5_000})
    large = ImagesData(id="0" * 64, height=500, width=500)
    with pytest.raises(Refused) as refused:
        registry.resized(spec, large)
    problem = refused.value.problems[0]
    assert problem.code == "pictures_too_large"
    fits = problem.words.values["fits"]
    assert registry.resized(spec, large.model_copy(update={"height": fits, "width": fits}))
    with pytest.raises(Refused):
        registry.resized(spec, large.model_copy(update={"height": fits + 1, "width": fits + 1}))


def test_a_table_is_no_zip_and_a_zip_no_table(tmp_path: Path) -> None:
    found = source(tmp_path, made.members(2))
    with pytest.raises(Refused):
        registry.spec(CsvData(id=found.id), tmp_path)


def test_a_folder_gives_the_numbers_of_its_zip_and_packs_to_the_same_zip(tmp_path: Path) -> None:
    files = made.members(3) | {"below/数据.png": made.encoded(made.picture(1, 50))}
    folder = made.unpacked(tmp_path / "folder", files)
    (tmp_path / "data.zip").write_bytes(made.zipped(files))
    asked = (["above", "below"], 16, 16, 3, True)
    one = pictures.load_pictures(str(tmp_path / "data.zip"), *asked)
    other = pictures.load_pictures(str(folder), *asked)
    for name in one:
        np.testing.assert_array_equal(one[name], other[name], strict=True)
    with packed(folder) as first, packed(folder) as second:
        again = first.read()
        assert again == second.read()
    answer = made.parse(tmp_path, again)
    assert answer["spec"]["rows"] == 7


def test_a_sample_shows_as_many_of_each_class_as_a_model_sees_them(tmp_path: Path) -> None:
    files = made.members(9) | {"above/000a.png": b"no picture"}
    asked = source(tmp_path, files, height=6, width=8).model_dump(mode="json")
    shown = sample.sample({"source": asked, "rows": 6, "home": str(tmp_path)})
    assert shown["columns"] == ["image", "class"]
    seen = [row[1] for row in shown["rows"]]
    assert (seen[:2], sorted(seen)) == (["above", "below"], ["above"] * 3 + ["below"] * 3)
    head, _, data = shown["rows"][0][0].partition(",")
    assert head == "data:image/png;base64"
    assert Image.open(io.BytesIO(base64.b64decode(data))).size == (8, 6)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_zip_is_read_or_refused_and_nothing_else(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(made.zipped(made.members(2, side=8)))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=12)):
        content[place] ^= data.draw(st.integers(1, 255))
    cut = data.draw(st.integers(0, len(content)))
    answer = made.parse(tmp_path, bytes(content[:cut] if data.draw(st.booleans()) else content))
    assert "spec" in answer or answer["status"] in (413, 415, 422)


def test_only_what_is_known_of_a_zip_is_kept_in_its_description(tmp_path: Path) -> None:
    found = source(tmp_path, made.members(2))
    place = registry.folder(tmp_path, found.id)
    assert {path.name for path in place.iterdir()} == {"data.zip", "spec.json"}
    assert zip_child.MOST_PICTURES * registry.MOST_SIDE**2 > registry.MOST_BYTES
