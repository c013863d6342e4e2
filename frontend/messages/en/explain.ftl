# What a layer does, with its own numbers: a sentence, and what follows from it.
explain-conv2d = { $n ->
    [one] One little detector slides over the picture.
   *[other] { $n } little detectors slide over the picture.
}
explain-conv2d-more = Each looks at { $window } pixels and lights up where it finds its pattern.
explain-conv1d = { $n ->
    [one] One little detector slides along the sequence.
   *[other] { $n } little detectors slide along the sequence.
}
explain-conv1d-more = { $n ->
    [one] Each looks at { $n } step at a time and lights up where it finds its pattern.
   *[other] Each looks at { $n } steps at a time and lights up where it finds its pattern.
}
explain-dense = { $n ->
    [one] One unit looks at every number that comes in.
   *[other] { $n } units, each looks at every number that comes in.
}
explain-dense-more = Each weighs them all, adds them up and passes one number on.
explain-max-pooling = Of every { $window } pixels only the strongest stays.
explain-max-pooling-more = The picture gets smaller; what was found survives, and where exactly matters less.
explain-average-pooling = Every { $window } pixels become their average.
explain-average-pooling-more = The picture gets smaller and softer.
explain-dropout = While training, { $percent } % of the numbers are switched off at random.
explain-dropout-more = No unit can lean on one neighbour; in use, nothing is dropped.
explain-memory = { $n ->
    [one] A memory of { $n } number reads the sequence step by step.
   *[other] A memory of { $n } numbers reads the sequence step by step.
}
explain-lstm-every-step = It passes on what it thinks after every step.
explain-lstm-end = It passes on what it remembers at the end.
explain-gru-more = It is an LSTM with fewer gates: lighter, and often as good.
explain-embedding = { $n ->
    [one] Each of { $words } words gets a place of { $n } number.
   *[other] Each of { $words } words gets a place of { $n } numbers.
}
explain-embedding-more = Words that act alike move together while training.
explain-attention = { $n ->
    [one] One head asks: which places should this place look at?
   *[other] { $n } heads ask: which places should this place look at?
}
explain-attention-more = Query asks, key answers, value is what is then passed on.
explain-sum = { $n ->
    [one] { $sum } = { $n } parameter
   *[other] { $sum } = { $n } parameters
}
