"""The sets that come with scikit-learn: what each holds, as data. `builtin_arrays` reads them; the web process never does."""

from layerloom.graph.data import Column, DataSpec

Ranges = tuple[tuple[str, float, float], ...]

IRIS: Ranges = (
    ("sepal length (cm)", 4.3, 7.9),
    ("sepal width (cm)", 2.0, 4.4),
    ("petal length (cm)", 1.0, 6.9),
    ("petal width (cm)", 0.1, 2.5),
)
WINE: Ranges = (
    ("alcohol", 11.03, 14.83),
    ("malic_acid", 0.74, 5.8),
    ("ash", 1.36, 3.23),
    ("alcalinity_of_ash", 10.6, 30.0),
    ("magnesium", 70.0, 162.0),
    ("total_phenols", 0.98, 3.88),
    ("flavanoids", 0.34, 5.08),
    ("nonflavanoid_phenols", 0.13, 0.66),
    ("proanthocyanins", 0.41, 3.58),
    ("color_intensity", 1.28, 13.0),
    ("hue", 0.48, 1.71),
    ("od280/od315_of_diluted_wines", 1.27, 4.0),
    ("proline", 278.0, 1680.0),
)
BREAST_CANCER: Ranges = (
    ("mean radius", 6.981, 28.11),
    ("mean texture", 9.71, 39.28),
    ("mean perimeter", 43.79, 188.5),
    ("mean area", 143.5, 2501.0),
    ("mean smoothness", 0.05263, 0.1634),
    ("mean compactness", 0.01938, 0.3454),
    ("mean concavity", 0.0, 0.4268),
    ("mean concave points", 0.0, 0.2012),
    ("mean symmetry", 0.106, 0.304),
    ("mean fractal dimension", 0.04996, 0.09744),
    ("radius error", 0.1115, 2.873),
    ("texture error", 0.3602, 4.885),
    ("perimeter error", 0.757, 21.98),
    ("area error", 6.802, 542.2),
    ("smoothness error", 0.001713, 0.03113),
    ("compactness error", 0.002252, 0.1354),
    ("concavity error", 0.0, 0.396),
    ("concave points error", 0.0, 0.05279),
    ("symmetry error", 0.007882, 0.07895),
    ("fractal dimension error", 0.0008948, 0.02984),
    ("worst radius", 7.93, 36.04),
    ("worst texture", 12.02, 49.54),
    ("worst perimeter", 50.41, 251.2),
    ("worst area", 185.2, 4254.0),
    ("worst smoothness", 0.07117, 0.2226),
    ("worst compactness", 0.02729, 1.058),
    ("worst concavity", 0.0, 1.252),
    ("worst concave points", 0.0, 0.291),
    ("worst symmetry", 0.1565, 0.6638),
    ("worst fractal dimension", 0.05504, 0.2075),
)
DIABETES: Ranges = (
    ("age", -0.1072256316073538, 0.11072667545381144),
    ("sex", -0.044641636506989144, 0.05068011873981862),
    ("bmi", -0.09027529589850945, 0.17055522598064407),
    ("bp", -0.11239880254408448, 0.13204361674121307),
    ("s1", -0.12678066991651324, 0.15391371315651542),
    ("s2", -0.11561306597939897, 0.19878798965729408),
    ("s3", -0.10230705051741597, 0.18117906039727852),
    ("s4", -0.0763945037500033, 0.18523444326019867),
    ("s5", -0.12609712083330468, 0.13359728192191356),
    ("s6", -0.13776722569000302, 0.13561183068907107),
)


def _table(name: str, title: str, rows: int, ranges: Ranges, target: Column, doc: str) -> DataSpec:
    integral = {"magnesium", "proline"}
    numbers = (
        Column(name=column, kind="number", minimum=low, maximum=high, integral=column in integral)
        for column, low, high in ranges
    )
    return DataSpec(id=name, title=title, rows=rows, columns=(*numbers, target), target=target.name, doc=doc)


def _classes(name: str, *classes: str) -> Column:
    return Column(name=name, kind="category", categories=classes)


DIGIT = _classes("digit", *"0123456789")

SPECS: dict[str, DataSpec] = {
    spec.id: spec
    for spec in (
        DataSpec(
            id="digits",
            title="Digits",
            row="picture",
            rows=1797,
            columns=(Column(name="image", kind="picture", shape=(8, 8, 1), minimum=0.0, maximum=16.0), DIGIT),
            target="digit",
            doc="Handwritten digits as pictures of 8 by 8 pixels.",
        ),
        _table(
            "iris",
            "Iris",
            150,
            IRIS,
            _classes("species", "setosa", "versicolor", "virginica"),
            "Three species of iris, told apart by the size of their petals and sepals.",
        ),
        _table(
            "wine",
            "Wine",
            178,
            WINE,
            _classes("cultivar", "class_0", "class_1", "class_2"),
            "Chemical measurements of wines from three cultivars.",
        ),
        _table(
            "breast_cancer",
            "Breast cancer",
            569,
            BREAST_CANCER,
            _classes("diagnosis", "malignant", "benign"),
            "Measurements of cell nuclei, and whether the tumour was malignant.",
        ),
        _table(
            "diabetes",
            "Diabetes",
            442,
            DIABETES,
            Column(name="progression", kind="number", minimum=25.0, maximum=346.0, integral=True),
            "Ten measurements of patients, and how far the disease had progressed a year later.",
        ),
    )
}
