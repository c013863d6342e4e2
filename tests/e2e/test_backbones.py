"""A backbone by hand: placed, held still up to a layer, laid open into a block, gone into, folded up again by undo; its weights brought and fetched."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from hands import card, expect_wires, press, put
from served import Served, end, free_port, start

FILE = "mobilenet_1_0_224_tf_no_top.h5"
PICTURE: dict[str, Any] = {"type": "input", "name": "photo", "shape": [32, 32, 3], "scaling": "none"}


class Mirror:
    """Has the one file, of which the second half waits until it is let go; answers nothing while it is away."""

    def __init__(self) -> None:
        self.body = b""
        self.go = threading.Event()
        self.away = False
        mirror = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if mirror.away or not self.path.endswith(f"/keras-applications/mobilenet/{FILE}"):
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Length", str(len(mirror.body)))
                self.end_headers()
                self.wfile.write(mirror.body[: len(mirror.body) // 2])
                self.wfile.flush()
                mirror.go.wait(60)
                self.wfile.write(mirror.body[len(mirror.body) // 2 :])

            def log_message(self, *_: Any) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture(scope="module")
def mirror() -> Iterator[Mirror]:
    found = Mirror()
    yield found
    found.go.set()
    found.server.shutdown()
    found.server.server_close()


@pytest.fixture(scope="module")
def layerloom(tmp_path_factory: pytest.TempPathFactory, mirror: Mirror) -> Iterator[Served]:
    """Fetches from the mirror instead of from Keras' own address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAYERLOOM_WEIGHTS_FROM", f"http://127.0.0.1:{mirror.server.server_address[1]}")
        served = start(tmp_path_factory.mktemp("backbones") / "home", free_port())
    yield served
    end(served)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file as Keras' own are, with numbers of the test's own."""
    import h5py
    import keras
    from keras.src.legacy.saving.legacy_h5_format import save_weights_to_hdf5_group

    model = keras.applications.MobileNet(input_shape=(32, 32, 3), include_top=False, weights=None)
    path = tmp_path_factory.mktemp("weights") / "brought.h5"
    with h5py.File(path, "w") as file:
        save_weights_to_hdf5_group(file, model)
    return path


def settings(page: Page) -> Locator:
    return page.get_by_role("tabpanel", name="Settings")


def placed(page: Page) -> str:
    """A picture, and below it a backbone that is wired to it; the name it was given."""
    put(page, {"nodes": {"p": PICTURE}, "layout": {"p": {"x": 0, "y": 0}}})
    expect(card(page, "photo")).to_be_visible()
    card(page, "photo").click(position={"x": 60, "y": 18})
    palette = page.get_by_role("complementary", name="Layers")
    palette.get_by_role("searchbox").fill("MobileNet")
    palette.get_by_role("button", name="Add MobileNet", exact=True).click()
    name = "mobile_net_1"
    expect(card(page, name)).to_be_visible()
    expect_wires(page, f"photo {name}")
    return name


def open_settings(page: Page, name: str) -> Locator:
    card(page, name).click(position={"x": 60, "y": 18})
    panel = settings(page)
    expect(panel.get_by_role("heading", name=re.compile("Net"))).to_be_visible()
    return panel


def unfold(page: Page, name: str) -> None:
    """By its button; a window says what is going on until the block stands there."""
    settings(page).get_by_role("button", name="Unfold", exact=True).click()
    expect(card(page, f"{name}_block")).to_be_visible(timeout=90_000)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_backbone_is_laid_open_gone_into_and_folded_up_by_undo(empty: Page) -> None:
    name = placed(empty)
    panel = open_settings(empty, name)
    expect(panel).to_contain_text("gives 1,024", timeout=60_000)
    panel.get_by_label("held still", exact=True).select_option("some")
    last = panel.get_by_label("last layer held still", exact=True)
    last.fill("conv_pw_3_relu")
    last.press("Enter")
    unfold(empty, name)
    expect_wires(empty, f"photo {name}_block")
    expect(settings(empty)).to_contain_text("gives 1,024", timeout=60_000)
    press(empty, "Enter")
    expect_wires(
        empty,
        "input true_divide",
        "true_divide subtract",
        f"subtract {name}",
        f"{name} output",
    )
    card(empty, name).dblclick(position={"x": 80, "y": 18})
    expect(card(empty, "conv1_relu")).to_be_visible()
    card(empty, "conv1").click(position={"x": 60, "y": 18})
    expect(settings(empty).get_by_role("radio", name="frozen")).to_be_checked()
    press(empty, "ControlOrMeta+z")
    expect_wires(empty, f"photo {name}")
    panel = open_settings(empty, name)
    expect(panel.get_by_label("last layer held still", exact=True)).to_have_value("conv_pw_3_relu")
    expect(panel).to_contain_text("gives 1,024", timeout=60_000)
    press(empty, "ControlOrMeta+Shift+z")  # leads back to where it was undone
    expect(card(empty, "conv1_relu")).to_be_visible()


def test_it_is_found_in_the_menu_of_its_card_and_in_the_palette_of_commands(empty: Page) -> None:
    name = placed(empty)
    expect(open_settings(empty, name)).to_contain_text("gives 1,024", timeout=60_000)
    card(empty, name).click(button="right", position={"x": 60, "y": 18})
    empty.get_by_role("menuitem", name="Unfold the backbone").click()
    expect(card(empty, f"{name}_block")).to_be_visible(timeout=90_000)
    press(empty, "ControlOrMeta+z")
    expect_wires(empty, f"photo {name}")
    card(empty, name).click(position={"x": 60, "y": 18})
    press(empty, "ControlOrMeta+k")
    empty.get_by_role("dialog").get_by_role("combobox").fill("Unfold the backbone")
    press(empty, "Enter")
    expect(card(empty, f"{name}_block")).to_be_visible(timeout=90_000)


def test_one_that_nothing_flows_into_says_what_it_needs(empty: Page) -> None:
    base = {"type": "backbone", "name": "base", "application": "MobileNetV2", "params": {"weights": None}}
    put(empty, {"nodes": {"b": base | {"freeze": None, "preprocess": True}}, "layout": {"b": {"x": 0, "y": 0}}})
    open_settings(empty, "base")
    settings(empty).get_by_role("button", name="Unfold", exact=True).click()
    window = empty.get_by_role("dialog", name="Unfold base")
    expect(window.get_by_role("alert")).to_contain_text("Wire it to a picture first")
    window.get_by_role("button", name="Close").last.click()
    expect(window).to_have_count(0)


def wanting(page: Page, layerloom: Served) -> tuple[str, Locator]:
    """A backbone with the weights of ImageNet, which are not here; and where it says so."""
    (layerloom.home / "weights" / FILE).unlink(missing_ok=True)
    name = placed(page)
    panel = open_settings(page, name)
    panel.get_by_role("button", name=re.compile("^Reset weights")).click()
    told = panel.get_by_role("region", name="The file of its weights")
    expect(told).to_contain_text("not here yet", timeout=60_000)
    expect(told).to_contain_text(FILE)
    expect(told).to_contain_text(str(layerloom.home / "weights"))
    return name, told


@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
def test_its_weights_are_brought_and_come_along_when_it_is_laid_open(
    empty: Page, layerloom: Served, weights: Path, tmp_path: Path
) -> None:
    name, told = wanting(empty, layerloom)
    settings(empty).get_by_role("button", name="Unfold", exact=True).click()
    window = empty.get_by_role("dialog", name=f"Unfold {name}")
    expect(window.get_by_role("alert")).to_contain_text("weights are not here", timeout=60_000)
    expect(window.get_by_role("region", name="The file of its weights")).to_contain_text(FILE, timeout=60_000)
    window.get_by_role("button", name="Close").last.click()

    wrong = tmp_path / "wrong.h5"
    wrong.write_text("no weights")
    told.locator("input[type=file]").set_input_files(wrong)
    expect(told.get_by_role("alert")).to_contain_text("damaged", timeout=60_000)
    told.locator("input[type=file]").set_input_files(weights)
    expect(told).to_contain_text("Its weights are here", timeout=60_000)
    expect(told.get_by_role("alert")).to_have_count(0)
    assert (layerloom.home / "weights" / FILE).read_bytes() == weights.read_bytes()

    unfold(empty, name)
    kept = list((layerloom.home / "imports").glob("*/kept"))
    assert len(kept) == 1
    press(empty, "ControlOrMeta+z")
    expect(card(empty, name)).to_be_visible()


@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
def test_its_weights_are_fetched_with_their_progress(
    empty: Page, layerloom: Served, mirror: Mirror, weights: Path
) -> None:
    _, told = wanting(empty, layerloom)
    mirror.away = True
    told.get_by_role("button", name="Download").click()
    expect(told.get_by_role("alert")).to_contain_text(f"{FILE} could not be fetched", timeout=60_000)
    expect(told.get_by_role("alert")).to_contain_text(str(layerloom.home / "weights"))
    mirror.away, mirror.body = False, weights.read_bytes()
    told.get_by_role("button", name="Download").click()
    expect(told).to_contain_text(f"Downloading {FILE}", timeout=60_000)
    expect(told.get_by_role("progressbar")).to_be_visible()
    mirror.go.set()
    expect(told).to_contain_text("Its weights are here", timeout=60_000)
    assert (layerloom.home / "weights" / FILE).read_bytes() == weights.read_bytes()
