"""Plan + constants → the text that loads the data and prepares it, giving the very arrays that a run trains on.

With `Fitted` the constants stand in the text; before a run the script fits them itself, on its training rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from layerloom.graph import suggestion
from layerloom.graph.data import Column, CsvForm, DataSpec, Fitted, FittedInput
from layerloom.graph.plan import Plan, PlanInput, PlanOutput
from layerloom.graph.schema import BuiltinData, CsvData, DataSource, GeneratedData
from layerloom.graph.source import snippets
from layerloom.graph.source.layout import Call, Entry, Expression, Items, comment, literal, quoted, statement
from layerloom.graph.source.model import alone
from layerloom.graph.source.names import Names

LOADERS = {
    "digits": "load_digits",
    "iris": "load_iris",
    "wine": "load_wine",
    "breast_cancer": "load_breast_cancer",
    "diabetes": "load_diabetes",
}
"""scikit-learn's functions, by our name of the set."""
COLUMNS = "dict[str, np.ndarray]"


@dataclass(frozen=True, slots=True)
class Data:
    """Writes `load_columns`, `make_inputs` and `make_targets`. A column is float64 numbers, or int32 codes of its categories."""

    plan: Plan
    source: DataSource
    spec: DataSpec
    fitted: Fitted | None

    @property
    def fits(self) -> bool:
        """Whether the script finds constants itself, so that `make_inputs` needs the training rows."""
        return self.fitted is None and "train)" in self._make_inputs("")

    def imports(self) -> Iterator[str]:
        if isinstance(self.source, BuiltinData):
            yield f"from sklearn.datasets import {LOADERS[self.source.name]}"

    def functions(self) -> list[str]:
        points = [snippets.POINTS[self.source.name]] if isinstance(self.source, GeneratedData) else []
        return [
            *points,
            self._load_columns(),
            self._make_inputs(", train: np.ndarray" if self.fits else ""),
            self._make_targets(),
        ]

    def labels(self) -> str:
        """What the split goes by: the class of each row, or nothing."""
        classes = next((output for output in self.plan.outputs if output.kind == "class"), None)
        if classes is None or not self.plan.training.split.stratify:
            return 'np.zeros(rows, "int32")'
        return f"columns[{quoted(self._target(classes).name)}]"

    def _load_columns(self) -> str:
        match self.source:
            case CsvData():
                return "\n".join(self._load_csv(self.spec.csv or CsvForm(), self.source.missing == "drop"))
            case GeneratedData() as made:
                arguments = tuple((name, literal(getattr(made, name))) for name in ("rows", "noise", "seed"))
                doc = "Points in the plane, and the class of each."
                body = [
                    statement("points, label = ", Call(made.name, (), arguments)),
                    '    return {"x": points[:, 0], "y": points[:, 1], "class": label}',
                ]
            case BuiltinData(name=name):
                doc = f"The {name.replace('_', ' ')} data that comes with scikit-learn."
                body = [f"    data = {LOADERS[name]}()"]
                if self.spec.form == "image":
                    body.append('    return {"image": data.images[..., np.newaxis], "digit": data.target}')
                else:
                    target = quoted(self.spec.target or "target")
                    body.append("    columns = dict(zip(data.feature_names, data.data.T, strict=True))")
                    body.append(f"    return columns | {{{target}: data.target}}")
        return "\n".join([f"def load_columns() -> {COLUMNS}:", f'    """{doc}"""', *body])

    def _load_csv(self, form: CsvForm, drop: bool) -> Iterator[str]:
        used = {name for entry in self.plan.inputs for name in entry.columns}
        targets = {self._target(output).name for output in self.plan.outputs}
        read = [(place, one) for place, one in enumerate(self.spec.columns) if one.name in used | targets]
        needed = [one for _, one in read if one.missing and (one.name in targets or drop)]
        reader = "csv.reader(file" + ("" if form.delimiter == "," else f", delimiter={quoted(form.delimiter)}") + ")"
        yield f"def load_columns(path: str) -> {COLUMNS}:"
        yield '    """The columns that the model uses, by name."""'
        yield f'    with open(path, encoding={quoted(form.encoding)}, newline="") as file:'
        yield f"        rows = [row for row in {reader} if row]"
        yield f"    cells = list(zip(*rows{'[1:]' if form.header else ''}, strict=True))"
        columns = Items("{", "}", tuple(Entry(quoted(one.name), _parsed(place, one)) for place, one in read))
        yield statement("columns = " if needed else "return ", columns)
        if needed:
            known = [_known(one) for one in needed]
            yield f"    known = {known[0].strip('()') if len(known) == 1 else ' & '.join(known)}"
            yield "    return take(columns, known)"

    def _make_inputs(self, train: str) -> str:
        names = Names(["columns", "pictures", "train"])
        several = len(self.plan.inputs) > 1
        lines = [
            f"def make_inputs(columns: {COLUMNS}{train}) -> {COLUMNS if several else 'np.ndarray'}:",
            f'    """What the model is fed: float32 of shape {self._shapes()}."""',
        ]
        made: dict[str, str] = {}
        for entry in self.plan.inputs:
            made[entry.name] = names.unique(entry.name, "inputs")
            if self.spec.form == "image":
                lines += self._pictures(entry, made[entry.name])
            else:
                parts = Items("[", "]", tuple(self._column(entry, name) for name in entry.columns))
                lines.append(statement(f"{made[entry.name]} = ", Call("np.column_stack", (parts,))))
        if self.spec.form == "table":
            made = {name: f'{variable}.astype("float32")' for name, variable in made.items()}
        lines.append(statement("return ", alone(made)))
        return "\n".join(lines)

    def _shapes(self) -> str:
        shapes = ["(" + ", ".join(["rows", *map(str, entry.shape)]) + ")" for entry in self.plan.inputs]
        return ", ".join(shapes)

    def _pictures(self, entry: PlanInput, name: str) -> Iterator[str]:
        """float32 first, then shifted and scaled, as a run does it."""
        pictures = 'columns["image"].astype("float32")'
        fitted = self._fitted(entry)
        low, high = self.spec.image_range or (0.0, 1.0)
        offset, scale = (low, high - low) if entry.scaling == "unit" else (0.0, 1.0)
        if fitted is not None:
            offset, scale = fitted.image_offset, fitted.image_scale
        elif entry.scaling == "standardise":
            yield '    known = columns["image"][train]'
            yield f"    {name} = ({pictures} - float(known.mean())) / (float(known.std()) or 1.0)"
            return
        yield f"    {name} = {_scaled(pictures, offset, scale)}"

    def _column(self, entry: PlanInput, name: str) -> Expression:
        column = next(one for one in self.spec.columns if one.name == name)
        cells = f"columns[{quoted(name)}]"
        if column.kind == "category":
            return f"one_hot({cells}, {len(column.categories)})"
        gaps = column.missing > 0 and isinstance(self.source, CsvData) and self.source.missing == "fill"
        fitted = self._fitted(entry)
        if fitted is None:
            return _fitting(cells, entry.scaling, gaps)
        constants = next(one for one in fitted.columns if one.name == name)
        if gaps and constants.fill is not None:
            cells = f"filled({cells}, {constants.fill!r})"
        return _scaled(cells, constants.mean, constants.scale)

    def _make_targets(self) -> str:
        several = len(self.plan.outputs) > 1
        lines = [
            f"def make_targets(columns: {COLUMNS}) -> {COLUMNS if several else 'np.ndarray'}:",
            f'    """What the model learns: {comment("; ".join(map(self._meaning, self.plan.outputs)))}."""',
            statement("return ", alone({output.name: self._learned(output) for output in self.plan.outputs})),
        ]
        return "\n".join(lines)

    def _learned(self, output: PlanOutput) -> str:
        cells = f"columns[{quoted(self._target(output).name)}]"
        if output.kind == "number":
            return f'{cells}.astype("float32")[:, np.newaxis]'
        if suggestion.one_hot(output.loss.name if output.loss else None, len(output.classes)):
            return f"one_hot({cells}, {len(output.classes)})"
        return f'{cells}.astype("int32")'

    def _meaning(self, output: PlanOutput) -> str:
        target = self._target(output)
        if output.kind == "number":
            return target.name
        classes = ", ".join(f"{place} {name}" for place, name in enumerate(output.classes[:4]))
        return f"{target.name} ({classes}{', …' if len(output.classes) > 4 else ''})"

    def _target(self, output: PlanOutput) -> Column:
        name = output.target or self.spec.target
        return next(one for one in (*self.spec.columns, *self.spec.targets) if one.name == name)

    def _fitted(self, entry: PlanInput) -> FittedInput | None:
        return next((one for one in self.fitted.inputs if one.node == entry.node), None) if self.fitted else None


def _scaled(values: str, offset: float, scale: float) -> str:
    """`(values - offset) / scale` without what changes nothing."""
    if offset:
        values = f"{values} - {offset!r}" if offset > 0 else f"{values} + {-offset!r}"
        values = f"({values})" if scale != 1 else values
    return f"{values} / {scale!r}" if scale != 1 else values


def _fitting(cells: str, scaling: str, gaps: bool) -> str:
    if gaps:
        cells = f"filled({cells}, median({cells}, train))"
    function = {"standardise": "standardised", "unit": "unit"}.get(scaling)
    return f"{function}({cells}, train)" if function else cells


def _known(column: Column) -> str:
    cells = f"columns[{quoted(column.name)}]"
    return f"({cells} >= 0)" if column.kind == "category" else f"~np.isnan({cells})"


def _parsed(place: int, column: Column) -> Expression:
    if column.kind == "category":
        return Call("codes", (f"cells[{place}]", literal(list(column.categories))))
    return f"numbers(decimal_commas(cells[{place}]))" if column.decimal_comma else f"numbers(cells[{place}])"
