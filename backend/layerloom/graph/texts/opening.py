"""Wording of what keeps a graph file from being opened at all."""

from layerloom.graph.problems import Problem, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import count


@code
def not_json(evidence: str) -> Problem:
    return problem(
        "not_json",
        "This is no graph file.",
        f"A graph is a JSON text. Reading stopped: {evidence}. Export the graph again, or look at that place in the file.",
        evidence=evidence,
    )


@code
def duplicate_key(key: str) -> Problem:
    return problem(
        "duplicate_key",
        "One name stands twice in the file.",
        f"Each name may stand once in an object, or it is unclear which one counts. Received: {key!r} twice. Remove one of the two.",
        place=key,
        evidence=key,
    )


@code
def too_deeply_nested(limit: int) -> Problem:
    return problem(
        "too_deeply_nested",
        "The file is nested too deeply.",
        f"A graph needs at most {limit} levels of brackets inside each other. Received: more. This is no graph that Layerloom wrote.",
    )


@code
def number_too_long(limit: int) -> Problem:
    return problem(
        "number_too_long",
        "A number in the file is too long.",
        f"Numbers have at most {limit} digits. Received: a longer one. Write a smaller number.",
    )


@code
def not_finite(place: str, evidence: str) -> Problem:
    return problem(
        "not_finite",
        f"{place} is not a finite number.",
        f"`{place}` needs a number that can be counted to. Received: {evidence}. Write an ordinary number there.",
        place=place,
        evidence=evidence,
    )


@code
def not_text(place: str) -> Problem:
    return problem(
        "not_text",
        f"{place} is not readable text.",
        f"`{place}` holds half of a character (a lone surrogate), which no file can store. Type the text again.",
        place=place,
    )


@code
def file_too_large(size: int, limit: int) -> Problem:
    return problem(
        "file_too_large",
        "The file is too large for a graph.",
        f"A graph file has at most {count(limit)} bytes. Received: {count(size)}. Is it really a graph?",
    )


@code
def too_many_nodes(number: int, limit: int) -> Problem:
    return problem(
        "too_many_nodes",
        "The graph has too many nodes.",
        f"A graph has at most {count(limit)} nodes. Received: {count(number)}. Remove some, or split the graph.",
    )


@code
def too_many_edges(number: int, limit: int) -> Problem:
    return problem(
        "too_many_edges",
        "The graph has too many wires.",
        f"A graph has at most {count(limit)} wires. Received: {count(number)}. Remove some, or split the graph.",
    )


@code
def made_with_newer_layerloom(version: int, known: int) -> Problem:
    return problem(
        "made_with_newer_layerloom",
        "This graph was made with a newer Layerloom.",
        f"This Layerloom reads graphs up to version {known}. Received: version {version}. Update Layerloom, then open it again.",
        place="version",
        evidence=str(version),
    )


@code
def bad_field(place: str, expectation: str, evidence: str) -> Problem:
    received = f"Received: {evidence}. " if evidence else "Nothing is there. "
    return problem(
        "bad_field",
        f"{place} does not fit a graph.",
        f"`{place}`: {expectation}. {received}Correct that field.",
        place=place,
        evidence=evidence,
    )
