"""An exported script's `build_model` beside the engine's own build."""

import ast
import json
from pathlib import Path

import keras
import numpy as np

from layerloom.datasets.prepare import prepare
from layerloom.engine.build import alone, build
from layerloom.graph import learning
from layerloom.graph.source import script


def body_of(plan, function="build_model"):
    tree = ast.parse(script(plan))
    found = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function)
    return ast.unparse(found).splitlines()[2:]


def built_by(text, *rows):
    names = {"__name__": "imported"}
    exec(compile(text, "script.py", "exec"), names)
    return names["build_model"](*rows)


def agree(plan):
    """The model of the script and the built one are the same; gives the script's. Keras counts names, so each starts anew."""
    keras.utils.clear_session()
    taught = any(learning.taught(plan).values()) and plan.data is not None
    rows = prepare(plan, Path()).train[0] if taught else None
    ours = build(plan, 1, rows)
    keras.utils.clear_session()
    keras.utils.set_random_seed(1)
    theirs = built_by(script(plan), *([] if rows is None else [alone(rows)]))

    def plain(model):
        config = json.loads(json.dumps(keras.saving.serialize_keras_object(model)["config"]))
        for one in config["layers"]:
            if str(one["registered_name"]).startswith("Custom>"):
                one["module"] = None  # each was run in a namespace of its own
        return config

    assert plain(ours) == plain(theirs)
    for one, other in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other, strict=True)
    return theirs
