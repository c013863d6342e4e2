inspector-name = Name
inspector-name-empty = A name has at least one visible character.
inspector-name-long = A name has at most { $most } characters. Received: { $n }.
inspector-name-slash = A name has no slash: Keras uses slashes to name weights. Try an underscore.
inspector-name-unseen = A name has visible characters.
inspector-name-taken = “{ $name }” is another node’s name; each node needs its own.

inspector-gives = gives
inspector-before = Before: { $what }
inspector-reset = Reset { $label } to its default
inspector-reset-keras = Reset { $label } to Keras’ default: { $value }
inspector-reset-to = Reset { $label }: { $value }
inspector-f1 = F1 in a field shows this too
inspector-fewer = Fewer
inspector-more = { $n } more…
inspector-parameters-more = { $n ->
    [one] { $n } parameter…
   *[other] { $n } parameters…
}
inspector-changes-meaning = Changes meaning or results
inspector-of = { $name }: { $chosen }

# Beside a choice that is Keras' default.
inspector-is-default = { $name } · default
inspector-keras-own = Keras’ own
inspector-none = none
inspector-choose = choose…
inspector-needed = needed
inspector-yes = yes
inspector-no = no
inspector-auto = auto
inspector-as-model = as the model
inspector-use-again = Use this layer again
inspector-block-again = Use this block again
inspector-use-again-why = Adds a node that uses the same weights; what is set on one is set on both.
inspector-from-wire = comes from { $name }
inspector-custom-code = needs custom code, not yet

inspector-nothing-known = Nothing is known of this kind of node.
inspector-about-input = Where the data flows in. It takes its shape from the data set, so that everything after it knows how large one sample is. Scaling is fitted on the training part alone and travels with the exported script.
inspector-about-output = Where the answer is compared with the truth. The loss says how wrong the network is, and training makes it smaller; metrics are watched, never trained on.
inspector-takes = Takes
inspector-port-many = several, in order
inspector-port-optional = optional
inspector-gives-title = Gives
inspector-no-doc = Keras says nothing more.
inspector-example = Example
inspector-or = { $front }, or { $last }

inspector-data = Data
inspector-no-data = none chosen
inspector-columns = Columns
inspector-columns-doc = Which columns of the table flow in here. All: every column that nobody learns and no other Input asks for.
inspector-columns-all = all
inspector-columns-chosen = chosen
inspector-columns-width = { $columns } → { $numbers } a row
inspector-column-count = { $n ->
    [one] { $n } column
   *[other] { $n } columns
}
inspector-number-count = { $n ->
    [one] { $n } number
   *[other] { $n } numbers
}
inspector-category-count = { $n ->
    [one] { $n } category
   *[other] { $n } categories
}
inspector-column-gone = not in this data
inspector-column-learned = learned by { $name }
inspector-an-output = an Output
inspector-column-number = number
inspector-column-category = category
inspector-column-text = text
inspector-column-picture = picture
inspector-column-series = series
inspector-column-constant = always the same
inspector-column-identifier = unique
inspector-column-holds-text = holds texts
inspector-column-holds-identifier = different in every row
inspector-column-holds-series = holds series
inspector-dtype-doc = The type of the numbers that flow in. float32 suits almost everything; whole numbers suit an Embedding.
inspector-held = held still
inspector-held-doc = Layers that keep their weights. With any held still, normalisation stays as in inference.
inspector-held-none = none
inspector-held-all = all
inspector-held-some = up to a layer
inspector-held-last = last layer held still
inspector-preprocess-doc = What flows in are pixels from 0 to 255, which the model prepares itself
inspector-scaling = Scaling
inspector-scaling-doc = Networks learn best from numbers around zero. Auto brings pictures to 0…1 and standardises numbers; what it takes for that is measured on the training part alone.
inspector-scaling-auto = auto
inspector-scaling-auto-doc = Pictures to 0…1, numbers standardised; raw where the layers behind learn from the data themselves
inspector-scaling-standardise = standardise
inspector-scaling-standardise-doc = Mean 0 and spread 1, as in the training part
inspector-scaling-unit = 0…1
inspector-scaling-unit-doc = From the smallest to the largest value
inspector-scaling-none = none
inspector-scaling-none-doc = As it is
inspector-scaling-raw = raw
inspector-scaling-raw-doc = Cells as they stand in the table: texts and categories as text, for layers that look them up
inspector-shape-doc = Of one sample, without the batch axis: 8 × 8 × 1 is a small grey picture, 4 a list of four numbers, ? an axis of any length.
inspector-shape-own = your own
inspector-shape-from-data = from the data
inspector-shape-needed = Without data, a shape is needed.
inspector-shape-axes = A shape has at most { $most } axes. Received: { $n }.
inspector-shape-small = Every size is 1 or more; ? stands for any. Received: { $size }.
inspector-the-data = the data’s

