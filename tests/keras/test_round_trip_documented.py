"""The law of the round trip on models written as Keras' documentation writes them"""

import keras
import pytest

import documented
import round_trip
from layerloom.graph.saved.report import Imported

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")

MODELS = [*documented.LAYERS_ALONE, *documented.WITH_OPS]
OUTPUTS = {
    "u_net",
    "siamese_by_subtraction",
    "transformer_decoder",
    "seq2seq_with_states",
    "masked_sequences",
    "fine_tuning",
    "slices_and_shapes",
}
"""Of these the outputs are compared in every run of the tests."""


def held(model: keras.Model) -> tuple[keras.Model, Imported]:
    after, found = round_trip.again(model)
    assert [one.text for one in found.report.remarks if one.kind in ("placeholder", "left_out")] == []
    assert list(round_trip.differences(model, after, found)) == []
    return after, found


@pytest.mark.parametrize("made", MODELS, ids=lambda made: made.__name__)
def test_a_documented_model_comes_back_as_it_was(made: documented.Model) -> None:
    model = made()
    after, found = held(model)
    if made.__name__ in OUTPUTS:
        assert round_trip.farthest(model, after, found) <= 1e-6


@pytest.mark.long
@pytest.mark.parametrize("made", MODELS, ids=lambda made: made.__name__)
def test_a_documented_model_gives_the_same_outputs(made: documented.Model) -> None:
    model = made()
    after, found = round_trip.again(model)
    tolerance = 1e-3 if made is documented.mixed_precision else 1e-6
    assert round_trip.farthest(model, after, found) <= tolerance
