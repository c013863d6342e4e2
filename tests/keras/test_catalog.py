"""The catalog against the installed Keras: nothing stale, nothing missing, every layer really builds."""

import inspect
from typing import Any

import keras
import pytest

from layerloom import catalog
from layerloom.catalog.types import Member
from layerloom.engine import introspect
from layerloom.engine.introspect import trial
from layerloom.engine.introspect.params import OWN_FIELDS

LAYERS = catalog.members("layer")
CLASSES = {
    "loss": (keras.losses, keras.losses.Loss),
    "metric": (keras.metrics, keras.metrics.Metric),
    "optimizer": (keras.optimizers, keras.optimizers.Optimizer),
    "schedule": (keras.optimizers.schedules, keras.optimizers.schedules.LearningRateSchedule),
    "callback": (keras.callbacks, keras.callbacks.Callback),
    "initializer": (keras.initializers, keras.initializers.Initializer),
    "regularizer": (keras.regularizers, keras.regularizers.Regularizer),
    "constraint": (keras.constraints, keras.constraints.Constraint),
}
FUNCTIONS = {"activation": keras.activations, "op": keras.ops, "application": keras.applications}


def test_the_data_file_is_current() -> None:
    current = introspect.TARGET.read_text(encoding="utf-8") == introspect.text()
    assert current, f"The catalog is stale. Write it anew: {introspect.COMMAND}"


def test_every_public_layer_is_a_member() -> None:
    classes = {
        value
        for name, value in vars(keras.layers).items()
        if isinstance(value, type) and issubclass(value, keras.layers.Layer)
    }
    assert {getattr(keras.layers, layer.name) for layer in LAYERS} == classes


@pytest.mark.parametrize("kind", CLASSES)
def test_every_public_class_is_a_member_of_its_kind(kind: Any) -> None:
    module, base = CLASSES[kind]
    classes = {value for value in vars(module).values() if isinstance(value, type) and issubclass(value, base)}
    assert {getattr(module, member.name) for member in catalog.members(kind)} == classes


@pytest.mark.parametrize("kind", FUNCTIONS)
def test_every_public_function_is_a_member_of_its_kind(kind: Any) -> None:
    public = {name for name, value in vars(FUNCTIONS[kind]).items() if inspect.isfunction(value)}
    known = {name for member in catalog.members(kind) for name in (member.name, *member.aliases)}
    assert public - {"get", "serialize", "deserialize"} - known == set()


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_every_parameter_of_the_signature_is_listed_and_no_other(layer: Member) -> None:
    signature = inspect.signature(getattr(keras.layers, layer.name).__init__).parameters.values()
    named = {p.name for p in signature if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)} - OWN_FIELDS
    listed = [param for param in layer.params if not param.call]
    assert {param.name for param in listed} - {"dtype"} == named - {"dtype"}
    for param in listed:
        parameter = next((p for p in signature if p.name == param.name), None)
        if parameter is not None:
            assert param.required == (parameter.default is inspect.Parameter.empty)


@pytest.mark.parametrize("layer", [layer for layer in LAYERS if layer.stands_alone], ids=lambda layer: layer.name)
def test_every_layer_that_stands_alone_builds_on_its_example(layer: Member) -> None:
    assert layer.example is not None
    made, returned = trial.call(getattr(keras.layers, layer.name), layer.example, layer.inputs[0].many)
    assert made.built
    always = [port for port in layer.outputs if port.when is None]
    assert len(always) == 1
    assert isinstance(returned, keras.KerasTensor)


@pytest.mark.parametrize("layer", [layer for layer in LAYERS if layer.stands_alone], ids=lambda layer: layer.name)
def test_every_default_is_one_that_keras_itself_takes(layer: Member) -> None:
    assert layer.example is not None
    defaults = {p.name: p.default for p in layer.params if not p.required and not p.call and p.type != "any"}
    example = layer.example.model_copy(update={"params": {**defaults, **layer.example.params}})
    trial.call(getattr(keras.layers, layer.name), example, layer.inputs[0].many)


@pytest.mark.parametrize("layer", [layer for layer in LAYERS if len(layer.outputs) > 1], ids=lambda layer: layer.name)
def test_the_output_ports_are_what_the_layer_returns_when_asked(layer: Member) -> None:
    if layer.example is None or layer.name == "Bidirectional":
        pytest.skip("Asked of its inner layer.")
    asked = {port.when.param: port.when.equals for port in layer.outputs if port.when}
    switches = {param.name for param in layer.params if param.call}
    example = layer.example.model_copy(
        update={"params": layer.example.params | {k: v for k, v in asked.items() if k not in switches}}
    )
    cls = getattr(keras.layers, layer.name)
    with keras.StatelessScope(initialize_variables=False):
        tensors = [[keras.KerasTensor(t.shape, dtype=t.dtype) for t in some] for some in example.inputs.values()]
        made = cls(**{name: trial.made(value) for name, value in example.params.items()})
        flags = {name: value for name, value in asked.items() if name in switches}
        first = tensors[0] if layer.inputs[0].many else tensors[0][0]
        returned = made(first, *[some[0] for some in tensors[1:]], **flags)
    assert len(returned) == len(layer.outputs)


@pytest.mark.parametrize("name", ["SimpleRNN", "GRU", "LSTM"])
def test_states_flow_from_one_recurrent_layer_into_another(name: str) -> None:
    layer = catalog.get("layer", name)
    assert layer is not None
    assert [port.name for port in layer.inputs if port.many] == ["initial_state"]
    cls = getattr(keras.layers, name)
    with keras.StatelessScope(initialize_variables=False):
        sequence = keras.KerasTensor((None, 5, 3))
        _, *states = cls(4, return_state=True)(sequence)
        assert cls(4)(sequence, initial_state=states).shape == (None, 4)
