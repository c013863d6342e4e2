"""Which layers may follow a tensor, asked of a Keras that knows a few layers by heart."""

from collections.abc import Callable
from typing import Any

import pytest

from graph_cases import data_of, examine, graph
from layerloom import catalog
from layerloom.graph import fits, rest
from layerloom.graph.edits import apply
from layerloom.graph.joints import Joints, Wish
from layerloom.graph.memo import Entry, Memo, Question, Tensor
from layerloom.graph.plan import Ref
from layerloom.graph.problems import Problem, RemoveEdge, SetField
from layerloom.graph.validate import validate
from layerloom.graph.walk import walk

PICTURE = Tensor((None, 8, 8, 1))
LIST = Tensor((None, 64))


class ByHeart:
    """Takes everything as it is, but for the windows that are wider than the picture; counts what it is asked."""

    def __init__(self, refuses: Callable[[Question], bool] = lambda question: False) -> None:
        self.memo = Memo()
        self.requests: list[rest.Json] = []
        self.refuses = refuses

    def ask(self, request: rest.Json) -> None:
        self.requests.append(request)
        found: dict[str, Any] = {}

        def answer(question: Question) -> Any:
            first = next(iter(question.calls[-1].values()))
            tensor = first if isinstance(first, Tensor) else first[0]
            refused = self.refuses(question)
            entry = Entry(None, error="Computed output size would be negative.") if refused else Entry((tensor,))
            found[question.key] = entry.dump()
            return entry.dump()

        plan, flows, known = rest.load(request)
        walk(plan, known, answer, flows=flows)
        self.memo.add(found)

    def judge(self, *names: str, after: Tensor) -> list[fits.Fit]:
        return fits.judge(names, after, self.memo, self.ask)


def widest(question: Question) -> bool:
    params = question.call.params
    window = params.get("kernel_size", 2)
    return params.get("padding") != "same" and (window[0] if isinstance(window, tuple) else window) > 2


def test_the_most_used_layers_come_first_and_hidden_ones_never() -> None:
    assert fits.layers()[:3] == ("Dense", "Conv2D", "MaxPooling2D")
    assert set(fits.layers()) == {one.name for one in catalog.members("layer") if not one.hidden}


def test_a_layer_of_another_rank_is_not_asked_about() -> None:
    keras = ByHeart()
    dense, conv = keras.judge("Dense", "Conv2D", after=LIST)
    assert dense.output == LIST
    assert conv.failure is not None
    assert [step["call"]["$layer"] for request in keras.requests for step in request["steps"]] == ["Dense"]


def test_what_is_known_is_not_asked_again() -> None:
    keras = ByHeart()
    first = keras.judge("Dense", "Flatten", after=PICTURE)
    assert keras.judge("Dense", "Flatten", after=PICTURE) == first
    assert len(keras.requests) == 1


def test_a_layer_that_is_refused_is_tried_with_what_may_help() -> None:
    keras = ByHeart(refuses=widest)
    (fit,) = keras.judge("Conv2D", after=Tensor((None, 2, 2, 8)))
    assert fit.params == {"padding": "same"}
    assert fit.output is not None
    assert len(keras.requests) == 2


def test_all_are_asked_about_in_one_request() -> None:
    keras = ByHeart()
    keras.judge(*fits.layers(), after=PICTURE)
    assert len(keras.requests) <= 2


@pytest.mark.parametrize(
    ("layer", "tensor", "code"),
    [
        ("Conv2D", LIST, "wrong_rank"),
        ("Dropout", Tensor((None, 4), "int32"), "wrong_numbers"),
        ("RandomHue", PICTURE, "wrong_channels"),
        ("AdaptiveMaxPooling2D", Tensor((None, 1, 1, 8)), "too_small"),
        ("TextVectorization", Tensor((None, 3), "string"), "one_value_each"),
        ("Dense", Tensor((None, 10**8)), "too_many_parameters"),
    ],
)
def test_why_not_is_said_as_any_other_problem_is(layer: str, tensor: Tensor, code: str) -> None:
    (fit,) = ByHeart().judge(layer, after=tensor)
    problem = fits.explained(fit, tensor, "before")
    assert problem is not None
    assert (problem.code, problem.nodes, problem.fixes) == (code, (), ())
    assert layer in problem.title
    assert "before" in problem.message


def test_a_joining_layer_says_which_wires_it_waits_for() -> None:
    assert [fits.waits(name) for name in ("Dense", "Add", "MultiHeadAttention")] == [(), ("input",), ("value",)]


def judged(name: str, *wishes: Wish, without: str = "", bypassed: str = "") -> list[Problem | str]:
    opened = graph("valid", name)
    if without:
        opened = apply(opened, [RemoveEdge(edge=without)])
    if bypassed:
        opened = apply(opened, [SetField(node=bypassed, field="bypassed", value=True)])
    drawing = validate(opened, data_of(opened)).drawing
    assert drawing is not None
    found = examine(opened)
    keras = ByHeart(
        refuses=lambda question: (
            getattr(question.call, "layer", "") == "Add" and len(set(map(str, _shapes(question)))) > 1
        )
    )
    return list(Joints(opened, drawing, found.walk.flows).judge(wishes, keras.memo, keras.ask))


def _shapes(question: Question) -> list[Any]:
    (arriving,) = question.calls[-1].values()
    return [one.shape for one in ((arriving,) if isinstance(arriving, Tensor) else arriving)]


def test_a_drawn_layer_is_judged_with_what_else_arrives_there() -> None:
    same, other = Tensor((None, 8, 8, 8)), Tensor((None, 4, 4, 8))
    taken, refused = judged("residual", Wish("s", "input", same, "new"), Wish("s", "input", other, "new"))
    assert taken == "taken"
    assert isinstance(refused, Problem)
    assert (refused.code, refused.nodes) == ("shapes_differ", ("s",))
    assert "new" in refused.message


def test_a_wire_may_take_the_place_of_another() -> None:
    other = Tensor((None, 4, 4, 8))
    (alone,) = judged("residual", Wish("s", "input", other, "new", instead="e4"), without="e5")
    assert alone == "taken"


def test_a_layer_that_waits_for_its_wire_is_judged_too() -> None:
    assert judged("residual", Wish("f", "input", PICTURE, "new"), without="e6") == ["taken"]


def test_a_bypassed_layer_takes_anything_and_of_a_shared_one_nothing_is_said() -> None:
    assert judged("residual", Wish("c2", "input", LIST, "new"), bypassed="c2") == ["taken"]
    assert judged("shared", Wish(_sharer(), "input", LIST, "new")) == ["unknown"]


def _sharer() -> str:
    return next(id for id, node in graph("valid", "shared").nodes.items() if getattr(node, "shares", None))


def test_only_ports_that_close_no_circle_are_asked_about() -> None:
    opened = graph("valid", "residual")
    drawing = validate(opened, data_of(opened)).drawing
    assert drawing is not None
    reached = {node for node, _ in Joints(opened, drawing, {}).ports("c2")}
    assert reached == {"n", "s", "f", "d"}


def test_what_flows_out_of_a_bypassed_layer_is_what_flows_in() -> None:
    opened = apply(graph("valid", "residual"), [SetField(node="n", field="bypassed", value=True)])
    drawing = validate(opened, data_of(opened)).drawing
    assert drawing is not None
    assert Joints(opened, drawing, {"c2": {"output": PICTURE}}).tensor(Ref("n")) == PICTURE
