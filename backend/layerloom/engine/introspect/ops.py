"""A function of `keras.ops` → its member: which arguments are tensors and so ports, what comes out, under which names.

Keras says itself which arguments are tensors: every function asks for those whether one is symbolic, before it computes anything.
"""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from typing import Any

from layerloom.catalog.types import Member, Param, Port, When
from layerloom.engine.introspect import op_trial, params
from layerloom.engine.introspect.docstring import Docs
from layerloom.engine.introspect.families import Public

_ASKS, _CALLS = "any_symbolic_tensors", "symbolic_call"
_PLAIN = re.compile(r"a|array|data|images|inputs|tensor|variable|volumes|x|xs")
"""First tensors whose name says no more than that they flow in."""
_NO_TENSOR = frozenset({"atol", "default", "newshape", "output_shape", "pattern", "rtol", "spatial_dims"})
"""Handed on with the tensors, and yet plain values."""
_PLAIN_TOO = {"dot_product_attention": frozenset({"scale"}), "get_item": frozenset({"key"})}
_WHOLE = re.compile(r".*indices|segment_ids|.*_lengths?|targets?|x_ids")
_CODE = re.compile(r"f|fun|function|pyfunc|body|body_fun|cond|branches|pred")
_TYPES: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        r"(repeats|indices_or_sections|shift|size|strides|stride|dilation|dilation_rate|pool_size)",
        {"type": "int_tuple"},
    ),
    (r"(kernel_size|output_padding|output_size)", {"type": "int_tuple"}),
    (r"pad_width", {"type": "int_tuple", "pairs": True}),
    (r"(x_min|x_max|initial|fill_value|constant_values|default|default_value|max_val|b|tol|rcond)", {"type": "float"}),
    (r"(scale|attn_logits_soft_cap)", {"type": "float"}),
    (r"(target_height|target_width|kth|order|num|N)", {"type": "int"}),
    (r"(source|destination)", {"type": "axis"}),
    (r"(subscripts|pattern)", {"type": "str"}),
    (r"weights", {"type": "tensor", "nullable": True}),
    (r"spatial_dims", {"type": "int_list"}),
)
"""What an argument of that name takes in any op, where neither its default nor its docs say it so that a program can read it."""
_OWN: dict[tuple[str, str], dict[str, Any]] = {
    ("correlate", "mode"): {"type": "choice", "choices": ("valid", "same", "full")},
    ("fold", "padding"): {"type": "int_tuple"},
    ("get_item", "key"): {"type": "slice"},
    ("histogram", "range"): {"type": "float_list"},
    ("tensordot", "axes"): {"type": "any"},
    ("unfold", "padding"): {"type": "int_tuple"},
    ("unstack", "num"): {"nullable": False, "required": True},
}
"""Of one op: `num` is required because it says how many outputs there are to draw wires from."""
_NEEDS_ALL = frozenset({"where"})
"""Without its other two tensors it is another function, one that gives as many tensors as there are axes."""
_KINDS = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)

OUTPUTS: dict[str, tuple[Port, ...]] = {
    **{
        name: (Port(name="part", each="indices_or_sections"),)
        for name in ("array_split", "dsplit", "hsplit", "split", "vsplit")
    },
    "ctc_decode": (Port(name="paths"), Port(name="scores")),
    "eig": (Port(name="values"), Port(name="vectors")),
    "eigh": (Port(name="values"), Port(name="vectors")),
    "fft": (Port(name="real"), Port(name="imaginary")),
    "fft2": (Port(name="real"), Port(name="imaginary")),
    "histogram": (Port(name="counts"), Port(name="edges")),
    "ifft2": (Port(name="real"), Port(name="imaginary")),
    "lu_factor": (Port(name="lu"), Port(name="pivots")),
    "meshgrid": (Port(name="grid", each="input"),),
    "moments": (Port(name="mean"), Port(name="variance")),
    "qr": (Port(name="q"), Port(name="r")),
    "rfft": (Port(name="real"), Port(name="imaginary")),
    "slogdet": (Port(name="sign"), Port(name="logarithm")),
    "stft": (Port(name="real"), Port(name="imaginary")),
    "svd": (
        Port(name="u", when=When(param="compute_uv", equals=True)),
        Port(name="s"),
        Port(name="vh", when=When(param="compute_uv", equals=True)),
    ),
    "top_k": (Port(name="values"), Port(name="indices")),
    "unique": (
        Port(name="values"),
        *(
            Port(name=name, when=When(param=f"return_{param}", equals=True))
            for name, param in (("first", "index"), ("inverse", "inverse"), ("counts", "counts"))
        ),
    ),
    "unravel_index": (Port(name="axis", each="shape"),),
    "unstack": (Port(name="part", each="num"),),
}
"""What comes out where it is more than one tensor; Keras' words where it has some. Held against what Keras gives by a test."""


