# The one line under a node's name: short, without a full stop.
line-input = Input
line-output = Output
line-block = Block
line-port-in = Comes into the block
line-port-out = Leaves the block
line-layers = { $n ->
    [one] { $n } layer
   *[other] { $n } layers
}
line-custom = Custom
line-filters = { $n ->
    [one] { $n } filter
   *[other] { $n } filters
}
line-heads = { $n ->
    [one] { $n } head
   *[other] { $n } heads
}
line-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
line-numbers-each = { $n ->
    [one] { $n } number each
   *[other] { $n } numbers each
}
line-columns = { $n ->
    [one] { $n } column
   *[other] { $n } columns
}
line-stride = stride { $n }
line-dilation = dilation { $n }
line-key = key { $n }
line-masks = masks zeros
line-sequence = whole sequence
line-state = with state
line-no-bias = no bias
line-shared = shared weights
line-frozen = frozen
line-standardised = standardised
line-scaled = scaled to 0…1
line-as-it-is = as it is
line-raw = raw
line-cross-entropy = cross-entropy
line-sparse-cross-entropy = sparse cross-entropy
line-binary-cross-entropy = binary cross-entropy
line-mean-squared-error = mean squared error
line-mean-absolute-error = mean absolute error
line-accuracy = accuracy
