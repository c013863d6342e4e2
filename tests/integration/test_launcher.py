"""The fork server without Keras: one request one child, inspectors that die or hang, nothing left behind."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import launchers
from launchers import eventually, gone
from layerloom.graph.problems import Refused
from layerloom.launcher.client import Allowance, Launcher, Unavailable
from layerloom.launcher.inspector import Inspector
from layerloom.launcher.once import ChildFailed, ChildLost, TimedOut, do


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="module")
def launcher(scratch: Path) -> Iterator[Launcher]:
    with launchers.running(scratch) as launcher:
        launcher.wait_ready(30)
        yield launcher


def test_the_launcher_has_one_thread_when_it_forks(launcher: Launcher) -> None:
    assert launcher.threads == 1


def test_one_request_gets_one_answer_and_leaves_no_folder(launcher: Launcher, scratch: Path) -> None:
    answer = do(launcher, "doubles:answer", {"x": [1, 2]}, scratch=scratch, timeout=10)
    assert answer["answer"] == {"x": [1, 2]}
    assert not Path(answer["folder"]).exists()
    assert eventually(lambda: gone(answer["pid"]))


def test_a_megabyte_goes_in_and_comes_back(launcher: Launcher, scratch: Path) -> None:
    text = "é" * 1_000_000
    assert do(launcher, "doubles:answer", text, scratch=scratch, timeout=10)["answer"] == text


def test_many_threads_ask_at_once(launcher: Launcher, scratch: Path) -> None:
    answers: list[int] = []

    def ask(number: int) -> None:
        answers.append(do(launcher, "doubles:answer", number, scratch=scratch, timeout=20)["answer"])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == list(range(12))


def test_what_a_child_refuses_is_refused_here_with_its_problems(launcher: Launcher, scratch: Path) -> None:
    with pytest.raises(Refused) as caught:
        do(launcher, "doubles:refuse", None, scratch=scratch, timeout=10)
    assert caught.value.status == 415
    assert caught.value.problems[0].code == "too_large"


def test_a_childs_exception_comes_with_its_traceback(launcher: Launcher, scratch: Path) -> None:
    with pytest.raises(ChildFailed, match="KeyError: 'missing'") as caught:
        do(launcher, "doubles:fail", None, scratch=scratch, timeout=10)
    assert "doubles.py" in caught.value.detail


def test_a_child_that_dies_says_by_what(launcher: Launcher, scratch: Path) -> None:
    with pytest.raises(ChildLost, match="signal 9"):
        do(launcher, "doubles:die", None, scratch=scratch, timeout=10)


def test_a_child_that_hangs_is_ended(launcher: Launcher, scratch: Path) -> None:
    began = time.monotonic()
    with pytest.raises(TimedOut):
        do(launcher, "doubles:hang", None, scratch=scratch, timeout=0.5)
    assert time.monotonic() - began < 5


def test_an_entry_that_does_not_exist_is_named(launcher: Launcher, scratch: Path) -> None:
    with pytest.raises(ChildFailed, match="nowhere"):
        do(launcher, "nowhere:main", None, scratch=scratch, timeout=10)


def test_no_descriptor_is_left_behind(launcher: Launcher, scratch: Path) -> None:
    do(launcher, "doubles:answer", 1, scratch=scratch, timeout=10)
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(10):
        do(launcher, "doubles:answer", 1, scratch=scratch, timeout=10)
    assert len(os.listdir("/proc/self/fd")) == before
    assert launcher.pid is not None
    assert len(os.listdir(f"/proc/{launcher.pid}/fd")) < 12


def test_a_question_that_kills_its_inspector_twice_fails_and_the_next_is_answered(
    launcher: Launcher, tmp_path: Path
) -> None:
    inspector = _whimsical(launcher, tmp_path)
    first = inspector.ask({"value": 1})
    with pytest.raises(ChildLost):
        inspector.ask({"what": "die"})
    assert inspector.state == "restarting"
    again = inspector.ask({"value": 3})
    assert (again["echo"], inspector.restarts, inspector.state) == (3, 2, "ready")
    assert again["pid"] != first["pid"]
    inspector.close()


def test_a_question_whose_inspector_is_killed_under_it_is_asked_again(launcher: Launcher, tmp_path: Path) -> None:
    inspector = _whimsical(launcher, tmp_path)
    pid = inspector.ask({"value": 1})["pid"]
    killer = threading.Timer(0.2, os.kill, (pid, signal.SIGKILL))
    killer.start()
    answer = inspector.ask({"value": 2, "what": "sleep"})
    assert (answer["echo"], answer["pid"] != pid, inspector.restarts) == (2, True, 1)
    inspector.close()


def test_an_inspector_killed_from_outside_loses_no_question(launcher: Launcher, tmp_path: Path) -> None:
    inspector = _whimsical(launcher, tmp_path)
    for number in range(3):
        pid = inspector.ask({"value": number})["pid"]
        os.kill(pid, signal.SIGKILL)
        assert inspector.ask({"value": number})["echo"] == number
    inspector.close()


def test_an_inspector_that_hangs_is_replaced(launcher: Launcher, tmp_path: Path) -> None:
    inspector = _whimsical(launcher, tmp_path)
    inspector.ask({"value": 1})
    with pytest.raises(TimedOut):
        inspector.ask({"what": "hang"}, timeout=0.3)
    assert inspector.ask({"value": 2})["echo"] == 2
    inspector.close()


def test_an_inspector_that_only_fails_stays(launcher: Launcher, tmp_path: Path) -> None:
    inspector = _whimsical(launcher, tmp_path)
    pid = inspector.ask({"value": 1})["pid"]
    with pytest.raises(ChildFailed, match="missing"):
        inspector.ask({"what": "fail"})
    assert inspector.ask({"value": 2})["pid"] == pid
    inspector.close()


def test_an_inspector_is_replaced_after_enough_questions(launcher: Launcher, tmp_path: Path) -> None:
    inspector = _whimsical(launcher, tmp_path, most_questions=3)
    pids = [inspector.ask({"value": number})["pid"] for number in range(7)]
    assert len(set(pids)) == 3
    assert inspector.restarts == 0
    inspector.close()


def test_a_preload_that_fails_says_so_with_its_traceback(tmp_path: Path) -> None:
    with launchers.running(tmp_path, preload=("no_such_module",)) as launcher:
        with pytest.raises(Unavailable, match="no_such_module"):
            launcher.wait_ready(30)
        assert launcher.state == "failed"


def test_a_launcher_that_finds_no_room_to_start_tries_again(tmp_path: Path) -> None:
    place = tmp_path / "scratch"
    with launchers.running(place) as launcher:
        launcher.wait_ready(20)
        shutil.rmtree(place)
        place.write_text("in the way")
        os.kill(launcher.pid, signal.SIGKILL)
        assert eventually(lambda: "could not be started" in launcher.error)
        place.unlink()
        assert eventually(lambda: launcher.state == "ready", 20)
        assert launcher.error == ""


def test_children_die_with_their_launcher_and_it_starts_again(tmp_path: Path) -> None:
    with launchers.running(tmp_path) as launcher:
        launcher.wait_ready(30)
        children = [launcher.spawn("run", "doubles:SlowRun", Allowance(tmp_path)) for _ in range(3)]
        for child in children:
            child.say({"request": {}})
        assert eventually(lambda: all(child.pid for child in children))
        assert launcher.pid is not None
        first = launcher.pid
        os.kill(first, signal.SIGKILL)
        assert all(eventually(lambda pid=child.pid: gone(pid)) for child in children)
        assert all(child.wait(5) is not None for child in children)
        assert eventually(lambda: launcher.state == "ready" and launcher.pid != first)
        assert do(launcher, "doubles:answer", 1, scratch=tmp_path, timeout=10)["answer"] == 1
        for child in children:
            child.close()


WORKER = """
import sys, time
from pathlib import Path
from layerloom.launcher.client import Allowance, Launcher
launcher = Launcher(Path(sys.argv[1]), preload=("doubles",)).start()
launcher.wait_ready(30)
child = launcher.spawn("run", "doubles:StubbornRun", Allowance(Path(sys.argv[1])))
child.say({"request": {}})
while child.pid is None:
    time.sleep(0.01)
print(launcher.pid, child.pid, flush=True)
time.sleep(100)
"""


def test_launcher_and_children_die_with_a_worker_that_is_killed(tmp_path: Path) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": launchers.HERE},
    )
    assert worker.stdout is not None
    pids = [int(word) for word in worker.stdout.readline().split()]
    worker.kill()
    worker.wait()
    worker.stdout.close()
    assert len(pids) == 2
    assert all(eventually(lambda pid=pid: gone(pid)) for pid in pids)


def _whimsical(launcher: Launcher, scratch: Path, most_questions: int = 2000) -> Inspector:
    return Inspector(launcher, "doubles:whimsical", scratch, most_questions)
