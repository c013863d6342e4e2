# Layer cards: the page's own words around the texts of the card files. What is said about each layer is in backend/layerloom/catalog/cards.

cards-title = { $layer }: what it is
cards-whole = Whole card
cards-what = What it does
cards-formula = Formula
cards-parameters = Parameters
cards-size = Output size
cards-when = When to use
cards-watch = Watch out
cards-try = Try it
cards-code = Keras code
cards-keras = Keras’ own documentation
cards-example = Shown on an example. On your canvas it takes the sizes of your data.
cards-open-large = Open as a window

# Its picture, for who does not see it: "28 × 28 × 1 comes in, Conv2D · 32 filters · 3 × 3, 26 × 26 × 32 goes out."
cards-picture = Picture: { $inputs } comes in; { $layer }; { $output } goes out.
cards-unknown = not known yet
cards-more-inputs =
    { $n ->
        [one] and { $n } more input
       *[other] and { $n } more inputs
    }

cards-no-parameters = None. This layer has nothing to learn.
cards-together = Together
cards-keras-counts =
    { $n ->
        [one] Keras counts { $n } parameter here.
       *[other] Keras counts { $n } parameters here.
    }
cards-sum-differs = The sum on this card comes to { $n }: it does not know one of this layer’s settings.

# A teacher's own card file that is not shown.
cards-unread-too_large = The card file in Layerloom’s folder is larger than 64 kB and is not shown.
cards-unread-no_file = What stands for the card file in Layerloom’s folder is not a plain file, and is not shown.
cards-unread-not_text = The card file in Layerloom’s folder is not text in UTF-8, and is not shown.

# Names of numbers in the sums.
cards-fact-features = features
cards-fact-steps = steps
cards-fact-height = height
cards-fact-width = width
cards-fact-channels = channels
cards-fact-numbers = numbers
cards-fact-axes = all axes
cards-fact-axis-size = size of the axis
cards-fact-axis-sizes = sizes of the axis
cards-fact-inputs = inputs
cards-fact-inner = layer inside
cards-fact-bias = bias
cards-fact-kernel = window
cards-fact-kernel-height = window height
cards-fact-kernel-width = window width
cards-fact-pool = window
cards-fact-pool-height = window height
cards-fact-pool-width = window width
cards-fact-stride = stride
cards-fact-stride-height = stride
cards-fact-stride-width = stride
cards-fact-reach = window
cards-fact-reach-height = window height
cards-fact-reach-width = window width
cards-fact-size = factor
cards-fact-size-height = factor
cards-fact-size-width = factor
cards-fact-top = top
cards-fact-bottom = bottom
cards-fact-left = left
cards-fact-right = right
cards-fact-value-size = value size
cards-fact-units = units
cards-fact-filters = filters
cards-fact-rate = rate
cards-fact-groups = groups
cards-fact-center = β
cards-fact-scale = γ
cards-fact-num-heads = heads
cards-fact-key-dim = key size
cards-fact-query-features = query features
cards-fact-key-features = key features
cards-fact-value-features = value features
cards-fact-input-dim = ids
cards-fact-output-dim = numbers each
cards-fact-depth-multiplier = windows for each channel

# Live examples.
cards-in = Input
cards-out = Result
cards-input = Input { $n }
cards-filter = Filter
cards-filter-upright = Upright edges
cards-filter-level = Level edges
cards-filter-corner = Corner
cards-filter-blur = Blur
cards-filter-same = Nothing
cards-filter-own = Your own
cards-point = Point at a number of the result.
cards-cell = Row { $row }, column { $column }: { $value }
cards-weight = Weight { $n }
cards-rate = Rate
cards-spread = Spread
cards-roll = Roll again
cards-toss = Toss again
cards-phase = When
cards-in-training = Training
cards-in-use = In use
cards-channel = Channel { $n }
cards-flip-straight-up = As it was.
cards-flip-across-up = Mirrored left to right.
cards-flip-straight-down = Mirrored top to bottom.
cards-flip-across-down = Mirrored both ways.
cards-degrees = Turned by { $n }°
cards-point-on-curve = Point on the curve
cards-pixel = Pixel
# Five words: three animals first, the first two of one kind, then two vehicles.
cards-words = cat dog bird car plane
cards-table = Table, one row for each word
cards-question = Question: its direction
cards-shares = Attention
cards-key = k{ $n } · { $value }
cards-attends = Shares { $shares }; the mix is { $mix }
cards-state = State
cards-forward = Forward
cards-backward = Backward
cards-gate-input = Weight of the input
cards-gate-memory = Weight of the memory
cards-gate-keep = Update gate z
cards-gate-forget = Forget gate
cards-gate-write = Input gate
