imports-title = Bring in a model
imports-code = Python code
imports-code-hint = The code runs in a sandbox without a network and without files. Every Keras model in it becomes a graph; what `compile` and `fit` are given becomes its training.
imports-read = Read the models
imports-back = Back to the code
imports-uploading = Uploading { $name }
imports-reading = Reading { $name }…
imports-waiting = { $name } waits: the engine is still starting…
imports-placeholders = Open with placeholders
imports-which = { $n ->
    [one] { $n } model
   *[other] { $n } models, one of which opens
}
imports-report = What becomes of it
imports-layers = { $n ->
    [one] { $n } layer ({ $made }).
   *[other] { $n } layers ({ $made }).
}
imports-weights = { $n ->
    [one] { $n } trained number comes along; a run begins from it.
   *[other] { $n } trained numbers come along; a run begins from them.
}
imports-weights-state = { $n ->
    [one] { $n } trained number and the optimizer's state come along; a run goes on from them.
   *[other] { $n } trained numbers and the optimizer's state come along; a run goes on from them.
}
imports-all-mapped = Everything in it has its place.
imports-placeholder = { $n ->
    [one] { $n } layer only holds its place
   *[other] { $n } layers only hold their place
}
imports-left-out = Left out
imports-changed = Said another way
imports-implicit = Not drawn
imports-open = Open as a new project
imports-nothing-kept = Nothing is kept until you open it.
