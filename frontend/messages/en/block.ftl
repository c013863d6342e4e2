# Blocks: a part of the model as one node. Names are the person's own.
block-refused-none = Select the layers that shall become a block.
block-refused-ends = Inputs and outputs cannot stand in a block. Select layers between them.
block-refused-between =
    { $n ->
        [0] { $name } lies between: data would leave the block and come back. Select it too.
        [one] { $name } and one more lie between: data would leave the block and come back. Select them too.
       *[other] { $name } and { $n } more lie between: data would leave the block and come back. Select them too.
    }
block-refused-no-block = Only a block can be unpacked.
block-refused-shares = { $name } uses the layers of { $owner } again. Give it its own first.
block-refused-shared = { $name } is used again by { $names }. Give those their own first.

block-repeat = repeat
block-repeat-doc = How often the block comes, one after the other, each time with weights of its own. It needs one input and one output.
block-repeat-wrong = A block comes a whole number of times, from 1 to { $most }. Received: { $typed }.
block-vary = varies
block-vary-doc = A parameter of a layer inside that has another value each time the block comes.
block-vary-choose = choose a parameter…
block-values-doc = { $n } values with commas between them, one for each time the block comes.
block-values-wrong =
    { $n ->
        [one] The block comes once and needs one value. Received: { $given }.
       *[other] The block comes { $n } times and needs { $n } values with commas between them. Received: { $given }.
    }
block-same = { $label }: the same each time
block-varies = in { $name } × { $n }: { $values }
block-varies-change = Change
block-kind = built as
block-kind-doc = In place: its layers are the model's own, as after a call of a Python function. A model: a model inside the model, called like a layer.
block-kind-inline = in place
block-kind-model = a model
block-bypassed = bypassed
block-bypassed-doc = The block stays while the data goes round it.
block-open = Open
block-unpack = Unpack
block-uses = Uses the layers of { $name } again, with the same weights. What is changed here is changed there.
block-go-there = Show it
block-port-in = Comes into the block: a port of its card, called by this name.
block-port-out = Leaves the block: a port of its card, called by this name.
block-save = Save to your blocks
block-saved = { $name } is in your blocks now. The palette has it in every project.
block-library-empty = Nothing kept yet. Select a block on the canvas and save it.
block-from-file = From a file…
block-as-file = Save { $name } as a file
block-delete = Delete { $name }
block-no-clip = This file holds no block. Choose one that was saved here, or a graph with one block.
