"""Our loop against plain `fit`: the same weights and running metrics to the bit, and every batch's own loss and metrics."""

import statistics
import threading
import time

import keras
import numpy as np
import pytest

from layerloom.training import state
from layerloom.training.loop import Loop, LossNotFinite
from layerloom.training.order import order
from layerloom.training.steps import Pace, steps_for

ROWS, BATCH, EPOCHS, SEED = 75, 16, 3, 7


class InOrder(keras.utils.PyDataset):
    """The batches of an exported script: an epoch's order is a function of seed and epoch."""

    def __init__(self, x, y):
        super().__init__()
        self.x, self.y, self.epoch, self.rows = x, y, -1, order(SEED, 0, rows_of(x))  # Keras looks at one batch first

    def __len__(self):
        return -(-len(order(0, 0, rows_of(self.x))) // BATCH)

    def __getitem__(self, i):
        rows = self.rows[i * BATCH : (i + 1) * BATCH]
        return keras.tree.map_structure(lambda array: array[rows], (self.x, self.y))

    def on_epoch_begin(self):
        self.epoch += 1
        self.rows = order(SEED, self.epoch, rows_of(self.x))


class Recorder:
    """Keeps what a `Watch` is told."""

    def __init__(self):
        self.values, self.names, self.executions, self.epochs = [], (), [], []

    def batches_ended(self, epoch, first, names, values, seconds):
        self.values.append(values)
        self.names = names
        self.executions.append((epoch, first, len(values)))

    def epoch_ended(self, epoch, metrics, seconds):
        self.epochs.append(metrics)

    def training_ended(self):
        self.epochs.append("end")


def rows_of(x):
    return len(keras.tree.flatten(x)[0])


def one_output():
    keras.utils.set_random_seed(SEED)
    inputs = keras.Input((6, 6, 1))
    x = keras.layers.Conv2D(4, 3, activation="relu")(inputs)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dropout(0.5)(x)
    outputs = keras.layers.Dense(3, activation="softmax", kernel_regularizer=keras.regularizers.L2(0.01))(x)
    model = keras.Model(inputs, outputs)
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return model


def two_outputs():
    keras.utils.set_random_seed(SEED)
    inputs = {"a": keras.Input((4,), name="a"), "b": keras.Input((4,), name="b")}
    x = keras.layers.Concatenate()([inputs["a"], inputs["b"]])
    x = keras.layers.Dense(8, activation="relu")(x)
    outputs = {"kind": keras.layers.Dense(1, activation="sigmoid", name="kind")(x), "size": keras.layers.Dense(1)(x)}
    model = keras.Model(inputs, outputs)
    model.compile(
        optimizer=keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 5, 0.9), momentum=0.9),
        loss={"kind": keras.losses.BinaryCrossentropy(), "size": keras.losses.MeanSquaredError()},
        metrics={"kind": [keras.metrics.AUC(name="auc")], "size": [keras.metrics.RootMeanSquaredError(name="rmse")]},
        loss_weights={"kind": 1.0, "size": 0.5},
    )
    return model


def data_for(make, rows=ROWS):
    rng = np.random.default_rng(0)
    if make is one_output:
        return rng.random((rows, 6, 6, 1), "float32"), rng.integers(0, 3, rows).astype("int32")
    inputs = {name: rng.normal(size=(rows, 4)).astype("float32") for name in "ab"}
    return inputs, {"kind": rng.integers(0, 2, rows).astype("int32"), "size": rng.random((rows, 1), "float32")}


def ours(make, stop=lambda: None, train=None, epochs=EPOCHS, callbacks=(), **rest):
    model, watch = make(), Recorder()
    train, validation = train or data_for(make), data_for(make, 20)
    steps = steps_for(model, train, validation, BATCH)
    interrupted = Loop(model, steps, callbacks, watch, stop).run(epochs, SEED)
    return model, watch, interrupted is None


@pytest.fixture(scope="module", params=[one_output, two_outputs], ids=lambda make: make.__name__)
def both(request):
    """(our model, what was watched, the model that `fit` trained, its history)."""
    make = request.param
    model, watch, completed = ours(make)
    assert completed
    plain = make()
    history = plain.fit(
        InOrder(*data_for(make)),
        validation_data=data_for(make, 20),
        validation_batch_size=BATCH,
        epochs=EPOCHS,
        shuffle=False,
        verbose=0,
    )
    return make, model, watch, plain, history.history


def test_weights_optimizer_and_seeds_end_bit_identical_to_fit(both):
    _, model, _, plain, _ = both
    ours_all = [*model.variables, *model.optimizer.variables]
    theirs_all = [*plain.variables, *plain.optimizer.variables]
    assert len(ours_all) == len(theirs_all)
    for mine, theirs in zip(ours_all, theirs_all, strict=True):
        assert np.array_equal(state.array(mine), state.array(theirs)), mine.path


def test_epoch_metrics_are_those_of_fit(both):
    _, _, watch, _, history = both
    *epochs, end = watch.epochs
    assert end == "end"
    assert set(epochs[0]) == set(history)
    for name, values in history.items():
        assert [row[name] for row in epochs] == values, name