def read(public: Public, docs: Docs) -> dict[str, Any]:
    """The fields of a Member that only an op has."""
    signature = inspect.signature(public.object).parameters
    plain = _PLAIN_TOO.get(public.name, frozenset())
    names = [name for name in _tensors(public.object) if name in signature and name not in plain]
    ports = tuple(_ports(public.name, signature, names, docs))
    renamed = dict(zip(names, (port.name for port in ports), strict=True))
    several = len(ports) > 1
    found = tuple(_params(public.name, signature, renamed, docs, stand_in=several))
    code = [name for name in signature if _CODE.fullmatch(name) and not _is_threshold(signature, name)]
    outputs = OUTPUTS.get(public.name, (Port(name="output"),))
    order = tuple(_order(signature, renamed))
    member = Member(
        kind="op", name=public.name, path=public.path, params=found, inputs=ports, outputs=outputs, signature=order
    )
    trial = (
        op_trial.Trial(reason=f"Needs Python code: `{code[0]}`.") if code else op_trial.attempt(public.object, member)
    )
    return {
        "params": found,
        "inputs": ports,
        "outputs": outputs,
        "signature": order,
        "operation": trial.operation,
        "operands": tuple(_operand(name, renamed) for name in trial.operands),
        "example": trial.example,
        "stands_alone": not trial.reason,
        "reason": trial.reason,
        "hidden": bool(trial.reason),
        "dtypes": trial.dtypes,
    }


def _operand(name: str, renamed: dict[str, str]) -> str:
    """An operation's own argument by the port's name. Where it takes one tensor, both may call it differently (`volumes`, `images`)."""
    plain = name.strip("*")
    alone = "input" if set(renamed.values()) == {"input"} and _PLAIN.fullmatch(plain) else plain
    return f"{'*' * name.count('*')}{renamed.get(plain, alone)}"


def _is_threshold(signature: Any, name: str) -> bool:
    return signature[name].default is not inspect.Parameter.empty


def _tensors(function: Any) -> list[str]:
    """Names of the arguments that may be symbolic, in the order of the signature; the first where the function does not ask."""
    asked: set[str] = set()
    for call in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(call, ast.Call):
            name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
            if name in (_ASKS, _CALLS):
                given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg)]
                asked.update(node.id for one in given for node in ast.walk(one) if isinstance(node, ast.Name))
    names = list(inspect.signature(function).parameters)
    found = [name for name in names if name in asked - _NO_TENSOR]
    return found or [name for name in names[:1] if _PLAIN.fullmatch(name)]


def _ports(op: str, signature: Any, names: list[str], docs: Docs) -> Iterator[Port]:
    for place, name in enumerate(names):
        parameter = signature[name]
        doc = docs.args.get(name, "")
        plain = place == 0 and _PLAIN.fullmatch(name) and not {"y", "b"} & set(names)
        many = parameter.kind is inspect.Parameter.VAR_POSITIONAL or bool(
            re.match(r"(a |the )?(sequence|list|tuple)\b", doc, re.I)
        )
        required = parameter.default is inspect.Parameter.empty or op in _NEEDS_ALL
        yield Port(name="input" if plain else name, many=many, required=required, doc=doc)


def _params(op: str, signature: Any, renamed: dict[str, str], docs: Docs, *, stand_in: bool) -> Iterator[Param]:
    for name, parameter in signature.items():
        doc = docs.args.get(name, "")
        if name in renamed:
            if stand_in and parameter.kind not in _KINDS:
                whole = bool(_WHOLE.fullmatch(name))
                yield Param(name=renamed[name], type="tensor", nullable=True, whole=whole, doc=doc)
        elif parameter.kind is inspect.Parameter.VAR_KEYWORD:
            if name == "axes_lengths":
                yield Param(name=name, type="any", nullable=True, doc=doc)
        elif name not in params.PLUMBING:
            yield _typed(op, params.one(parameter, doc, None))


def _typed(op: str, param: Param) -> Param:
    known = next((found for pattern, found in _TYPES if re.fullmatch(pattern, param.name)), {})
    changed = {**known, **_OWN.get((op, param.name), {})}
    return (
        param.model_copy(update={"rank": None, "choices": (), **changed})
        if "type" in changed
        else param.model_copy(update=changed)
    )


def _order(signature: Any, renamed: dict[str, str]) -> Iterator[str]:
    for name, parameter in signature.items():
        if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            yield f"*{renamed.get(name, name)}"
        elif parameter.kind is not inspect.Parameter.VAR_KEYWORD:
            yield renamed.get(name, name)
        elif name == "axes_lengths":
            yield f"**{name}"
