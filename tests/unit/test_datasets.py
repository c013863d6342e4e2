"""Specs against scikit-learn, splits, generated points, and preprocessing fitted on the training part alone."""

from pathlib import Path

import numpy as np
import pytest

from layerloom.datasets import arrays, points, preprocess, registry
from layerloom.datasets.prepare import prepare
from layerloom.datasets.split import split, split_rows
from layerloom.graph import suggestion
from layerloom.graph.data import Column, DataSpec
from layerloom.graph.plan import Plan, PlanInput, PlanOutput, Ref
from layerloom.graph.problems import Refused
from layerloom.graph.schema import BuiltinData, CsvData, GeneratedData, Spec, Split, Training

HOME = Path("nowhere")
CSV = CsvData(id="a" * 64)


def plan_for(data, *, loss="SparseCategoricalCrossentropy", scaling="auto", columns=(), share=0.2) -> Plan:
    return Plan(
        name="test",
        inputs=(PlanInput("in", "input", (None,), columns=columns, scaling=scaling),),
        steps=(),
        outputs=(PlanOutput("out", "answer", Ref("in"), None, None, loss=Spec(name=loss)),),
        training=Training(data=data, split=Split(validation=share)),
    )


@pytest.fixture
def upload(tmp_path):
    """Writes a table as the CSV reader leaves it."""

    def write(columns: dict[str, np.ndarray], target: str, **categories: tuple[str, ...]) -> Path:
        described = tuple(
            Column(
                name=name,
                kind="category" if name in categories else "number",
                categories=categories.get(name, ()),
                missing=int(preprocess.missing(values).sum()),
            )
            for name, values in columns.items()
        )
        rows = len(columns[target])
        spec = DataSpec(id=CSV.id, title="t", form="table", rows=rows, columns=described, target=target)
        folder = tmp_path / "datasets" / CSV.id
        folder.mkdir(parents=True)
        (folder / "spec.json").write_text(spec.model_dump_json())
        np.savez(folder / "columns.npz", **columns)
        return tmp_path

    return write


@pytest.mark.parametrize("name", ["iris", "wine", "breast_cancer", "diabetes"])
def test_a_builtin_table_is_what_scikit_learn_gives(name):
    datasets = pytest.importorskip("sklearn.datasets")
    theirs = getattr(datasets, f"load_{name}")()
    ours = arrays.rows(BuiltinData(name=name), HOME)
    *features, target = ours.spec.columns
    assert [column.name for column in features] == list(theirs.feature_names)
    for i, column in enumerate(features):
        assert np.array_equal(ours.columns[column.name], theirs.data[:, i])
        assert (column.minimum, column.maximum) == (theirs.data[:, i].min(), theirs.data[:, i].max())
        assert column.integral == bool((theirs.data[:, i] % 1 == 0).all())
    assert np.array_equal(ours.columns[target.name], theirs.target)
    assert list(target.categories) == list(map(str, getattr(theirs, "target_names", [])))
    assert ours.spec.rows == len(theirs.target)


def test_the_digits_are_what_scikit_learn_gives():
    theirs = pytest.importorskip("sklearn.datasets").load_digits()
    ours = arrays.rows(BuiltinData(name="digits"), HOME)
    assert np.array_equal(ours.columns["image"], theirs.images[..., np.newaxis])
    assert np.array_equal(ours.columns["digit"], theirs.target)
    assert ours.spec.image_shape == ours.columns["image"].shape[1:]
    assert ours.spec.image_range == (theirs.images.min(), theirs.images.max())
    assert ours.spec.rows == len(theirs.target)


@pytest.mark.parametrize("source", registry.sources(), ids=lambda source: source.name)
def test_every_set_has_the_columns_its_spec_names(source):
    rows = arrays.rows(source, HOME)
    named = {column.name for column in (*rows.spec.columns, *rows.spec.targets)}
    assert set(rows.columns) - {"image"} == named
    assert {len(values) for values in rows.columns.values()} == {rows.spec.rows}


@pytest.mark.parametrize("name", points.POINTS)
def test_generated_points_follow_their_seed(name):
    once, again, other = (points.POINTS[name](100, 0.1, seed)[0] for seed in (3, 3, 4))
    assert np.array_equal(once, again)
    assert not np.array_equal(once, other)


@pytest.mark.parametrize(
    "source",
    [
        BuiltinData(name="mnist"),
        GeneratedData(name="cubes"),
        GeneratedData(name="moons", rows=10**9),
        GeneratedData(name="moons", noise=-1),
        CSV,
        CsvData(id="../../etc"),
    ],
)
def test_data_that_cannot_be_had_is_refused(source, tmp_path):
    with pytest.raises(Refused) as refusal:
        registry.spec(source, tmp_path)
    assert refusal.value.status == 422


def test_a_split_holds_out_the_same_share_of_every_class():
    labels = np.repeat([0, 1, 2], [100, 50, 10])
    train, held_out = split(160, labels, Split(validation=0.2, seed=1))
    assert np.array_equal(np.sort(np.concatenate([train, held_out])), np.arange(160))
    assert np.bincount(labels[held_out]).tolist() == [20, 10, 2]