def test_every_batch_gives_its_own_loss_and_metrics(both):
    make, _, watch, _, _ = both
    values = np.concatenate(watch.values)
    assert len(values) == EPOCHS * 5  # 75 rows in batches of 16: the last one is partial
    single = make()
    expected = []
    batches = InOrder(*data_for(make))
    for _ in range(EPOCHS):
        batches.on_epoch_begin()
        expected += [single.train_on_batch(*batches[i], return_dict=True) for i in range(len(batches))]
    assert watch.names[0] == "loss"
    for i, name in enumerate(watch.names):
        np.testing.assert_allclose(values[:, i], [row[name] for row in expected], rtol=2e-4, atol=1e-5, err_msg=name)


def test_the_raw_loss_is_exact(both):
    make, _, watch, _, _ = both
    single = make()
    batches = InOrder(*data_for(make))
    batches.on_epoch_begin()
    first = single.train_on_batch(*batches[0], return_dict=True)["loss"]
    assert watch.values[0][0, 0] == np.float32(first)


def test_the_first_execution_is_a_single_batch_and_none_spans_epochs(both):
    _, _, watch, _, _ = both
    assert watch.executions[0] == (1, 0, 1)
    for epoch in range(1, EPOCHS + 1):
        parts = [(first, n) for e, first, n in watch.executions if e == epoch]
        assert sum(n for _, n in parts) == 5
        assert parts[0][0] == 0


def test_a_stop_is_heard_before_the_next_execution_and_keeps_the_weights():
    asked = iter([None, None, "stop"])
    model, watch, completed = ours(one_output, stop=lambda: next(asked))
    assert not completed
    assert len(watch.executions) == 2
    assert watch.epochs == ["end"]
    assert not np.array_equal(model.get_weights()[0], one_output().get_weights()[0])


class Timed(Recorder):
    """Notes when each execution began and how long it lasted; asks to stop from another thread, in the middle of one."""

    def __init__(self):
        super().__init__()
        self.began, self.seconds, self.stop = [], [], threading.Event()
        self.timer = threading.Timer(0.5, self._ask)

    def _ask(self):
        self.asked = time.perf_counter()
        self.stop.set()

    def batches_ended(self, epoch, first, names, values, seconds):
        super().batches_ended(epoch, first, names, values, seconds)
        self.began.append(time.perf_counter() - seconds)
        self.seconds.append(seconds)
        if len(self.seconds) == 10:
            self.timer.start()


def test_a_stop_waits_for_one_execution_and_an_execution_for_a_tenth_of_a_second():
    model, watch = one_output(), Timed()
    steps = steps_for(model, data_for(one_output, 40_000), None, BATCH)
    asked = lambda: "stop" if watch.stop.is_set() else None  # noqa: E731
    assert Loop(model, steps, (), watch, asked).run(1000, SEED) == "stop"
    ended = time.perf_counter()
    assert max(watch.began) < watch.asked + 0.01
    assert max(size for _, _, size in watch.executions) > 20
    assert statistics.median(watch.seconds[10:]) <= 0.1
    assert ended - watch.asked < 0.5


def test_without_validation_data_an_epoch_has_training_metrics_alone():
    watch = Recorder()
    model = one_output()
    Loop(model, steps_for(model, data_for(one_output), None, BATCH), (), watch, lambda: None).run(1, SEED)
    assert set(watch.epochs[0]) == {"loss", "accuracy"}


def test_a_loss_that_is_no_number_names_its_batch():
    x, y = data_for(two_outputs)
    y["size"][order(SEED, 0, ROWS)[BATCH * 2]] = np.nan
    with pytest.raises(LossNotFinite, match="batch 2 of epoch 1"):
        ours(two_outputs, train=(x, y))


def test_early_stopping_ends_in_the_epoch_in_which_fit_ends():
    def stopping():
        return keras.callbacks.EarlyStopping(monitor="val_loss", patience=1, restore_best_weights=True)

    model, watch, completed = ours(one_output, epochs=20, callbacks=[stopping()])
    plain = one_output()
    history = plain.fit(
        InOrder(*data_for(one_output)),
        validation_data=data_for(one_output, 20),
        validation_batch_size=BATCH,
        epochs=20,
        shuffle=False,
        verbose=0,
        callbacks=[stopping()],
    )
    assert completed
    assert 2 <= len(watch.epochs) - 1 == len(history.epoch) < 20
    for mine, theirs in zip(model.get_weights(), plain.get_weights(), strict=True):
        assert np.array_equal(mine, theirs)


def test_pace_grows_by_steps_and_follows_the_measured_time():
    pace = Pace(seconds=0.06)
    pace.took(1, 0.5)  # tracing
    assert pace.take(1000) == 1
    pace.took(1, 0.001)
    assert pace.take(1000) == 4
    pace.took(4, 0.004)
    assert pace.take(1000) == 16
    pace.took(16, 1.6)
    assert pace.take(1000) == 1
    assert pace.take(0) == 0


def test_the_order_of_an_epoch_follows_seed_and_epoch():
    assert np.array_equal(order(1, 2, 50), order(1, 2, 50))
    assert not np.array_equal(order(1, 2, 50), order(1, 3, 50))
    assert sorted(order(1, 2, 50)) == list(range(50))
