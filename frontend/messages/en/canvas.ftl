canvas-note-empty = Empty note
canvas-note-says = Note: { $text }

canvas-undo = Undo
canvas-replace = Replace
canvas-wire-removed = The wire is gone.
canvas-wire-into = { $name } · { $port }
canvas-wire-choose = Let go to choose a layer
canvas-wire-let-go = Let go to remove the wire
canvas-two-ends = A wire runs from an output, below a node, to an input, above one.

canvas-refused-dangling_edge = no node
canvas-refused-wire_across_blocks = in another block
canvas-refused-self_loop = feeds itself
canvas-refused-wrong_way_wire = wrong way
canvas-refused-unknown_port = no such port
canvas-refused-duplicate_edge = wired already
canvas-refused-port_taken = taken
canvas-refused-cycle = would be a circle

canvas-note-hint = Double-click to write
canvas-note-text = Text of the note
canvas-note-placeholder = Write here. **Bold**, *italic*, - lists, # headings.
canvas-note-color = Colour of the note
canvas-note-yellow = Yellow
canvas-note-green = Green
canvas-note-blue = Blue
canvas-note-pink = Pink
canvas-note-grey = Grey
canvas-note-remove = Remove the note

canvas-remove = Delete
canvas-duplicate = Duplicate
canvas-share = Share weights, or use this layer again
canvas-bypass = Bypass, or use again
canvas-connect = Wire to…
canvas-copy = Copy
canvas-cut = Cut
canvas-paste = Paste
canvas-paste-with-wires = Paste with the wires that came in
canvas-copied = { $n ->
    [one] Copied { $n } thing as text. Paste it anywhere.
   *[other] Copied { $n } things as text. Paste them anywhere.
}
canvas-nothing-to-paste = There is no part of a graph on the clipboard.
canvas-write = Write in the note
canvas-choose = Select what has the focus
canvas-select-all = Select everything
canvas-select-upstream = Select everything before
canvas-select-downstream = Select everything after
canvas-select-path = Select the path between
canvas-no-path = No wires lead from one of these to another.
canvas-deselect = Select nothing

canvas-search = Add a layer here
canvas-add-note = Add a note
canvas-fit = Show everything
canvas-fit-selection = Show what is selected
canvas-full-size = Full size, 100 %
canvas-zoom-in = Zoom in
canvas-zoom-out = Zoom out
canvas-tidy = Tidy up
canvas-tidy-failed = The network could not be tidied up: a part of the page is not here yet and the server does not answer.
canvas-map = Show or hide the map
canvas-hand = Hand: a drag moves the canvas
canvas-select = Arrow: a drag selects

canvas-move-left = Move left
canvas-move-right = Move right
canvas-move-up = Move up
canvas-move-down = Move down
canvas-far-left = Move far left
canvas-far-right = Move far right
canvas-far-up = Move far up
canvas-far-down = Move far down
canvas-walk-left = Walk to the left
canvas-walk-right = Walk to the right
canvas-walk-up = Walk up the wire
canvas-walk-down = Walk down the wire

canvas-menu = What can be done here
canvas-insert = Insert a layer into the wire
canvas-tools-view = View
canvas-tools-draw = Draw
canvas-percent = { $zoom } %
canvas-zoom-now = Zoom { $zoom } %, back to full size
canvas-drag-selects = A drag selects
canvas-map-label = Map of the network


canvas-bypassed = bypassed
canvas-bypassed-why = Bypassed: the data goes round it. Press Ctrl+B to use it again.
canvas-unused = left out
canvas-unused-why = Feeds no output: it is left out of the model.
canvas-changed = Changed since the newest run
canvas-target = target
canvas-no-target = no target
canvas-no-data = no data
canvas-shared = shared
canvas-shared-with = Uses the weights of { $name }
canvas-shared-by = Also used by { $names }
canvas-shared-why = Uses the weights of another node
canvas-unknown-why = Its shape is not known yet
canvas-params = { $n ->
    [one] { $params } parameter
   *[other] { $params } parameters
}
canvas-params-gives = { $n ->
    [one] { $params } parameter, gives { $shape }
   *[other] { $params } parameters, gives { $shape }
}
canvas-params-why = { $n ->
    [one] { $params } parameter, of which { $trainable } can learn
   *[other] { $params } parameters, of which { $trainable } can learn
}
canvas-input = Input
canvas-output = Output
canvas-input-named = Input { $name }
canvas-output-named = Output { $name }
canvas-port-many = { $name } (takes several wires)
canvas-port-optional = { $name } (may be left out)

canvas-is-node = node
canvas-is-wire = wire
canvas-is-note = note
canvas-network = Network
canvas-wire-label = Wire from { $from } to { $to }
canvas-shape-why = { $dtype }, one sample: { $shape }
canvas-shape-is = { $shape } is { $kind }
canvas-insert-after = Insert a layer into the wire from { $name }
canvas-insert-here = Insert a layer here

canvas-empty = Begin with an input.
canvas-empty-yet = Nothing is drawn here yet.
canvas-empty-how = Data flows from top to bottom: an input, the layers, an output. Every wire shows the shape that flows through it.
canvas-empty-no-data = Data flows from top to bottom: an input, the layers, an output. Every wire shows the shape that flows through it; choose the data at the right and the shapes are real.
canvas-empty-input = Add an input
canvas-empty-search = Search layers
canvas-double-click = double-click

canvas-explain = Explain this layer

canvas-group = Group into a block
canvas-unpack = Unpack the block
canvas-unfold = Unfold the backbone
canvas-enter-block = Open the block
canvas-leave-block = Leave the block
canvas-select-too = Select too
canvas-where = Where you are
canvas-model = Model
canvas-times = × { $n }
canvas-at-top = The whole model
canvas-inside = { $n ->
    [one] Inside { $name }, { $n } node
   *[other] Inside { $name }, { $n } nodes
}
canvas-see-inside = Show what is inside { $name }
canvas-show-inside = Show what is inside
canvas-inside-of = Inside { $name }: { $names }
canvas-empty-block = Nothing stands in this block yet.
canvas-empty-block-how = What comes in is an input, what leaves is an output; the layers stand between them.
