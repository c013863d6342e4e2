"""Wording of what keeps a graph file from being opened at all."""

from layerloom.graph.problems import Problem, problem
from layerloom.graph.texts.registry import code
from layerloom.words import Said


@code
def not_json(evidence: Said) -> Problem:
    return problem("not_json", {"evidence": evidence}, evidence=str(evidence))


@code
def duplicate_key(key: str) -> Problem:
    return problem("duplicate_key", {"key": repr(key)}, place=key, evidence=key)


@code
def too_deeply_nested(limit: int) -> Problem:
    return problem("too_deeply_nested", {"limit": limit})


@code
def number_too_long(limit: int) -> Problem:
    return problem("number_too_long", {"limit": limit})


@code
def not_finite(place: str, evidence: str) -> Problem:
    return problem("not_finite", {"place": place, "evidence": evidence}, place=place, evidence=evidence)


@code
def not_text(place: str) -> Problem:
    return problem("not_text", {"place": place}, place=place)


@code
def file_too_large(size: int, limit: int) -> Problem:
    return problem("file_too_large", {"size": size, "limit": limit})


@code
def too_many_nodes(number: int, limit: int) -> Problem:
    return problem("too_many_nodes", {"n": number, "limit": limit})


@code
def too_many_edges(number: int, limit: int) -> Problem:
    return problem("too_many_edges", {"n": number, "limit": limit})


@code
def made_with_newer_layerloom(version: int, known: int) -> Problem:
    values = {"version": str(version), "known": str(known)}
    return problem("made_with_newer_layerloom", values, place="version", evidence=str(version))


@code
def bad_field(place: str, expectation: Said, evidence: str) -> Problem:
    return problem(
        "bad_field",
        {"place": place, "expectation": expectation, "evidence": evidence},
        form="" if evidence else "empty",
        place=place,
        evidence=evidence,
    )
