"""Runs the checks side by side and says for each that fails which command mends it. `--all` adds the slow tests, `--long` the longest."""

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
ENVIRONMENT = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
"""Node is installed beside Python."""
NPM = ["npm", "--prefix", "frontend", "run", "--silent"]


@dataclass(frozen=True)
class Check:
    name: str
    command: list[str]
    mend: str


PYTHON = str(BIN / "python")
FAST = (
    Check(
        "format", [str(BIN / "ruff"), "format", "--check", "-q", "backend", "tests", "migrations", "bench"], "make fix"
    ),
    Check("lint", [str(BIN / "ruff"), "check", "-q", "backend", "tests", "migrations", "bench"], "make fix"),
    Check("imports", [str(BIN / "lint-imports")], "move the import to the side that may know: docs/ARCHITECTURE.md"),
    Check("types", [str(BIN / "mypy")], "mend the types it names"),
    Check("contract", [PYTHON, "-m", "layerloom.contract", "--check"], "make fix"),
    Check("front end types", [*NPM, "types"], "mend the types it names"),
    Check("front end lint", [*NPM, "lint"], "mend what it names"),
    Check("front end tests", [*NPM, "test"], "npm --prefix frontend test"),
    Check(
        "first load",
        [PYTHON, "tests/first_load.py"],
        "load later what is not seen at once (frontend/src/ui/later.tsx), or take it out",
    ),
    Check(
        "fast tests",
        [PYTHON, "-m", "pytest", "tests/unit", "tests/contract"],
        f"{PYTHON} -m pytest tests/unit tests/contract",
    ),
)
SLOW = (
    Check(
        "Keras, processes, web",
        [PYTHON, "-m", "pytest", "tests/keras", "tests/integration", "-n", "2", "--dist", "loadfile"],
        "pytest",
    ),
    Check("browser", [PYTHON, "-m", "pytest", "tests/e2e", "-n", "2", "--dist", "loadfile"], "pytest tests/e2e"),
)
LONG = Check(
    "everything else",
    [PYTHON, "-m", "pytest", "tests", "-m", "long", "-n", "2", "--dist", "worksteal"],
    "pytest -m long",
)
"""Whole families: every application of Keras, every documented model's outputs."""
AGAIN = ["-n", "0", "--last-failed", "-v", "--tb=short"]
"""A browser, and processes that are killed on purpose, may stumble on a busy machine: what failed among all is tried once more by itself, in the open, and has to pass there."""


def run(check: Check) -> bool:
    begun = time.monotonic()
    done = subprocess.run(check.command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - begun
    last = (
        next((line for line in reversed(done.stdout.splitlines()) if line.strip()), "") if "test" in check.name else ""
    )
    print(f"{'ok  ' if done.returncode == 0 else 'FAIL'} {check.name} ({seconds:.0f} s) {last}", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr)
        print(f"→ {check.mend}\n", flush=True)
    return done.returncode == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--long", action="store_true", help="what `make test` leaves out for its length, too")
    arguments = parser.parse_args()
    with ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2)) as pool:
        passed = list(pool.map(run, FAST))
    if arguments.all:
        # One after the other and in the open: these take minutes, and are measured against the clock of CI.
        for check in (*SLOW, *([LONG] if arguments.long else [])):
            print(f"…    {check.name}", flush=True)
            done = subprocess.run(check.command, cwd=ROOT, env=ENVIRONMENT, check=False).returncode
            if done == 1:
                print(f"…    {check.name}, what failed, once more", flush=True)
                done = subprocess.run([*check.command, *AGAIN], cwd=ROOT, env=ENVIRONMENT, check=False).returncode
            passed.append(done == 0)
            if not passed[-1]:
                print(f"→ {check.mend}\n", flush=True)
    print(f"{sum(passed)} passed, {len(passed) - sum(passed)} failed", flush=True)
    raise SystemExit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
