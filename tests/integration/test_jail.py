"""What a jailed child can reach, tried from inside it."""

import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import launchers
from layerloom.launcher import jail
from layerloom.launcher.client import Launcher
from layerloom.launcher.jail import landlock, seccomp
from layerloom.launcher.once import do

pytestmark = pytest.mark.skipif(
    not (landlock.abi() and seccomp.available()), reason=f"this kernel cannot lock a child in: {jail.level()}"
)

CALLS = {
    "x86_64": {
        "ptrace": 101,
        "bpf": 321,
        "io_uring": 425,
        "unshare": 272,
        "mount": 165,
        "keyctl": 250,
        "open by handle": 304,
    },
    "aarch64": {
        "ptrace": 117,
        "bpf": 280,
        "io_uring": 425,
        "unshare": 97,
        "mount": 40,
        "keyctl": 219,
        "open by handle": 265,
    },
}


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="module")
def launcher(scratch: Path) -> Iterator[Launcher]:
    with launchers.running(scratch) as launcher:
        launcher.wait_ready(30)
        yield launcher


def test_a_jailed_child_reaches_nothing_that_is_not_its_own(launcher: Launcher, scratch: Path, tmp_path: Path) -> None:
    secret, other = tmp_path / "home" / "secret", tmp_path / "other-run"
    secret.parent.mkdir()
    secret.write_text("the token")
    other.mkdir(mode=0o777)
    request = {"secret": str(secret), "other": str(other), "worker": os.getpid(), "calls": CALLS[platform.machine()]}
    found = do(launcher, "doubles:refusals", request, scratch=scratch, timeout=30)
    assert {name: how for name, how in found.items() if how.startswith("reached")} == {}
    assert len(found) > 25
    assert os.listdir(other) == []
    assert not Path("/tmp/layerloom-escaped").exists()


def test_a_jailed_child_has_what_a_run_needs(launcher: Launcher, scratch: Path, tmp_path: Path) -> None:
    data = tmp_path / "data.csv"
    data.write_text("a,b")
    found = do(launcher, "doubles:ordinary", {"data": str(data)}, scratch=scratch, timeout=30, read=(str(data),))
    assert (found["temporary inside"], found["threads"], found["data"]) == (True, True, "a,b")
    assert found["home"].startswith(str(scratch))


def test_a_data_file_that_was_not_given_cannot_be_read(launcher: Launcher, scratch: Path, tmp_path: Path) -> None:
    data = tmp_path / "data.csv"
    data.write_text("a,b")
    with pytest.raises(Exception, match="PermissionError"):
        do(launcher, "doubles:ordinary", {"data": str(data)}, scratch=scratch, timeout=30)


def test_a_child_sees_no_secret_in_its_environment(scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAYERLOOM_DATABASE_URL", "postgresql://user:password@host/db")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "password")
    with launchers.running(scratch) as launcher:
        launcher.wait_ready(30)
        found = do(launcher, "doubles:environment", None, scratch=scratch, timeout=10)
    assert "password" not in str(found)
    assert found["CUDA_VISIBLE_DEVICES"] == ""


def test_a_child_of_root_is_not_root(launcher: Launcher, scratch: Path) -> None:
    found = do(launcher, "doubles:ordinary", {}, scratch=scratch, timeout=30)
    assert found["uid"] != 0
    assert found["uid"] == os.getuid() or os.getuid() == 0


def test_every_child_of_root_is_another_user(launcher: Launcher, scratch: Path) -> None:
    if os.getuid():
        pytest.skip("only root can give children users of their own")
    users = {do(launcher, "doubles:ordinary", {}, scratch=scratch, timeout=30)["uid"] for _ in range(3)}
    assert len(users) == 3


def test_a_folder_written_by_an_earlier_attempt_can_be_written_again(
    launcher: Launcher, scratch: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    for _ in range(2):
        do(launcher, "doubles:write", {"name": "model.keras"}, scratch=scratch, timeout=10, folder=folder)
    assert (folder / "model.keras").read_text() == "xx"


def test_memory_past_the_limit_is_refused_and_the_child_says_so(launcher: Launcher, scratch: Path) -> None:
    with pytest.raises(Exception, match="MemoryError"):
        do(launcher, "doubles:swallow", None, scratch=scratch, timeout=30, memory_bytes=1 << 30)


def test_the_filter_lets_no_other_architecture_through() -> None:
    code = seccomp.program(1)
    assert len(code) % 8 == 0
    assert len(code) // 8 < 4096


def test_the_self_test_names_every_lock_that_holds() -> None:
    outcome = subprocess.run(
        [
            sys.executable,
            "-c",
            "from layerloom.launcher.jail import trial; import json; print(json.dumps(trial.self_test()))",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "false" not in outcome
    assert "read other files" in outcome


@pytest.mark.skipif(landlock.abi() < landlock.PORTS_SINCE, reason="this kernel cannot hold a child to one port")
def test_a_child_given_a_port_has_that_port_and_no_other(launcher: Launcher, scratch: Path) -> None:
    import socket

    with socket.socket() as other, socket.socket() as probe:
        other.bind(("127.0.0.1", 0))
        other.listen()
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        request = {"port": port, "other": other.getsockname()[1]}
        found = do(launcher, "doubles:loopback", request, scratch=scratch, timeout=30, loopback_port=port)
        reached = {name for name, how in found.items() if how == "reached"}
        assert reached == {"listen", "connect"}
        without = do(launcher, "doubles:loopback", request, scratch=scratch, timeout=30)
        assert {name for name, how in without.items() if how == "reached"} == set()
