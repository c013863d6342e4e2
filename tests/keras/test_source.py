"""Scripts as text: they read like a person's, parse whatever things are called, and build the model that was drawn."""

import ast
import builtins
import dataclasses
import shutil
import subprocess
import sys
from pathlib import Path

import keras
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layerloom.engine.deep import deep
from layerloom.graph.data import Column, CsvForm, DataSpec
from layerloom.graph.plan import LayerCall, Plan, PlanInput, PlanOutput, Ref, Step
from layerloom.graph.schema import CsvData, Spec, Training
from layerloom.graph.source import script
from layerloom.graph.source.layout import Call, Items, comment, flat, literal, quoted, statement
from layerloom.graph.source.names import Names
from layerloom.graph.source.values import snake
from plans import FILES, ROOT, chain, names, plan_of, through
from scripts import agree, body_of, built_by

NASTY = (
    'a"b',
    "a'b\"c",
    "x\nimport os",
    '"""\nraise SystemExit',
    "\\",
    "tail\\",
    "{0}",
    "class",
    "input",
    "x",
    "keras",
    "build_model",
    "main",
    "数据",
    "\u202eevil",
    "a\x00b",
    "9 lives",
    "",
)


@pytest.mark.parametrize("file", FILES, ids=names())
def test_every_fixture_gives_a_script_that_builds_its_model(file):
    agree(plan_of(file))


