# What fits at a place of the graph, and why the rest does not: in the few words that stand beside a name.
fits-kind-1 = one number
fits-kind-2 = a list of numbers
fits-kind-3 = a sequence
fits-kind-4 = a picture
fits-kind-5 = a volume
fits-kind-6 = a film of volumes
fits-kind-axes = { $n ->
    [one] { $n } axis
   *[other] { $n } axes
}

fits-needs = needs { $what }
fits-works-on = works on { $what }
fits-numbers-float = fractions
fits-numbers-int = whole numbers
fits-numbers-string = text
fits-or = { $front } or { $last }
fits-needs-channels = needs { $channels } channels
fits-needs-size = needs sizes from { $least } up
fits-window = its window of { $window } is too large
fits-why-one_value_each = takes one value each
fits-why-equation_does_not_fit = its equation is for other axes
fits-why-size_unknown = must know the last size
fits-why-shapes_differ = joins equal shapes
fits-why-shapes_do_not_join = cannot put these side by side
fits-why-too_many_parameters = would be too large
fits-why-tensor_too_large = would give too much
fits-breaks = { $name } { $why }

fits-into = → { $shape }
fits-set = { $param } = { $value }
fits-set-before = { $param } on { $name }
fits-none = none

fits-heading-after = Fits after
fits-gives = { $name } gives { $shape }
fits-name-shape = { $name } · { $shape }
fits-guessed = By rule of thumb: nobody can try the layers just now.

palette-search = Search layers
palette-section-arithmetic = Arithmetic
palette-section-compare = Comparing and choosing
palette-section-reduce = Summing up
palette-section-shape = Shape and order
palette-section-pick = Picking and placing
palette-section-matrix = Matrices
palette-section-neural = Neural networks
palette-section-picture = Pictures
palette-section-signal = Signals
palette-none = Keras has no layer or operation called “{ $query }”.
palette-own-code = Your code
palette-own-blocks = Your blocks
palette-ends = Inputs and outputs
palette-input-doc = Where the data comes in.
palette-output-doc = What the model should answer: its target, loss and metrics.
palette-add = Add { $title }
palette-add-with = Add { $title }: { $change }
palette-backbones = Backbones
palette-add-off = Add { $title }: { $why }, does not fit

add-heading = Add
add-heading-insert = Insert into the wire
add-heading-insert-takes = Insert into the wire · takes { $what }
add-heading-after = After { $name }
add-heading-after-takes = After { $name } · takes { $what }
add-heading-before = Before { $name }
add-heading-connect = Wire { $name } to
add-heading-find = Go to
add-search-nodes = Search nodes
add-offers = Offers
add-nothing = Nothing fits here.
add-nothing-like = Nothing here is called “{ $query }”.
