"""Zips that are refused: each kind with its own code and the right status, before anything of it is unpacked."""

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

import pictures as made
from layerloom.datasets import zip_archive

PICTURES = made.members(2)


def refused(tmp_path: Path, content: bytes) -> tuple[int, str]:
    answer = made.parse(tmp_path, content)
    assert "spec" not in answer, answer
    (problem,) = answer["problems"]
    assert problem["title"].endswith(".")
    assert "Received" in problem["message"]
    assert {path.name for path in tmp_path.iterdir()} == {"data.zip"}, "nothing was unpacked"
    return answer["status"], problem["code"]


def with_member(name: str, data: bytes = b"x", mode: int = 0) -> bytes:
    packed = io.BytesIO(made.zipped(PICTURES))
    with zipfile.ZipFile(packed, "a") as archive:
        member = zipfile.ZipInfo(name)
        member.external_attr = mode << 16
        archive.writestr(member, data)
    return packed.getvalue()


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/passwd", "C:/x.png", "C:\\x.png", "a/../../b.png"])
def test_a_path_that_leads_out(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path, with_member(name)) == (422, "zip_outside")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_a_link_or_a_device(tmp_path: Path, kind: int) -> None:
    assert refused(tmp_path, with_member("above/link.png", b"/etc/passwd", kind | 0o777)) == (422, "zip_link")


def test_a_bomb(tmp_path: Path) -> None:
    content = made.zipped(PICTURES | {"above/bomb.png": bytes(120_000_000)}, zipfile.ZIP_DEFLATED)
    assert len(content) < 1_000_000
    assert refused(tmp_path, content) == (413, "zip_bomb")


def test_half_a_million_empty_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_archive, "MOST_MEMBERS", 50)
    assert refused(tmp_path, made.zipped({f"a/{n}.png": b"" for n in range(60)})) == (413, "zip_too_many")


def test_an_archive_within(tmp_path: Path) -> None:
    assert refused(tmp_path, with_member("above/more.zip", made.zipped(PICTURES))) == (422, "zip_nested")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice(tmp_path: Path) -> None:
    assert refused(tmp_path, with_member("above/000.png")) == (422, "zip_twice")


def test_a_password(tmp_path: Path) -> None:
    content = bytearray(made.zipped(PICTURES))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    assert refused(tmp_path, bytes(content)) == (422, "zip_encrypted")


def test_members_that_share_their_bytes(tmp_path: Path) -> None:
    content = bytearray(made.zipped(PICTURES))
    first = content.index(b"PK\x01\x02")
    second = content.index(b"PK\x01\x02", first + 1)
    content[second + 42 : second + 46] = content[first + 42 : first + 46]
    assert refused(tmp_path, bytes(content)) == (422, "zip_overlaps")


def test_a_size_that_lies_leaves_that_picture_out(tmp_path: Path) -> None:
    content = bytearray(made.zipped(PICTURES))
    at = content.index(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 20)
    answer = made.parse(tmp_path, bytes(content))
    assert answer["spec"]["problems"] == ["1 picture cannot be read and is left out: above/000.png."]


@pytest.mark.parametrize(
    ("files", "status", "code"),
    [
        ({}, 422, "zip_without_pictures"),
        ({"a/notes.txt": b"x"}, 422, "zip_without_pictures"),
        ({"1.png": b"x", "2.png": b"x"}, 422, "zip_without_folders"),
        ({"a/1.svg": b"x", "a/1.png": b"<html>", "b/1.png": b"<svg/>"}, 415, "zip_unreadable"),
        (made.members(3, ("only",)), 422, "zip_one_class"),
        (made.members(1, tuple(f"{n:04}" for n in range(1100)), side=2), 422, "zip_too_many_classes"),
        (made.members(1, ("a", "b" * 230)), 422, "zip_class_name"),
    ],
    ids=["empty", "no pictures", "no folders", "no picture inside", "one class", "1,100 classes", "a long name"],
)
def test_what_cannot_be_learned_from(tmp_path: Path, files: dict[str, bytes], status: int, code: str) -> None:
    assert refused(tmp_path, made.zipped(files)) == (status, code)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04" + bytes(100), b"width,height\n1,2\n", bytes(5_000)])
def test_what_is_no_zip(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) == (415, "zip_damaged")
