# Parts of sentences that several messages share.

list-comma = { $front }, { $last }
list-and = { $front } and { $last }
list-or = { $front } or { $last }
list-space = { $front } { $last }
as-it-is = { $text }
list-more = { $n } more
none-at-all = none at all
value-very-long = a very long number

## What a tensor is. The number counts its axes, the batch included.

kind-1 = one number
kind-2 = a list
kind-3 = a sequence
kind-4 = a picture
kind-5 = a volume
kind-6 = a film of volumes
numbers-float = numbers with a fraction
numbers-int = whole numbers
numbers-string = texts

kind-axes = { $n } axes
kind-at-least = at least { $kind }
kind-ConvLSTM1D = a sequence of rows
kind-ConvLSTM2D = a sequence of pictures
kind-ConvLSTM3D = a sequence of volumes

sizes-2 = (None, features)
sizes-3 = (None, steps, features)
sizes-4 = (None, height, width, channels)
sizes-5 = (None, depth, height, width, channels)
sizes-6 = (None, steps, depth, height, width, channels)

## One sample of a tensor, in words.

size-any = any
sample-numbers = { $n ->
    [one] one number per sample
   *[other] { $n } numbers per sample
}
sample-any-numbers = any numbers per sample
sample-steps = { $steps } steps of { $width } numbers per sample
sample-positions = { $channels ->
    [one] { $height } × { $width } positions with { $channels } channel per sample
   *[other] { $height } × { $width } positions with { $channels } channels per sample
}
sample-more = { $sizes } numbers per sample

got-nothing = nothing
got-from = { $shape } from `{ $name }`

## The next step, as the last sentence of a message.

step-did-you-mean = Did you mean { $guess }?
step-from-palette = Choose one from the palette.
step-from-list = Choose one from the list.
step-remove-it = Remove it.
step-among-columns = Choose among the columns of the data.
step-change-before = Change what comes before it.
step-mend-or-change = { $mend }, or change what comes before.

## What a parameter or a setting takes. Stands after "needs".

wants-or-nothing = { $what }, or nothing
wants-digits = { $what }, of at most 18 digits
wants-finite = { $what } that is finite
wants-int = a whole number
wants-int-least = a whole number, { $low } or more
wants-int-between = a whole number from { $low } to { $high }
wants-float = a number
wants-float-least = a number, { $low } or more
wants-float-between = a number from { $low } to { $high }
wants-number-from = a number from { $low }
wants-above = a number above { $low }
wants-share = a number between 0 and 1, such as { $example }
wants-schedule = a number or a learning-rate schedule
wants-schedule-least = a number, { $low } or more, or a learning-rate schedule
wants-schedule-between = a number from { $low } to { $high } or a learning-rate schedule
wants-int_tuple = a whole number or several of them
wants-int_tuple-least = a whole number or several of them, each { $low } or more
wants-int_tuple-between = a whole number or several of them, each from { $low } to { $high }
wants-int_tuple-of = a whole number or { $rank } of them
wants-int_tuple-of-least = a whole number or { $rank } of them, each { $low } or more
wants-int_tuple-of-between = a whole number or { $rank } of them, each from { $low } to { $high }
wants-bool = true or false
wants-str = a text
wants-choice = one of { $choices }
wants-shape = a list of whole numbers, such as [8, 16]
wants-axis = a whole number or a list of them
wants-int_list = a list of whole numbers
wants-float_list = a list of numbers
wants-str_list = a list of texts
wants-dtype = a number type such as float32
wants-activation = the name of an activation, such as relu
wants-initializer = an initializer
wants-regularizer = a regularizer
wants-constraint = a constraint
wants-layer = a layer, as { "{" }"name": "LSTM", "params": { "{" }…{ "}" }{ "}" }
wants-layers = a list of layers
wants-function = Python code, which cannot be used yet
wants-tensor = a number, or lists of numbers of one length, such as [0.5, 1]
wants-slice = places between brackets as in Python, such as :, 0 or ..., 1:3
wants-any = a number, a text, a list of them, or numbers by name
wants-any-digits = a number of at most 18 digits
wants-metric-name = a short name such as accuracy
wants-weights = null or "imagenet"
wants-stateless = false: rows are shuffled, so no state may outlive a batch

## What Keras offers by name: one of a kind, and all of a kind.

member-loss = loss
members-loss = losses
member-metric = metric
members-metric = metrics
member-optimizer = optimizer
members-optimizer = optimizers
member-schedule = schedule
members-schedule = schedules
member-initializer = initializer
members-initializer = initializers
member-regularizer = regularizer
members-regularizer = regularizers
member-constraint = constraint
members-constraint = constraints
member-activation = activation
members-activation = activations
member-layer = layer
members-layer = layers