@pytest.mark.parametrize("file", FILES, ids=names())
def test_scripts_are_laid_out_as_formatters_do(file):
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent))
    if ruff is None:
        pytest.skip("ruff is not installed here")
    text = script(plan_of(file))
    command = [ruff, "format", "--no-cache", "--isolated", "--line-length", "100", "--stdin-filename", "x.py", "-"]
    assert subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout == text
    check = [
        ruff,
        "check",
        "--no-cache",
        "--isolated",
        "--select",
        "F,I",
        "--ignore",
        "F722",
        "--stdin-filename",
        "x.py",
        "-",
    ]
    done = subprocess.run(check, input=text, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_layers_stand_one_a_line_as_people_write_them():
    plan = through(
        ("conv_1", LayerCall("Conv2D", {"filters": 32, "kernel_size": (3, 3), "activation": "relu"})),
        ("pool", LayerCall("MaxPooling2D", {"pool_size": (2, 3)})),
        ("flat", LayerCall("Flatten", {})),
        ("scores", LayerCall("Dense", {"units": 10, "kernel_initializer": Spec(name="HeNormal", params={"seed": 1})})),
        shape=(28, 28, 1),
        name="Digits CNN",
    )
    assert body_of(plan) == [
        "    features = keras.Input((28, 28, 1), name='features')",
        "    x = layers.Conv2D(32, 3, activation='relu', name='conv_1')(features)",
        "    x = layers.MaxPooling2D(pool_size=(2, 3), name='pool')(x)",
        "    x = layers.Flatten(name='flat')(x)",
        "    scores = layers.Dense(10, kernel_initializer=keras.initializers.HeNormal(seed=1), name='scores')(x)",
        "    return keras.Model(features, scores, name='digits_cnn')",
    ]


def test_a_tensor_that_is_used_twice_has_a_name_of_its_own():
    dense = LayerCall("Dense", {"units": 4})
    steps = (
        Step("a", "first", dense, {"input": Ref("in")}),
        Step("b", "second", dense, {"input": Ref("a")}),
        Step("c", "sum", LayerCall("Add", {}), {"input": (Ref("a"), Ref("b"))}),
    )
    plan = Plan("p", (PlanInput("in", "i", (4,)),), steps, (PlanOutput("out", "o", Ref("c"), None, None),))
    assert body_of(plan)[1:4] == [
        "    first = layers.Dense(4, name='first')(i)",
        "    x = layers.Dense(4, name='second')(first)",
        "    sum_ = layers.Add(name='sum')([first, x])",
    ]
    agree(plan)


def test_shared_and_frozen_layers_keep_their_variable():
    lstm = LayerCall("Bidirectional", {"layer": LayerCall("LSTM", {"units": 3})}, trainable=False)
    steps = (
        Step("a", "both", lstm, {"input": Ref("l")}),
        Step("b", "again", lstm, {"input": Ref("r")}, shares="a"),
        Step("c", "joined", LayerCall("Concatenate", {}), {"input": (Ref("a"), Ref("b"))}),
    )
    inputs = (PlanInput("l", "left", (5, 2)), PlanInput("r", "right", (7, 2)))
    plan = Plan("p", inputs, steps, (PlanOutput("out", "o", Ref("c"), None, None),))
    assert body_of(plan)[2:6] == [
        "    both_layer = layers.Bidirectional(layers.LSTM(3), name='both')",
        "    both = both_layer(left)",
        "    both_layer.trainable = False",
        "    x = both_layer(right)",
    ]
    assert agree(plan).trainable_weights == []


def test_states_attention_and_keywords_go_by_their_names():
    attention = LayerCall("MultiHeadAttention", {"num_heads": 2, "key_dim": 3})
    steps = (
        Step("e", "encoder", LayerCall("LSTM", {"units": 4, "return_sequences": True, "return_state": True}), {"input": Ref("in")}, ("output", "state_h", "state_c")),
        Step("d", "decoder", LayerCall("LSTM", {"units": 4, "return_sequences": True}), {"input": Ref("in"), "initial_state": (Ref("e", "state_h"), Ref("e", "state_c"))}),
        Step("a", "look", attention, {"query": Ref("d"), "value": Ref("e")}, ("output", "scores"), options={"return_attention_scores": True, "use_causal_mask": True}),
    )  # fmt: skip
    outputs = (
        PlanOutput("o1", "seen", Ref("a"), None, None),
        PlanOutput("o2", "scores", Ref("a", "scores"), None, None),
    )
    plan = Plan("p", (PlanInput("in", "text", (6, 3)),), steps, outputs)
    lines = body_of(plan)
    assert lines[1].startswith("    encoder, encoder_state_h, encoder_state_c = layers.LSTM(4, ")
    assert lines[2].endswith("(text, initial_state=[encoder_state_h, encoder_state_c])")
    assert lines[3].endswith("(x, value=encoder, return_attention_scores=True, use_causal_mask=True)")
    agree(plan)


def fixture(name):
    return plan_of(ROOT / f"tests/graphs/valid/{name}.json")


def test_a_block_is_a_function_that_is_told_how_its_layers_are_called():
    assert body_of(fixture("block"), "part")[0] == (
        "    x = layers.Dense(8, activation='relu', name=f'{name}_wide')(features)"
    )
    assert "    x = part(x_, 'part')" in body_of(fixture("block"))


def test_a_repeated_block_is_called_in_a_loop_over_what_varies():
    assert body_of(fixture("block_repeated"))[1:6] == [
        "    x = image",
        "    for number, (filters, strides, rate) in enumerate(zip([4, 8, 16], [1, 2, 2], [0.1, 0.2, 0.3], strict=True), start=1):",
        "        x = stage(x, f'stage_{number}', filters=filters, strides=strides, rate=rate)",
        "    x = mix(x, 'mix_1')",
        "    x = mix(x, 'mix_2')",
    ]


def test_blocks_that_read_alike_are_one_function():
    text = script(fixture("block_nested"))
    assert [line.split("(")[0] for line in text.splitlines() if line.startswith("def ")][-7:] == [
        "def inner",
        "def skip",
        "def outer",
        "def build_model",
        "def order",
        "def batches",
        "def main",
    ]


def test_what_two_functions_call_is_made_once():
    model = agree(fixture("block_shared"))
    assert [layer.name for layer in model.layers if layer.weights] == ["tower_1_dense", "tower_2_dense", "species"]
    assert "made = {}" in script(fixture("block_shared"))


def test_a_model_inside_is_a_model_called_twice():
    model = agree(fixture("block_model"))
    encoder = model.get_layer("encoder")
    assert isinstance(encoder, keras.Model)
    assert len(encoder._inbound_nodes) == 2
    assert [layer.name for layer in model.get_layer("pair").layers] == ["a", "b", "inner_dense", "model", "sum"]


@pytest.mark.parametrize("name", NASTY)
def test_names_can_break_nothing(name):
    """Bad input 119, with more cunning: names of layers, inputs, columns, classes, files and of the graph itself."""
    columns = (
        Column(name=name, kind="number", missing=2),
        Column(name=name + "'", kind="category", categories=(name, "other")),
        Column(name=name + "*", kind="category", categories=("a", name), missing=1),
    )
    spec = DataSpec(
        id="0" * 64,
        title=name,
        rows=9,
        columns=columns,
        target=columns[2].name,
        csv=CsvForm(missing=(name,)),
    )
    plan = Plan(
        name,
        (PlanInput("in", name or "i", (3,), columns=tuple(one.name for one in columns[:2]), scaling="standardise"),),
        (Step("s", name or "s", LayerCall("Dense", {"units": 2, "activation": name}), {"input": Ref("in")}),),
        (PlanOutput("out", name, Ref("s"), columns[2].name, "class", ("a", name), Spec(name="BinaryCrossentropy"), (Spec(name="BinaryAccuracy", params={"name": name}),)),),
        Training(data=CsvData(id="0" * 64, file_name=name)),
        spec,
    )  # fmt: skip
    innocent = dataclasses.replace(plan, name="innocent")
    tree, plain = ast.parse(script(plan)), ast.parse(script(innocent))
    assert [type(node) for node in tree.body] == [type(node) for node in plain.body]
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert imported == {"csv", "itertools", "math", "sys", "keras", "numpy"}
    assert name in {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    hidden = {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    } & set(dir(builtins))
    assert not hidden


@given(st.text())
@settings(deadline=None)
def test_any_text_comes_back_from_its_literal(text):
    assert ast.literal_eval(quoted(text)) == text
    assert quoted(text).isprintable()
    assert not set('"\\\n') & set(comment(text))
    assert snake(text).isidentifier()
    assert snake(text).isascii()


@given(st.lists(st.text(max_size=8), max_size=20))
@settings(deadline=None)
def test_names_given_out_are_unique_and_hide_nothing(texts):
    scope = Names()
    given_out = [scope.unique(text, "tensor") for text in texts]
    assert len(set(given_out)) == len(texts)
    assert not set(given_out) & {"layers", "keras", "np", "list", "class", "x"}
    assert all(name.isidentifier() for name in given_out)


@pytest.mark.parametrize(
    ("value", "text"),
    [((3,), "(3,)"), ([1.5, None], "[1.5, None]"), ({"a": (True, -1)}, '{"a": (True, -1)}'), ((), "()")],
)
def test_values_are_written_as_python_reads_them(value, text):
    assert flat(literal(value)) == text


def test_a_value_that_is_no_data_is_refused():
    with pytest.raises(TypeError, match="cannot be written"):
        literal(object())


def test_a_long_call_is_opened_at_its_own_brackets():
    layer = Call("layers.Conv2D", ("32",), tuple((f"argument_{place}", '"a value"') for place in range(4)))
    assert statement("x = ", Call(layer, ("x",))) == (
        '    x = layers.Conv2D(\n        32, argument_0="a value", argument_1="a value", argument_2="a value", argument_3="a value"\n    )(x)'
    )
    assert statement("y = ", Items("[", "]", ('"a long text"',) * 9)).endswith('\n        "a long text",\n    ]')


@pytest.mark.parametrize("deep_one", [1000])
def test_a_deep_chain_builds_at_pythons_own_stack(deep_one):
    plan = chain(*[LayerCall("Activation", {"activation": "relu"})] * deep_one)
    text = script(plan)
    limit = sys.getrecursionlimit()
    try:
        assert len(built_by(text).layers) == deep_one + 1
    finally:
        sys.setrecursionlimit(limit)
    assert len(deep(lambda: built_by(text)).layers) == deep_one + 1
