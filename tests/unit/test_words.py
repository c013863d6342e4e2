"""Message files: one English for every sentence, no message without a use, the same language in Python and in the page."""

import ast
import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

import word_cases
from layerloom import words
from layerloom.catalog.types import Kind, Param, ParamType
from layerloom.datasets import csv_text
from layerloom.graph.texts import CODES
from layerloom.graph.validate.coerce import wanted
from layerloom.words import Phrase, fluent, listed, phrase, say

BACKEND = Path(words.__file__).parents[1]
LANGUAGES = ("zh", "es")


def read(text: str, **values: fluent.Value) -> str:
    return fluent.write(fluent.parse(text)["m"], values)


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        ("m = Hello", {}, "Hello"),
        ("m = { $a } and { $b }.", {"a": "x", "b": 2890}, "x and 2,890."),
        ("m = { $n ->\n    [one] { $n } unit\n   *[other] { $n } units\n} of it", {"n": 1}, "1 unit of it"),
        ("m = { $n ->\n    [one] { $n } unit\n   *[other] { $n } units\n} of it", {"n": 12}, "12 units of it"),
        ("m = { $n ->\n    [0] none\n   *[other] { $n }\n}", {"n": 0}, "none"),
        ("m = { $k ->\n    [left] to\n   *[right] from\n}", {"k": "right"}, "from"),
        ('m = { "{" }"name"{ "}" }', {}, '{"name"}'),
        ("m = one\n    two", {}, "one\ntwo"),
        ("m =\n    one line", {}, "one line"),
    ],
)
def test_a_message_is_said_with_its_values(text: str, values: dict[str, fluent.Value], said: str) -> None:
    assert read(text, **values) == said


def test_an_attribute_is_said_by_its_name() -> None:
    assert fluent.parse("m = whole\n    .title = short")["m.title"] == ("short",)


@pytest.mark.parametrize(
    "text",
    [
        "m = { NUMBER($n) }",
        "m = { $n",
        "m = a }",
        "m = { $n ->\n    [one] x\n}",
        "m = { other }",
        "no message",
        "m = 1\nm = 2",
    ],
)
def test_what_is_not_read_here_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"m|line"):
        fluent.parse(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2890, "2,890"),
        (99_999_999, "99,999,999"),
        (200_000_000, "2×10⁸"),
        (123_456_789, "1.23×10⁸"),
        (999_999_999, "10×10⁸".replace("10×10⁸", "1×10⁹")),
        (-5, "-5"),
        (0.125, "0.125"),
        (0.12345, "0.123"),
        (1e300, "1×10³⁰⁰"),
    ],
)
def test_numbers_are_short_and_grouped(value: float, text: str) -> None:
    assert fluent.number(value) == text


def test_a_number_beyond_every_float_is_a_text() -> None:
    assert phrase("kind-axes", n=10**400).values["n"] == "10^400"


def test_things_in_a_row_are_joined() -> None:
    assert [str(listed(list("abc")[:n])) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert str(listed(["x", phrase("list-more", n=3)], "or")) == "x or 3 more"


def test_phrases_stand_inside_phrases() -> None:
    assert say(phrase("kind-at-least", kind=phrase("kind-4"))) == "at least a picture"


def test_every_code_has_its_words() -> None:
    titled = {re.sub(r"-.*", "", id.removeprefix("problem-")) for id in words.english() if id.startswith("problem-")}
    assert set(CODES) <= titled


def test_every_problem_has_a_title() -> None:
    plain = {id for id in words.english() if id.startswith("problem-") and "." not in id}
    assert {id for id in plain if f"{id}.title" not in words.english()} == set()


@pytest.mark.parametrize("type", get_args(ParamType))
def test_every_kind_of_parameter_says_what_it_takes(type: ParamType) -> None:
    for low, high, rank in product((None, 0.0), (None, 1.0), (None, 2)):
        for nullable in (True, False):
            param = Param(name="p", type=type, minimum=low, maximum=high, rank=rank, nullable=nullable)
            assert say(wanted(param))


def test_every_family_of_messages_is_whole() -> None:
    families = {
        "member": set(get_args(Kind)) - {"op", "application", "callback"},
        "members": set(get_args(Kind)) - {"op", "application", "callback"},
        "column-holds": {"text", "constant", "identifier", "series"},
        "unlearnable": {"text", "constant", "identifier", "series"},
        "file": set(csv_text.MAGIC.values()),
    }
    missing = {f"{family}-{one}" for family, ones in families.items() for one in ones} - set(words.english())
    assert missing == set()


def test_every_message_is_used() -> None:
    texts, shapes = set[str](), set[str]()
    for text, shape in _strings():
        (shapes if shape else texts).add(text)
    patterns = [re.compile(shape) for shape in shapes]

    def used(id: str) -> bool:
        stem = re.match(r"(problem|fix)-([^-]+)(?:-(.*))?$", id)
        if stem and stem[2] in texts:
            return True
        return id in texts or any(pattern.fullmatch(id) for pattern in patterns)

    assert {id for id in words.english() if "." not in id and not used(id)} == set()


def test_the_recorded_problems_are_current() -> None:
    recorded = json.loads(word_cases.TARGET.read_text())
    assert recorded == word_cases.current(), f"stale: run {word_cases.COMMAND}"


def test_a_phrase_survives_the_wire() -> None:
    said = phrase("kind-at-least", kind=phrase("kind-4"), n=3, names=listed(["a", "b"]), part=0.5)
    assert Phrase.model_validate_json(said.model_dump_json()) == said


def _strings() -> Iterator[tuple[str, bool]]:
    """Every text in the sources, and the pattern of every f-string that could be an id."""
    for path in BACKEND.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value, False
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(one.value)) if isinstance(one, ast.Constant) else r"[\w-]+" for one in node.values
                ]
                if re.match(r"[a-z]+\\?-", parts[0]):
                    yield "".join(parts), True