inspector-trainable = Trainable
inspector-trainable-doc = A frozen layer keeps its weights while the others learn. In Keras: layer.trainable = False.
inspector-frozen = frozen
inspector-not-in-catalog = Keras { $layer } is not in this version’s catalog.
inspector-move-up = Move { $name } up
inspector-remove = Remove { $name }
inspector-add-layer = Add a layer
inspector-add-layer-to = Add a layer to { $name }
# What stands between the marks leads to that node.
inspector-shares = Shares the layer and the weights of <b>{ $name }</b>. What is changed here is changed there.
inspector-independent = Make independent
inspector-sharers = Also used by <b>{ $names }</b>: same weights, changed together.

inspector-nodes = { $n ->
    [one] { $n } node
   *[other] { $n } nodes
}
inspector-parameters = Parameters
inspector-weights = Weights
inspector-some-learn = Some of them learn, some are frozen.
inspector-selected = Selected nodes
inspector-duplicate = Duplicate
inspector-delete = Delete
inspector-delete-n = Delete { $n }
inspector-other-node = This kind of node cannot be used yet. Put a Keras layer in its place.

inspector-target = Target
inspector-target-doc = The column the network learns to answer. It never flows into an Input.
inspector-target-own = { $name } · the data’s own
inspector-target-the-own = the data’s own
inspector-target-choose = choose a column…
inspector-target-gone = { $name } · not in this data
inspector-target-is-number = a number
inspector-target-is-picture = a picture
inspector-target-is-text = a text
inspector-target-is-series = a series
inspector-target-is-constant = always the same
inspector-target-is-identifier = different in every row
inspector-target-classes = { $n ->
    [one] { $n } class: { $names }
   *[other] { $n } classes: { $names }
}
inspector-loss = Loss
inspector-loss-doc = How wrong the network is, as one number: training makes it smaller. The suggested one fits the target and the last layer.
inspector-loss-of = Loss: { $name }
inspector-suggested = suggested
inspector-suggested-loss = the suggested one
inspector-by-target = by the target
inspector-metrics = Metrics
inspector-metrics-doc = What is watched in every epoch and drawn as a curve. Nothing is trained on them.
inspector-metrics-suggested = suggested: { $names }
inspector-suggested-metrics = the suggested ones
inspector-metrics-add = add a metric…
inspector-metrics-none = Nothing is watched but the loss.
inspector-metric-of = Metric: { $name }
inspector-weight-doc = How much this output’s loss counts beside the others’.
inspector-losses-added = With several outputs, the losses are added, each times its weight.

inspector-wire = Wire
inspector-wire-from = From
inspector-wire-to = To
inspector-wire-carries = Carries
inspector-wire-unknown = not known yet
inspector-wire-delete = Delete wire
inspector-wire-node-gone = a node that is gone

inspector-each-channel = { $n ->
    [one] one number for its { $n } channel
   *[other] one number for each of { $n } channels
}
inspector-each-open-channel = one number for each channel
