"""Uploaded tables for tests: content in, what the parsing child answers out."""

from pathlib import Path
from typing import Any

from layerloom.datasets import csv_child


def parse(tmp_path: Path, content: bytes | str, file_name: str = "table.csv") -> dict[str, Any]:
    path = tmp_path / "data.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return csv_child.parse({"path": str(path), "file_name": file_name, "out": str(tmp_path), "id": "0" * 64})
