"""Which file of weights a backbone wants, and which file that is brought is the one: by Keras' hash, or layer by layer."""

import hashlib
import json

import h5py
import keras
import numpy as np
import pytest
from keras.src.legacy.saving.legacy_h5_format import save_weights_to_hdf5_group

from layerloom.engine.weights_files import wanted
from layerloom.graph.problems import Refused
from layerloom.graph.schema import BackboneNode
from layerloom.imports.backbones import check

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
SIZE = 32


def node(application="MobileNet", **params):
    params = {"include_top": False, "alpha": 0.25} | params if application == "MobileNet" else params
    return BackboneNode(name="base", application=application, params=params).model_dump(mode="json")


def asked(application="MobileNet", **params):
    return json.loads(json.dumps(wanted({"node": node(application, **params), "shape": [None, SIZE, SIZE, 3]})))


def written(path, **params):
    model = keras.applications.MobileNet(
        input_shape=(SIZE, SIZE, 3), weights=None, **({"include_top": False, "alpha": 0.25} | params)
    )
    with h5py.File(path, "w") as file:
        save_weights_to_hdf5_group(file, model)  # as Keras' own files are
    return path


def looked_at(path, found, application="MobileNet"):
    return check({"path": str(path), "given": path.name, "application": application, **found})


def refused(path, found, application="MobileNet"):
    with pytest.raises(Refused) as caught:
        looked_at(path, found, application)
    (problem,) = caught.value.problems
    return problem


def test_keras_says_which_file_and_where_it_has_it_from():
    found = asked()
    assert found["file"]["name"] == "mobilenet_2_5_224_tf_no_top.h5"
    assert found["file"]["origin"].endswith("/keras-applications/mobilenet/mobilenet_2_5_224_tf_no_top.h5")
    assert found["file"]["hash"] == ""
    assert found["layers"][0] == [[3, 3, 3, 8]]
    with_hash = asked("ResNet50", include_top=False)
    assert with_hash["file"]["hash"] == "4d473c1dd8becc155b73f8504c6f6626"
    assert with_hash["layers"] == []
    assert asked(weights=None) == {"file": None, "layers": []}


def test_without_a_hash_its_layers_tell_whether_it_is_the_file(tmp_path):
    found = asked()
    assert looked_at(written(tmp_path / "mine.h5"), found) == {}
    problem = refused(written(tmp_path / "half.h5", alpha=0.5), found)
    assert problem.code == "weights_of_another"
    assert "mobilenet_2_5_224_tf_no_top.h5" in problem.message
    assert "half.h5" in problem.message
    assert refused(written(tmp_path / "top.h5", include_top=True), found).code == "weights_of_another"


def test_with_a_hash_nothing_else_counts(tmp_path):
    path = tmp_path / "resnet.h5"
    path.write_bytes(b"something")
    found = asked("ResNet50", include_top=False)
    problem = refused(path, found, "ResNet50")
    assert problem.code == "weights_of_another"
    assert "4d473c1dd8becc155b73f8504c6f6626" in problem.message
    assert hashlib.md5(b"something").hexdigest() in problem.message
    for kind in ("md5", "sha256"):
        vouched = {"file": found["file"] | {"hash": hashlib.new(kind, b"something").hexdigest()}, "layers": []}
        assert looked_at(path, vouched, "ResNet50") == {}


def test_a_file_that_leads_elsewhere_or_is_none_is_refused(tmp_path):
    found = asked()
    path = written(tmp_path / "linked.h5")
    with h5py.File(path, "a") as file:
        file["elsewhere"] = h5py.ExternalLink("/etc/passwd", "/")
    assert refused(path, found).code == "hdf5_link"
    (tmp_path / "text.h5").write_text("no HDF5")
    assert refused(tmp_path / "text.h5", found).code == "hdf5_damaged"
    with h5py.File(tmp_path / "bomb.h5", "w") as file:
        file.create_dataset("a", (10**6, 100), "float32", chunks=(1000, 100), compression="gzip")
    assert refused(tmp_path / "bomb.h5", found).code == "hdf5_filter"
    with h5py.File(tmp_path / "empty.h5", "w") as file:
        file.attrs["layer_names"] = np.array([], "S1")
    assert refused(tmp_path / "empty.h5", found).code == "weights_of_another"
