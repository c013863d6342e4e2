"""Everything that a page says, seen or spoken, and which words of it are English where another language is read.

Chinese is written in characters, so any word in Latin letters must be a name: of Keras, of this graph, of the data, of a file format. Spanish is
held to words that only the English messages know. Both leave out what is code or somebody's own: `code`, `pre`, Keras' documentation, notes.
"""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from layerloom.words import fluent

ROOT = Path(__file__).resolve().parents[1]
MESSAGES = ROOT / "frontend" / "messages"

SAID = """() => {
  const silent = 'script, style, code, pre, kbd, textarea, [lang=en], [translate=no], .visually-hidden[aria-live], .katex'
  const found = new Set()
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
  const add = (text) => text?.trim() && found.add(text.trim().replace(/\\s+/g, ' '))
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  while (walk.nextNode()) {
    const at = walk.currentNode
    const element = at.nodeType === Node.TEXT_NODE ? at.parentElement : at
    if (!element || element.closest(silent) || (!seen(element) && !element.closest('select, [aria-live]'))) continue
    if (at.nodeType === Node.TEXT_NODE) add(element.querySelector(':scope > wbr') ? element.textContent : at.data)
    else for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'aria-placeholder', 'title', 'placeholder', 'alt'])
      add(element.getAttribute(name))
  }
  add(document.title)
  return [...found]
}"""

NAMES = {
    *("Layerloom", "Keras", "Python", "TensorFlow", "LiteRT", "ONNX", "OpenVINO", "Core", "ML", "Raspberry", "Pi"),
    *(
        "iPhone",
        "iPad",
        "Mac",
        "Intel",
        "Docker",
        "Dockerfile",
        "Landlock",
        "seccomp",
        "Runtime",
        "Serving",
        "SavedModel",
    ),
    *(
        "CSV",
        "csv",
        "zip",
        "JSON",
        "json",
        "PNG",
        "png",
        "SVG",
        "svg",
        "py",
        "h",
        "keras",
        "ipynb",
        "script",
        "model",
        "curves",
    ),
    *(
        "CPU",
        "GPU",
        "RAM",
        "kB",
        "MB",
        "GB",
        "ms",
        "px",
        "CNN",
        "MLP",
        "ReLU",
        "URL",
        "QR",
        "int",
        "uint",
        "float",
        "bfloat",
        "mixed_float",
        "mixed_bfloat",
        "val",
    ),
    *(
        "Graphviz",
        "epochs",
        "batch_size",
        "Transformer",
        "one-hot",
        "multi-hot",
        "GAN",
        "Functional",
        "Jupyter",
        "Lite",
        "Sequential",
        "receipt",
    ),
    *(
        "Ctrl",
        "Meta",
        "Alt",
        "Shift",
        "Esc",
        "Tab",
        "Enter",
        "Delete",
        "Home",
        "End",
        "Insert",
        "Backspace",
        "Cmd",
        "F",
    ),
    *("English", "Español"),
    *("js", "tensorflowjs", "models", "load_model"),
}
"""Of things, formats, units and keys: the same in every language."""


@cache
def messages(locale: str) -> dict[str, fluent.Pattern]:
    return fluent.parse("\n".join(file.read_text() for file in sorted((MESSAGES / locale).glob("*.ftl"))))


def word(locale: str, id: str, **values: str | int) -> str:
    return fluent.write(messages(locale)[id], values)


def names_in(locale: str, id: str) -> set[str]:
    """What the message is filled in with."""

    def inside(pattern: fluent.Pattern) -> set[str]:
        found = set()
        for part in pattern:
            if isinstance(part, fluent.Variable):
                found.add(part.name)
            elif isinstance(part, fluent.Choice):
                found |= {part.variable}.union(*map(inside, part.variants.values()))
        return found

    return inside(messages(locale)[id])


def named(page: Page) -> set[str]:
    """Every name of the catalog, of the data sets, and of what is drawn in the project that is open."""
    told: dict[str, Any] = page.evaluate(
        """async () => {
          const get = async (path) => (await fetch(path)).json()
          const project = /projects\\/([0-9a-f]+)/.exec(location.hash)?.[1]
          return {
            catalog: await get('/api/catalog'),
            later: await get('/api/catalog/later'),
            projects: (await get('/api/projects')).map(({ name }) => name),
            datasets: (await get('/api/datasets')).map(({ spec }) => [spec.columns, spec.title, spec.file_name]),
            graph: project ? (await get('/api/projects/' + project)).graph : null,
          }
        }"""
    )
    texts: list[str] = []

    def collect(part: Any, key: str = "") -> None:
        if isinstance(part, str) and key not in ("sentence", "doc", "summary", "teaching", "title", "text"):
            texts.append(part)
        elif isinstance(part, dict):
            texts.extend(part)
            for name, value in part.items():
                collect(value, name)
        elif isinstance(part, list):
            for value in part:
                collect(value, key)

    collect(told)
    return {one for text in texts for one in words_in(text)} | {
        one for text in texts for one in re.findall(r"\w+", text)
    }


_SUMMARIES: set[str] = set()


def keras_says(page: Page) -> set[str]:
    """First sentences of what has none of ours: Keras' own, in English."""
    if not _SUMMARIES:
        for path in ("catalog", "catalog/later"):
            members = page.evaluate("async (path) => (await (await fetch('/api/' + path)).json()).members", path)
            _SUMMARIES.update(one["summary"] for one in members if one.get("summary") and not one.get("teaching"))
    return _SUMMARIES


def words_in(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:[_’'-][^\W\d_]+)*", text)


@cache
def only_english() -> frozenset[str]:
    """Words of three letters and more that stand in English messages and in no Spanish one."""
    said: dict[str, set[str]] = {}
    for locale in ("en", "es"):
        sources = [*(MESSAGES / locale).glob("*.ftl"), *(ROOT / "backend/layerloom/words" / locale).glob("*.ftl")]
        text = "\n".join(file.read_text() for file in sources)
        if locale == "es":
            text += (ROOT / "backend/layerloom/catalog/words/es.ftl").read_text()
            text += "\n".join(file.read_text() for file in (ROOT / "backend/layerloom/catalog/cards/es").glob("*.md"))
        else:
            text += "\n".join(
                (files("layerloom.catalog") / "data" / name).read_text() for name in ("overlay.toml", "ops.toml")
            )
            text = re.sub(r"`[^`]*`|\S+->\S+", " ", text)
        text = re.sub(r"^[\w.-]+ *=|\{[^{}]*\}|\[\w+\]|#.*$", " ", text, flags=re.MULTILINE)
        said[locale] = {one.lower() for one in words_in(text) if len(one) > 2}
    return frozenset(said["en"] - said["es"])


def english(page: Page, locale: str, known: set[str]) -> list[str]:
    """What is said in English, each with the words that gave it away."""
    found = []
    for text in page.evaluate(SAID):
        # Said as it is, or after the name of what it is about.
        if text in keras_says(page) or text.partition(": ")[2] in keras_says(page):
            continue
        # What stands in ticks is code; a validation's metric is called by the metric.
        here = [one.removeprefix("val_") for one in words_in(re.sub(r"`[^`]*`|\S+->\S+", " ", text))]
        here = [one for one in here if one not in known and one not in NAMES]
        if locale == "zh":
            bad = [one for one in here if re.search(r"[A-Za-z]{2}", one)]
        else:
            bad = [one for one in here if one.lower() in only_english()]
        if bad:
            found.append(f"{text[:160]!r}: {', '.join(bad)}")
    return found