@pytest.mark.parametrize(("n", "share", "expected"), [(10, 0.0, 0), (10, 0.25, 3), (7, 1.0, 7), (1000, 0.29, 290)])
def test_a_split_holds_out_the_rounded_share(n, share, expected):
    assert len(split(n, None, Split(validation=share))[1]) == expected


def test_a_split_without_stratification_ignores_the_classes():
    labels = np.repeat([0, 1], 50)
    plain = split(100, labels, Split(stratify=False))
    assert np.array_equal(plain[0], split_rows(np.zeros(100, "int32"), 0.2, 0)[0])


def test_constants_come_from_the_training_part_alone(upload):
    x = np.arange(100.0)
    x[3] = np.nan
    home = upload({"x": x, "y": np.tile([0, 1], 50).astype("int32")}, "y", y=("no", "yes"))
    plan = plan_for(CSV)
    rows = arrays.rows(CSV, home)
    train, _ = split(100, rows.columns["y"], plan.training.split)
    column = prepare(plan, home).fitted.inputs[0].columns[0]
    part = x[train][~np.isnan(x[train])]
    assert column.fill == np.median(part)
    filled = np.where(np.isnan(x[train]), column.fill, x[train])
    assert (column.mean, column.scale) == (filled.mean(), filled.std())


def test_a_missing_category_is_all_zeros_and_a_missing_target_drops_the_row(upload):
    home = upload(
        {"x": np.array([0, 1, -1, 0, 1] * 4, "int32"), "y": np.array([1.0, 2, 3, np.nan, 5] * 4)}, "y", x=("a", "b")
    )
    prepared = prepare(plan_for(CSV, loss="MeanSquaredError", share=0.0), home)
    inputs, targets = prepared.train
    assert inputs["input"][:4].tolist() == [[1, 0], [0, 1], [0, 0], [0, 1]]
    assert targets["answer"][:4].tolist() == [[1], [2], [3], [5]]
    assert prepared.validation is None
    assert "4 of 20 rows left out: the target is missing." in prepared.report
    assert "x: 4 missing, filled with no category." in prepared.report


def test_dropping_leaves_out_rows_with_any_gap(upload):
    home = upload({"x": np.array([1.0, np.nan, 3, 4]), "y": np.array([1.0, 2, 3, np.nan])}, "y")
    data = CSV.model_copy(update={"missing": "drop"})
    prepared = prepare(plan_for(data, loss="MeanSquaredError", scaling="none", share=0.0), home)
    assert prepared.train[0]["input"].ravel().tolist() == [1, 3]


def test_a_target_of_a_single_class_is_refused(upload):
    home = upload({"x": np.arange(4.0), "y": np.zeros(4, "int32")}, "y", y=("no", "yes"))
    with pytest.raises(Refused, match="“y” is “no” in every row"):
        prepare(plan_for(CSV), home)


@pytest.mark.parametrize(("share", "title"), [(0.01, "validate on"), (1.0, "train on")])
def test_a_split_that_leaves_a_part_empty_is_refused(upload, share, title):
    home = upload({"x": np.arange(10.0), "y": np.arange(10.0)}, "y")
    with pytest.raises(Refused) as refusal:
        prepare(plan_for(CSV, loss="MeanSquaredError", share=share), home)
    assert title in refusal.value.problems[0].title


def test_no_known_target_leaves_nothing_to_train_on(upload):
    home = upload({"x": np.arange(4.0), "y": np.full(4, np.nan)}, "y")
    with pytest.raises(Refused, match="4 rows, 0 of them complete"):
        prepare(plan_for(CSV, loss="MeanSquaredError"), home)


@pytest.mark.parametrize(
    ("loss", "classes", "expected"),
    [
        ("SparseCategoricalCrossentropy", 3, False),
        ("CategoricalCrossentropy", 3, True),
        ("CategoricalCrossentropy", 2, True),
        ("BinaryCrossentropy", 2, False),
        ("MeanSquaredError", 3, True),
    ],
)
def test_the_loss_decides_how_classes_are_written(loss, classes, expected):
    assert suggestion.one_hot(loss, classes) is expected


def test_digits_go_to_the_range_from_zero_to_one():
    prepared = prepare(plan_for(BuiltinData(name="digits")), HOME)
    inputs, targets = prepared.train
    assert inputs["input"].dtype == np.float32
    assert inputs["input"].shape == (1438, 8, 8, 1)
    assert (inputs["input"].min(), inputs["input"].max()) == (0, 1)
    assert targets["answer"].dtype == np.int32
    assert prepared.stratified


def test_the_same_rows_have_the_same_hash():
    moons = GeneratedData(name="moons")
    assert arrays.rows(moons, HOME).hash() == arrays.rows(moons, HOME).hash()
    assert arrays.rows(moons, HOME).hash() != arrays.rows(GeneratedData(name="moons", seed=1), HOME).hash()
