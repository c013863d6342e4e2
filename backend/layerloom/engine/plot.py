"""A built model → the Graphviz source of Keras' `model_to_dot`, with labels of our own. Draws nothing, allocates nothing.

Keras puts names unescaped into HTML-like labels, so every label is written again; node ids are numbered, not addresses.
"""

import html
import re
from typing import Any

import keras

from layerloom.engine.summary import drawn, rows
from layerloom.runs.events import SummaryRow

INK, FAINT, LINE, PAPER = "#1c1f23", "#6b7280", "#9aa1ab", "#ffffff"


def dot(model: Any) -> str:
    """Graphviz source, a record for each layer: name, class, output shape, parameters."""
    graph = keras.utils.model_to_dot(model, show_layer_names=False, dpi=72, splines="spline")
    graph.set("bgcolor", "transparent")
    graph.set("nodesep", "0.35")
    graph.set("ranksep", "0.35")
    graph.set_edge_defaults(color=LINE, arrowsize="0.6")
    found = {str(id(layer)): row for layer, row in zip(drawn(model), rows(model), strict=True)}
    hidden = {str(id(operation)) for operation in model.operations} - found.keys()
    numbers = {address: f"n{number}" for number, address in enumerate(found)}
    for node in graph.get_nodes():
        address = node.get_name().strip('"')
        if address in found:
            node.set("shape", "plaintext")
            node.set("fontcolor", INK)
            node.set("label", _label(found[address]))
        elif address in hidden:
            graph.del_node(node.get_name())
    for edge in graph.get_edges():
        edge.obj_dict["attributes"].pop("penwidth", None)
        if {edge.get_source().strip('"'), edge.get_destination().strip('"')} & hidden:
            graph.del_edge(edge.get_source(), edge.get_destination())
    return re.sub(r"\d{6,}", lambda match: numbers.get(match[0], match[0]), graph.to_string())


def _label(row: SummaryRow) -> str:
    params = f"{row.params:,} parameters" if row.params else ""
    details = "<br/>".join(html.escape(line) for line in (row.output_shape, params) if line)
    return (
        f'<<table border="0" cellborder="1" cellspacing="0" cellpadding="6" color="{LINE}" bgcolor="{PAPER}">'
        f'<tr><td><b>{html.escape(row.name)}</b> <font color="{FAINT}">{html.escape(row.layer)}</font><br/>'
        f'<font point-size="11">{details}</font></td></tr></table>>'
    )
