"""Specs against scikit-learn, splits, generated points, and preprocessing fitted on the training part alone."""

from pathlib import Path

import numpy as np
import pytest

from layerloom.datasets import arrays, generated, made, preprocess, registry, text
from layerloom.datasets.prepare import prepare
from layerloom.datasets.split import split, split_rows
from layerloom.graph import suggestion
from layerloom.graph.data import Column, DataSpec
from layerloom.graph.plan import Plan, PlanInput, PlanOutput, Ref
from layerloom.graph.problems import Refused
from layerloom.graph.schema import BuiltinData, CsvData, GeneratedData, Spec, Split, Training

HOME = Path("nowhere")
PARTS = (slice(None, 2400), slice(2400, None))
"""Of the pairs of digits: those that train, those that are held out."""
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
        spec = DataSpec(id=CSV.id, title="t", rows=rows, columns=described, target=target)
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
    picture = ours.spec.column("image")
    assert picture.shape == ours.columns["image"].shape[1:]
    assert (picture.minimum, picture.maximum) == (theirs.images.min(), theirs.images.max())
    assert ours.spec.rows == len(theirs.target)


@pytest.mark.parametrize("source", registry.sources(), ids=lambda source: source.name)
def test_every_set_has_the_columns_its_spec_names(source):
    rows = arrays.rows(source, HOME)
    assert {column.name: (column.shape or ()) if column.kind != "text" else () for column in rows.spec.columns} == {
        name: values.shape[1:] for name, values in rows.columns.items()
    }
    assert {len(values) for values in rows.columns.values()} == {rows.spec.rows}
    for column in rows.spec.columns:
        values = rows.columns[column.name]
        if column.kind == "category":
            assert set(np.unique(values)) == set(range(len(column.categories)))
        if column.kind == "picture":
            assert values.min() >= column.minimum
            assert values.max() <= column.maximum


@pytest.mark.parametrize("name", generated.SPECS)
def test_a_generated_set_follows_its_seed(name):
    once, again, other = (made.columns(GeneratedData(name=name, rows=100, seed=seed)) for seed in (3, 3, 4))
    assert all(np.array_equal(once[column], again[column]) for column in once)
    assert not all(np.array_equal(once[column], other[column]) for column in once)


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
    report = list(map(str, prepared.report))
    assert "4 of 20 rows left out: the target is missing." in report
    assert "x: 4 missing, filled with no category." in report


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
    prepared = prepare(plan_for(BuiltinData(name="digits"), columns=("image",)), HOME)
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


def of_set(name, *columns, target=None, scaling="auto", shape=(None,)):
    source = generated.source(name)
    found = generated.SPECS[name]
    kind = suggestion.target_kind(found.column(target or found.target))
    output = PlanOutput("out", "answer", Ref("in"), target, kind, loss=Spec(name="MeanSquaredError"))
    entry = PlanInput("in", "input", shape, columns=columns, scaling=scaling)
    return Plan("test", (entry,), (), (output,), Training(data=source), found)


def test_words_have_the_ids_that_the_training_sentences_give_them():
    prepared = prepare(of_set("opinions", "opinion", shape=(16,)), HOME)
    (column,) = prepared.fitted.inputs[0].columns
    rows = arrays.rows(generated.source("opinions"), HOME).columns
    sentences = rows["opinion"]
    train, _ = split(len(sentences), rows["content"], Split())
    assert set(column.vocabulary) <= {word for sentence in sentences[train] for word in sentence.split()}
    assert len(column.vocabulary) == 200 - 2
    ids = prepared.train[0]["input"]
    assert (ids.dtype, ids.shape) == (np.int32, (1600, 16))
    known = dict(enumerate(column.vocabulary, 2))
    for row, sentence in zip(ids[:50], sentences[train][:50], strict=True):
        words = sentence.split()
        assert [known.get(id, "?") for id in row[: len(words)]] == [
            word if word in column.vocabulary else "?" for word in words
        ]
        assert not row[len(words) :].any()
    assert 1 in prepared.validation[0]["input"], "some name stands in no training sentence that is common enough"


def test_a_text_is_cut_at_the_length_that_its_input_has():
    assert text.token_ids(np.array(["a b c d", "b"]), ["b", "a"], 3).tolist() == [[3, 2, 1], [2, 0, 0]]


@pytest.mark.parametrize("name", ["visitors", "pairs"])
def test_rows_that_follow_one_another_are_split_in_time(name):
    whole = generated.SPECS[name]
    first, *_ = [column.name for column in whole.columns if column.whole]
    prepared = prepare(of_set(name, first, shape=whole.column(first).shape, scaling="none"), HOME)
    values = arrays.rows(generated.source(name), HOME).columns[first].astype("float32")
    held_out = round(0.2 * whole.rows)
    np.testing.assert_array_equal(prepared.train[0]["input"], values[:-held_out])
    np.testing.assert_array_equal(prepared.validation[0]["input"], values[-held_out:])
    assert "the last ones, because rows follow one another" in str(prepared.report[-1])
    assert not prepared.stratified


def test_nearly_all_pictures_of_held_out_pairs_stand_in_no_other_pair():
    rows = arrays.rows(generated.source("pairs"), HOME).columns
    pictures = [[picture.tobytes() for side in ("left", "right") for picture in rows[side][part]] for part in PARTS]
    seen, held_out = map(set, pictures)
    assert len(seen & held_out) <= 62, "only those of the lot in which the parts meet"


def test_a_picture_can_be_what_is_learned_and_goes_from_zero_to_one():
    digits = BuiltinData(name="digits")
    output = PlanOutput("out", "again", Ref("in"), "image", "picture", loss=Spec(name="MeanSquaredError"))
    entry = PlanInput("in", "input", (8, 8, 1), columns=("image",), scaling="unit")
    prepared = prepare(Plan("test", (entry,), (), (output,), Training(data=digits)), HOME)
    np.testing.assert_array_equal(prepared.train[0]["input"], prepared.train[1]["again"], strict=True)


def test_a_description_of_an_older_release_is_read():
    old = {"id": "x", "title": "t", "form": "table", "rows": 3, "image_shape": None, "image_range": None, "targets": []}
    assert DataSpec.model_validate(old) == DataSpec(id="x", title="t", rows=3)
