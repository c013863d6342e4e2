compare-title = Compare
compare-canvas = The two graphs laid over each other
compare-view = View
compare-zoom-in = Zoom in
compare-zoom-out = Zoom out
compare-fit = Show everything

compare-before = Before
compare-after = After
compare-swap = Swap before and after
compare-close = Back to the drawing
compare-restore = Restore { $name }

compare-live = This canvas
compare-runs = Runs
compare-saved = Saved versions
compare-projects = Other projects
compare-templates = Templates
compare-file = A file
compare-choose-file = A file…
compare-drop = Drop a graph (.json) or a picture of one to compare with it

compare-added = added
compare-removed = removed
compare-changed = changed
compare-added-count = { $n ->
    [one] { $n } added
   *[other] { $n } added
}
compare-removed-count = { $n ->
    [one] { $n } removed
   *[other] { $n } removed
}
compare-changed-count = { $n ->
    [one] { $n } changed
   *[other] { $n } changed
}
compare-training-count = { $n ->
    [one] { $n } setting of training
   *[other] { $n } settings of training
}

compare-loading = Laying the two over each other…
compare-equal = No difference
compare-equal-hint = The two mean the same. Where things stand on the canvas is not compared.
compare-changes = Changes
compare-step = { $at } of { $all }
compare-next = Next change
compare-previous = Previous change
compare-only = Only what differs
compare-training = Training
compare-wire = Wire from { $from } to { $to }
compare-field = Setting
compare-default = { $value } (default)
compare-unset = not set
compare-gone-file = The file is no longer here. Drop it again.

compare-field-batch_size = Batch size
compare-field-begin = Begins from
compare-field-bypassed = Bypassed
compare-field-columns = Columns
compare-field-data = Data
compare-field-dtype = Type
compare-field-early_stopping = Early stopping
compare-field-epochs = Epochs
compare-field-layer = Layer
compare-field-loss = Loss
compare-field-metrics = Metrics
compare-field-name = Name
compare-field-op = Operation
compare-field-optimizer = Optimizer
compare-field-order = Place among the inputs
compare-field-reduce_on_plateau = Slower on a plateau
compare-field-scaling = Scaling
compare-field-seed = Seed
compare-field-shape = Shape
compare-field-shares = Shares the layer of
compare-field-split = Split
compare-field-target = Target
compare-field-trainable = Trainable
compare-field-weight = Weight
