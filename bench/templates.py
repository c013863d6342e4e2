"""Each template, from Train to the trained model: the seconds its card on the start page says. `--write` puts them on the shelf."""

import argparse
import math
import re
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import APIRequestContext, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from served import end, free_port, start

SHELF = Path(__file__).resolve().parents[1] / "backend/layerloom/templates/shelf.toml"
REPEATS = 3
"""The quickest counts: what else the machine did is no part of a template. The first run also warms what a first run warms."""


def measure() -> dict[str, float]:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        served = start(Path(folder) / "home", free_port())
        try:
            client = playwright.request.new_context(base_url=served.address)
            client.get(served.url)
            token = client.get("api/session").json()["csrf"]
            headers = {"X-Layerloom-CSRF": token, "Origin": served.address.rstrip("/")}
            names = [one["name"] for one in client.get("api/templates").json()]
            return {name: min(_seconds(client, headers, name, at) for at in range(REPEATS)) for name in names}
        finally:
            end(served)


def _seconds(client: APIRequestContext, headers: dict[str, str], template: str, at: int) -> float:
    project = client.post("api/projects", headers=headers, data={"template": template}).json()["id"]
    run: dict[str, Any] = {"state": ""}
    while "id" not in run:  # refused until the worker has loaded Keras
        run = client.post(f"api/projects/{project}/runs", headers=headers, data={"key": f"{at}"}).json().get("run", run)
        time.sleep(0.1)
    while run["state"] in ("queued", "running"):
        time.sleep(0.1)
        run = client.get(f"api/runs/{run['id']}").json()
    assert run["state"] == "succeeded", run
    return float(run["ended_at"] - run["created_at"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {SHELF.name}")
    write = parser.parse_args().write
    text = SHELF.read_text(encoding="utf-8")
    for name, seconds in measure().items():
        print(f"{name}: {seconds:.1f} s", flush=True)
        text = re.sub(rf"(\[{name}\]\n.*\nseconds = )\d+", rf"\g<1>{math.ceil(seconds)}", text)
    if write:
        SHELF.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
