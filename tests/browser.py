"""Finds a Chromium for the browser tests, or installs one: Debian's package when root, else Playwright's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""No browser test needs the network; Chromium's own background requests would only slow it down."""


def executable() -> str | None:
    """Path of an installed Chromium, or None where Playwright's own is to be used."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def install() -> None:
    if executable():
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        done = subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], check=False)
        if done.returncode == 0 and executable():
            return
    done = subprocess.run([str(Path(sys.executable).with_name("playwright")), "install", "chromium"], check=False)
    if done.returncode:
        raise SystemExit("No browser for the tests. Install Chromium or Google Chrome, then run `make test` again.")


if __name__ == "__main__":
    install()
