"""Plan + constants → the text that loads the data and prepares it, giving the very arrays that a run trains on.

With `Fitted` the constants stand in the text; before a run the script fits them itself, on its training rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from layerloom.graph import suggestion
from layerloom.graph.data import Column, CsvForm, DataSpec, Fitted, FittedColumn
from layerloom.graph.plan import Plan, PlanInput, PlanOutput
from layerloom.graph.schema import BuiltinData, CsvData, DataSource, GeneratedData, ImagesData
from layerloom.graph.source import made, snippets
from layerloom.graph.source.layout import (
    Call,
    Entry,
    Expression,
    Items,
    Subscript,
    comment,
    listed,
    literal,
    quoted,
    statement,
)
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
MADE_OF = {"pairs": ("load_digits", ("digits.images", "digits.target"))}
"""Generated sets that are made of scikit-learn's: the function, and what of it they are given."""
COLUMNS = "dict[str, np.ndarray]"


@dataclass(frozen=True, slots=True)
class Data:
    """Writes `load_columns`, `make_inputs` and `make_targets`. A column is float64 numbers, pictures or series, int32 codes of
    its categories, or texts."""

    plan: Plan
    source: DataSource
    spec: DataSpec
    fitted: Fitted | None

    @property
    def fits(self) -> bool:
        """Whether the script finds constants itself, so that `make_inputs` needs the training rows."""
        return self.fitted is None and ("train)" in (text := self._make_inputs("")) or "[train]" in text)

    def imports(self) -> Iterator[str]:
        if isinstance(self.source, BuiltinData):
            yield f"from sklearn.datasets import {LOADERS[self.source.name]}"
        elif isinstance(self.source, ImagesData):
            yield made.FROM[1]
        elif self.source.type == "generated" and self.source.name in MADE_OF:
            yield f"from sklearn.datasets import {MADE_OF[self.source.name][0]}"

    def constants(self) -> Iterator[str]:
        """What stands at the top of the script: the words that a run has found."""
        for name, column in self._vocabularies():
            yield listed(name, column.vocabulary)

    def functions(self) -> list[str]:
        return [
            *([made.text(self.source.name)] if isinstance(self.source, GeneratedData) else []),
            *([made.text(made.PICTURES)] if isinstance(self.source, ImagesData) else []),
            self._load_columns(),
            self._make_inputs(", train: np.ndarray" if self.fits else ""),
            *([self._scaled_late()] if self.scales_late else []),
            self._make_targets(),
        ]

    @property
    def scales_late(self) -> bool:
        """Whether some pictures stay bytes until their batch comes."""
        return any(scaled for _, scaled in self._late())

    @property
    def ordered(self) -> bool:
        """Whether the last rows validate."""
        return self.spec.held_out == "last"

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
            case ImagesData(height=height, width=width, fit=fit) as source:
                doc = f"Pictures of {height} by {width} pixels, and the folder that each lies in."
                classes = literal(list(self.spec.column(self.spec.target).categories))  # type: ignore[union-attr]
                size = (("height", height), ("width", width), ("channels", source.shape[2]), ("crop", fit == "crop"))
                sizes = tuple((name, literal(value)) for name, value in size)
                call = statement("return ", Call("load_pictures", ("path", classes), sizes))
                return "\n".join([f"def load_columns(path: str) -> {COLUMNS}:", f'    """{doc}"""', call])
            case GeneratedData(name=name) as source:
                given = MADE_OF.get(name, ("", ()))[1]
                arguments = tuple((key, literal(getattr(source, key))) for key in ("rows", "noise", "seed"))
                doc = f"{self.spec.title}, made anew in every run."
                body = [f"    digits = {MADE_OF[name][0]}()"] if given else []
                body.append(statement("return ", Call(name, given, arguments)))
            case BuiltinData(name=name):
                doc = f"The {name.replace('_', ' ')} data that comes with scikit-learn."
                body = [f"    data = {LOADERS[name]}()"]
                if any(column.kind == "picture" for column in self.spec.columns):
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
        names = Names(["columns", "known", "train", *(call.removesuffix("(") for call in snippets.CALLED)])
        several = len(self.plan.inputs) > 1
        lines = [
            f"def make_inputs(columns: {COLUMNS}{train}) -> {COLUMNS if several else 'np.ndarray'}:",
            f'    """What the model is fed: {self._fed()}."""',
        ]
        made: dict[str, str] = {}
        for entry in self.plan.inputs:
            made[entry.name] = variable = names.unique(entry.name, "inputs")
            if entry.scaling == "raw":
                lines.append(statement(f"{variable} = ", self._raw(entry)))
                continue
            whole = self._whole(entry)
            if whole is None:
                parts = Items("[", "]", tuple(self._column(entry, name) for name in entry.columns))
                lines.append(statement(f"{variable} = ", Call("np.column_stack", (parts,))))
            else:
                lines += self._alone(entry, whole, variable)
            if whole is None or whole.kind == "series":
                made[entry.name] += '.astype("float32")'
        lines.append(statement("return ", alone(made)))
        return "\n".join(lines)

    def _raw(self, entry: PlanInput) -> Expression:
        """Cells as they stand: texts, names of categories, or whole numbers."""
        cells = tuple(self._cells(entry, name) for name in entry.columns)
        return cells[0] if entry.shape == () else Call("np.column_stack", (Items("[", "]", cells),))

    def _cells(self, entry: PlanInput, name: str) -> Expression:
        column = self.spec.column(name)
        assert column is not None
        cells = f"columns[{quoted(name)}]"
        if column.kind == "text":
            return cells if isinstance(self.source, CsvData) else f"{cells}.astype(object)"
        if column.kind == "category" and entry.dtype == "string":
            return Call("category_names", (cells, literal(list(column.categories))))
        if column.kind == "category":
            return Subscript(Call("np.array", (literal([*map(int, column.categories), -1]),)), cells)
        if column.missing > 0 and isinstance(self.source, CsvData) and self.source.missing == "fill":
            constants = self._fitted(entry, name)
            fill = f"median({cells}, train)" if constants is None else repr(constants.fill)
            cells = f"filled({cells}, {fill})"
        return f'np.rint({cells}).astype("int64")'

    def _fed(self) -> str:
        """In words, for the function's doc: type and shape of each input."""
        told = []
        for entry in self.plan.inputs:
            whole = self._whole(entry)
            dtype = "ids of words, int32" if whole is not None and whole.kind == "text" else "float32"
            if self._stays_bytes(entry):
                dtype = "bytes"
            if entry.scaling == "raw":
                dtype = "texts" if entry.dtype == "string" else "whole numbers"
            told.append(f"{dtype} of shape ({', '.join(['rows', *map(str, entry.shape)])})")
        return ", ".join(dict.fromkeys(told))

    def _whole(self, entry: PlanInput) -> Column | None:
        """The column that fills the input alone."""
        column = self.spec.column(entry.columns[0])
        return column if column is not None and column.whole else None

    def _alone(self, entry: PlanInput, column: Column, name: str) -> Iterator[str]:
        cells = f"columns[{quoted(column.name)}]"
        if column.kind == "text":
            fitted = self._fitted(entry, column.name)
            words = next((one for one, found in self._vocabularies() if found is fitted), "known")
            if fitted is None:
                yield f"    known = vocabulary({cells}[train], {column.words})"
            yield f"    {name} = token_ids({cells}, {words}, {entry.shape[0]})"
        elif column.kind == "picture":
            yield from self._pictures(entry, column, name)
        else:
            yield statement(f"{name} = ", self._column(entry, column.name))

    def _pictures(self, entry: PlanInput, column: Column, name: str) -> Iterator[str]:
        """float32 first, then shifted and scaled, as a run does it; or bytes as they are, for `scaled`."""
        cells = f"columns[{quoted(column.name)}]"
        if self._stays_bytes(entry):
            yield f"    {name} = {cells}"
            return
        pictures = f'{cells}.astype("float32")'
        fitted = self._fitted(entry, column.name)
        offset, scale = _pixels(column) if entry.scaling in ("unit", "pixels") else (0.0, 1.0)
        scale = scale / 255 if entry.scaling == "pixels" else scale
        if fitted is not None:
            offset, scale = fitted.mean, fitted.scale
        elif entry.scaling == "standardise":
            yield f"    known = {cells}[train]"
            yield f"    {name} = ({pictures} - float(known.mean())) / (float(known.std()) or 1.0)"
            return
        yield f"    {name} = {_scaled(pictures, offset, scale)}"

    def _stays_bytes(self, entry: PlanInput) -> bool:
        return isinstance(self.source, ImagesData) and self._whole(entry) is not None and entry.scaling != "standardise"

    def _late(self) -> Iterator[tuple[str, str]]:
        """Inputs of bytes, each with what becomes of a batch; nothing where Keras' own conversion is all."""
        for entry in self.plan.inputs:
            column = self._whole(entry)
            if column is not None and self._stays_bytes(entry):
                x = f"x[{quoted(entry.name)}]" if len(self.plan.inputs) > 1 else "x"
                offset, scale = _pixels(column) if entry.scaling in ("unit", "pixels") else (0.0, 1.0)
                scale = scale / 255 if entry.scaling == "pixels" else scale
                yield entry.name, _scaled(f'{x}.astype("float32")', offset, scale) if (offset, scale) != (0, 1) else ""

    def _scaled_late(self) -> str:
        scaled = {name: text for name, text in self._late() if text}
        body = next(iter(scaled.values()))
        if len(self.plan.inputs) > 1:
            body = f"x | {{{', '.join(f'{quoted(name)}: {text}' for name, text in scaled.items())}}}"
        lines = ["def scaled(x):", '    """Pictures stay bytes until their batch comes: a quarter of the memory."""']
        return "\n".join([*lines, f"    return {body}"])

    def _column(self, entry: PlanInput, name: str) -> Expression:
        column = self.spec.column(name)
        assert column is not None
        cells = f"columns[{quoted(name)}]"
        if column.kind == "category":
            return f"one_hot({cells}, {len(column.categories)})"
        gaps = column.missing > 0 and isinstance(self.source, CsvData) and self.source.missing == "fill"
        constants = self._fitted(entry, name)
        if constants is None:
            return _fitting(cells, entry.scaling, gaps)
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
        if output.kind == "picture":
            return _scaled(f'{cells}.astype("float32")', *_pixels(self._target(output)))
        if suggestion.one_hot(output.loss.name if output.loss else None, len(output.classes)):
            return f"one_hot({cells}, {len(output.classes)})"
        return f'{cells}.astype("int32")'

    def _meaning(self, output: PlanOutput) -> str:
        target = self._target(output)
        if output.kind != "class":
            return target.name if output.kind == "number" else f"{target.name}, from 0 to 1"
        classes = ", ".join(f"{place} {name}" for place, name in enumerate(output.classes[:4]))
        return f"{target.name} ({classes}{', …' if len(output.classes) > 4 else ''})"

    def _target(self, output: PlanOutput) -> Column:
        column = self.spec.column(output.target or self.spec.target)
        assert column is not None
        return column

    def _fitted(self, entry: PlanInput, column: str) -> FittedColumn | None:
        fitted = self.fitted.inputs if self.fitted else ()
        columns = next((one.columns for one in fitted if one.node == entry.node), ())
        return next((one for one in columns if one.name == column), None)

    def _vocabularies(self) -> Iterator[tuple[str, FittedColumn]]:
        """Name of the constant and the column, of every text that a run has read."""
        fitted = self.fitted.inputs if self.fitted else ()
        found = [column for entry in fitted for column in entry.columns if column.kind == "text"]
        for place, column in enumerate(found, 1):
            yield ("WORDS" if place == 1 else f"WORDS_{place}"), column


def _pixels(column: Column) -> tuple[float, float]:
    """What to take from a pixel, and what to divide it by, to bring it to 0…1."""
    low, high = column.minimum or 0.0, 1.0 if column.maximum is None else column.maximum
    return low, (high - low) or 1.0


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
    if column.kind == "text":
        return f"texts(cells[{place}])"
    if column.kind == "category":
        return Call("codes", (f"cells[{place}]", literal(list(column.categories))))
    return f"numbers(decimal_commas(cells[{place}]))" if column.decimal_comma else f"numbers(cells[{place}])"
