# Models that come from elsewhere: why a file cannot be opened, and what became of its layers.

## A configuration that cannot be read

problem-model_malformed = A saved model names its layers and what feeds each. Received: a damaged one. At `{ $place }`: { $expectation }. Save the model again with Keras, and import that file.
    .title = This saved model is damaged.
problem-model_without_layers = A file holds the layers of Functional and Sequential models. Received: a model of the class `{ $name }`, whose layers stand in Python code alone. Paste that code instead, or rebuild it as a functional model.
    .title = The file does not say which layers the model has.
problem-model_holds_code = What is opened here is read and never run. Received: layer `{ $name }`, { $why }. Open the model with placeholders: the layer then holds its place, without its code.
    .title = Layer { $name } holds Python code.
saved-wants-model = an object with `class_name` and `config` is needed
saved-wants-layers = a list of layers is needed
saved-wants-layer = a layer with `class_name` and `config` is needed
saved-wants-calls = a list of calls is needed
saved-wants-tensor = a tensor is a layer's name, the number of a call and that of an output
saved-name-twice = two layers are called “{ $name }”
saved-fed-by-nothing = it is fed by “{ $name }”, which is not in the file
saved-circle = it feeds itself
saved-inputs-differ = it has { $n } inputs, and { $received } tensors arrive

## The report: one sentence each

saved-placeholder = `{ $name }` ({ $what }) only holds its place: { $why }.
saved-at = `{ $name }`: { $what }.
saved-own-class = `{ $name }` is a class of its own, written in Python
saved-gone-class = Keras has no `{ $name }` today
saved-not-alone = `{ $name }` cannot stand in a graph: { $reason }
saved-lambda = a Lambda is Python code, which is never decoded
saved-code-in = Python code stands in `{ $name }`
saved-function-in = `{ $name }` is a Python function
saved-own-function = `{ $name }` is a function of its own, written in Python
saved-path-in = `{ $name }` names a file to be read: { $value }
saved-odd-value = `{ $name }` holds what no catalog knows: { $value }
saved-bad-value = `{ $name }` does not take { $value }
saved-model-inside = `{ $name }` is a model inside another layer
saved-layer-as-activation = its activation is a layer, `{ $name }`
saved-operation = `{ $name }` is no operation that can be drawn
saved-op-argument = `{ $name }` was called with a `{ $argument }` that cannot be drawn
saved-more-arguments = { $layer } takes fewer tensors than arrive
saved-no-port = { $layer } takes no tensor called `{ $name }`
saved-several-at-once = several tensors arrive together at `{ $name }` of { $layer }
saved-unknown-argument = { $layer } takes no `{ $name }` any more; { $value } was left out
saved-bad-argument = `{ $name }` of { $layer } does not take { $value }, which was left out
saved-stateful = { $layer } kept its state from batch to batch (`stateful`), which was left out
saved-inner-frozen = the { $name } inside was frozen, and is not
saved-hard-sigmoid = it uses hard_sigmoid, which Keras 3 computes otherwise than Keras 1 and 2: x / 6 + 0.5 instead of 0.2 x + 0.5
saved-same = `{ $was }`, which Keras keeps to itself, is said with { $layer }: the same sums, the same weights
saved-words-too-many = its vocabulary of { $n } words is more than the { $most } that a graph may hold, and was left out
saved-renamed = A layer called “{ $was }” is called `{ $name }` here.
saved-own-model = The model is of a class of its own, `{ $name }`; its layers are here, and what its Python code did when it was trained was left out.
saved-training-argument = `{ $name }` was called with `training=True`, which Keras sets aside in a whole model; it was left out.
saved-other-options = `{ $name }` was called with other options than `{ $owner }`, whose layer it shares; its own were left out.
saved-nested = The model `{ $name }` inside was laid flat: { $n } layers, their names after its own.
saved-implicit-masks = { $n ->
    [one] { $n } operation makes a mask that Keras makes by itself; it is not drawn.
   *[other] { $n } operations make masks that Keras makes by itself; they are not drawn.
}
saved-no-shape = Input `{ $name }`: the file does not say its shape. Choose data, or give it one.
saved-fixed-batch = Input `{ $name }` took batches of { $n } alone; here a batch may have any size.
saved-input-sparse = Input `{ $name }` was sparse; here it is dense.
saved-input-ragged = Input `{ $name }` was ragged; here its rows are padded to one length.
saved-input-optional = Input `{ $name }` could be left out; here it is needed.
saved-weighted-metrics = Weighted metrics were left out.
saved-loss-scale = The optimizer scaled the loss for float16 by itself (LossScaleOptimizer); that was left out.
saved-lost-loss = its loss was left out: { $why }
saved-lost-metric = a metric was left out: { $why }
saved-lost-optimizer = The optimizer was left out: { $why }.
saved-not-finite = { $n ->
    [one] { $n } array of weights (`{ $name }`) holds numbers that are not finite.
   *[other] { $n } arrays of weights, `{ $name }` the first, hold numbers that are not finite.
}

## A file that cannot be opened

problem-file_unreadable-model = A model is read from a file on this machine. Received: { $name }: { $error }. Check its path.
    .title = This file cannot be read.
problem-model_file_too_large = A model's file may have { $most } MB. Received: more than that. Save it without the optimizer, or import its `model.to_json()`.
    .title = The file is too large.
problem-model_takes_memory = Reading takes less memory than a run has. Received: a file that takes more. Save the model without the optimizer, or import its `model.to_json()`.
    .title = The file takes too much memory.
problem-model_file_unknown = A model comes as `.keras`, as `.h5`, as the JSON of `model.to_json()`, or as Python code. Received: “{ $name }”, { $what }. Save the model with `model.save("model.keras")`, and import that file.
    .title = This file is no model that can be read.
problem-model_is_code = Python code is run in a sandbox, and only where Keras is ready. Received: a Python file. Paste it, or import it once Keras has started.
    .title = Python code is not read, but run.
file-empty = an empty file
file-pickle = a Python pickle, which is a program; it is never opened
file-tflite = a LiteRT model, whose layers are gone
file-savedmodel = a TensorFlow SavedModel, which is a program; it is never opened
file-onnx = an ONNX model
file-text = a text without a model in it
problem-not_json-model = `{ $file }` of a model is a JSON text. Reading stopped: { $evidence }. Save the model again.
    .title = The model's configuration cannot be read.
problem-duplicate_key-model = Each name may stand once in an object, or it is unclear which one counts. Received: { $key } twice in `{ $file }`. Save the model again with Keras.
    .title = One name stands twice in the model's configuration.
problem-too_deeply_nested-model = `{ $file }` of a model needs at most { $limit } levels of brackets inside each other. Received: more. This is no configuration that Keras wrote.
    .title = The model's configuration is nested too deeply.
problem-number_too_long-model = Numbers have at most { $limit } digits. Received: a longer one in `{ $file }`. This is no configuration that Keras wrote.
    .title = A number in the model's configuration is too long.
problem-not_finite-model = `{ $place }` of `{ $file }` needs a number that can be counted to. Received: { $evidence }. Save the model with an ordinary number there.
    .title = The model's configuration holds a number that is not finite.
problem-not_text-model = `{ $place }` of `{ $file }` is text that any file can store. Received: half of a character (a lone surrogate). Give it another name, and save the model again.
    .title = A text in the model's configuration is not readable.
problem-file_too_large-model = `{ $file }` of a model may have { $limit } bytes. Received: { $size }. A layer may hold a long list, such as a vocabulary; leave it out.
    .title = The model's configuration is too large.
problem-config_too_large = A configuration may hold { $limit } values. Received: { $n }. Split the model, or leave long lists out.
    .title = The model's configuration is too large.

## A .keras file, which is a zip archive

problem-archive_damaged = A `.keras` file is a whole zip archive. Received: one that cannot be read ({ $evidence }). Copy or download it again.
    .title = The file is damaged.
problem-archive_without_config = A `.keras` file holds `config.json`. Received: an archive without it. Save the model with `model.save("model.keras")`.
    .title = The archive holds no Keras model.
problem-archive_too_many = A `.keras` file holds a few members, at most { $limit }. Received: { $n }. This is no file that Keras wrote.
    .title = The archive holds too many files.
problem-archive_of_another = A `.keras` file holds `config.json` and `model.weights.h5`. Received: `{ $name }`. Save the model with `model.save("model.keras")`.
    .title = The archive holds another kind of model.
problem-archive_of_another-savedmodel = A TensorFlow SavedModel is a program and is never opened. Received: `{ $name }`. Save the model with `model.save("model.keras")`.
    .title = This is a SavedModel.
problem-archive_of_another-torch = A PyTorch checkpoint is a Python pickle and is never opened. Received: `{ $name }`. Only Keras models are read.
    .title = This is a PyTorch checkpoint.
problem-archive_of_another-npz = Weights as NPZ are a Python pickle and are never opened. Received: `{ $name }`. Save the model with `model.save("model.keras")`.
    .title = These weights are a pickle.
problem-archive_of_another-sharded = Weights in several files are not read. Received: `{ $name }`. Save the model as one file, with `model.save("model.keras")`.
    .title = The weights are cut into several files.
problem-archive_of_another-office = A `.keras` file holds `config.json`. Received: a document of an office program. Save the model with `model.save("model.keras")`.
    .title = This is an office document.
problem-member_twice = Each member of an archive may be there once, or it is unclear which one counts. Received: `{ $name }` twice. Save the model again with Keras.
    .title = The archive holds the same file twice.
problem-member_outside = Members of an archive stay inside it. Received: `{ $name }`, a path that leads out. This is no file that Keras wrote; nothing was unpacked.
    .title = The archive reaches outside itself.
problem-member_link = Members of an archive are plain files. Received: `{ $name }`, a link to another file. This is no file that Keras wrote; nothing was unpacked.
    .title = The archive holds a link.
problem-member_encrypted = A `.keras` file is not encrypted. Received: `{ $name }` with a password. Unpack it and save the model again.
    .title = The archive has a password.
problem-member_unknown = A `.keras` file holds `metadata.json`, `config.json`, `model.weights.h5` and vocabularies. Received: `{ $name }`. This is no file that Keras wrote alone; take it out.
    .title = The archive holds a file that no model has.
problem-member_too_large = `{ $name }` may have { $limit } bytes. Received: more than that. Save the model without the optimizer, or import its `model.to_json()`.
    .title = A part of the model is too large.
problem-member_bomb = Keras packs its files hardly at all. Received: `{ $name }`, which grows from { $packed } to { $size } bytes. This is no file that Keras wrote; nothing was unpacked.
    .title = The archive unpacks to far more than it holds.
problem-member_overlaps = Members of an archive lie one after another. Received: `{ $name }`, which shares its bytes with another. This is no file that Keras wrote; nothing was unpacked.
    .title = The archive uses the same bytes twice.

## An HDF5 file: .h5, and the weights inside a .keras file

problem-hdf5_damaged = Weights are an HDF5 file. Received: one that cannot be read ({ $evidence }). Copy or download the file again.
    .title = The weights are damaged.
problem-hdf5_link = What is in an HDF5 file is there once, and in this file. Received: `{ $name }`, a link. This is no file that Keras wrote; nothing was followed.
    .title = The weights hold a link to somewhere else.
problem-hdf5_link-again = What is in an HDF5 file is there once. Received: `{ $name }`, which is the same object as another. This is no file that Keras wrote.
    .title = The weights hold the same object twice.
problem-hdf5_elsewhere = Numbers lie in the file itself. Received: `{ $name }`, whose numbers are to be read from another file. This is no file that Keras wrote; no other file was opened.
    .title = The weights lie in another file.
problem-hdf5_elsewhere-virtual = Numbers lie in the file itself. Received: `{ $name }`, a virtual dataset, put together from others. This is no file that Keras wrote; no other file was opened.
    .title = The weights are put together from other files.
problem-hdf5_filter = Keras stores numbers as they are. Received: `{ $name }`, which needs a filter to be read. Save the model again with Keras.
    .title = The weights are packed with a filter.
problem-hdf5_not_numbers = Weights are numbers. Received: `{ $name }`, which holds something else. Save the model again with Keras.
    .title = The weights hold something that is no number.
problem-hdf5_bomb = An array takes the bytes that its shape needs. Received: `{ $name }`, which claims { $size } bytes and holds { $stored }. This is no file that Keras wrote; no memory was taken.
    .title = The weights claim more than the file holds.
problem-hdf5_too_much = An HDF5 file of a model holds at most { $limit } of these. Received: more, at `{ $name }`. This is no file that Keras wrote.
    .title = The weights hold too many parts.
problem-h5_without_config = An `.h5` file of a whole model holds `model_config`. Received: one without it, with weights alone. Save the model with `model.save("model.keras")`.
    .title = The file holds weights, but no model.

## Python code

problem-code_too_long = Pasted code may have { $limit } characters. Received: { $n }. Paste the part that makes the model.
    .title = There is too much code.
problem-code_not_python = Pasted code is Python. Line { $line } is not. Received: { $what }. Correct that line.
    .title = Line { $line } is no Python.
problem-code_failed = The code runs in a sandbox, without a network and without files. Line { $line } failed. Received: { $what }. Correct it, or leave out what the model does not need.
    .title = Line { $line } failed.
problem-code_without_model = The code makes a Keras model and keeps it in a variable. Received: code that ran to its end without one. Call the function that makes it: `model = build_model()`.
    .title = There is no model in the code.
problem-code_model_unread = A Functional or Sequential model says which layers it has. Received: { $what } Rebuild it as a functional model.
    .title = The model in the code cannot be read.
problem-code_not_python-at = Edited code stays Python. Line { $line } is not. Received: { $what }. Correct that line; nothing was changed.
    .title = Line { $line } is no Python.
problem-code_across_blocks = A wire joins nodes of one block. Received: code that leads from `{ $source }` to `{ $target }`, which stand in different ones. Draw this wire on the canvas, or unpack the block.
    .title = The code leads from one block into another.
problem-code_in_repeat = All rounds of a repeated or shared block are alike, but for parameters that vary. Received: code that changes `{ $name }` in one of them alone. Change it in the block's function, or unpack the block.
    .title = One round of a block would be unlike the others.
recode-untold = Line { $line }: `{ $name }` was edited. How data is loaded and split is set in the Data panel; here it stays as it is.
problem-sandbox_missing = Code that somebody brings runs only where it can be locked in. Received: { $level }. Run Layerloom on a Linux with Landlock (5.13 or later), or import a saved model.
    .title = This machine cannot lock code in.
code-time = its { $seconds } seconds were over
code-memory = its memory was used up
code-network = it asked for the network, which code has not here
code-processes = it started or reached for another process, which code may not here
code-file = it opened `{ $name }`, and code sees no files here but those it makes itself
code-file-size = it wrote a file that is too large
code-line = Line { $line } did not run to its end: { $what }
code-fit = `fit` was not run; what it was asked for became settings: { $epochs } epochs, batches of { $batch_size }.
code-model-unread = `{ $name }`: { $why }
problem-code_not_utf8 = Python code is a text in UTF-8. Received: a file whose byte { $position } is none. Save it as UTF-8.
    .title = The code's letters cannot be read.
problem-code_switched_off = Whoever runs this Layerloom lets no pasted code run (`LAYERLOOM_CODE=off`). Received: Python code. Import a saved model instead.
    .title = Pasted code is switched off here.
problem-unknown_import = A run begins from numbers that came with a model. Received: a name of which nothing is kept here. Import the model again, or begin with new weights.
    .title = The imported weights are not here.
problem-layers_begin_anew = { $n ->
    [one] Imported weights fit a layer that is as it came. Received: { $names }, which was changed or is new. It begins with new weights; the others keep theirs.
   *[other] Imported weights fit layers that are as they came. Received: { $names }, which were changed or are new. They begin with new weights; the others keep theirs.
}
    .title = Not every layer keeps its imported weights.
problem-unknown_model = The code holds these models: { $known }. Received: { $name }. Choose one of them.
    .title = There is no such model in the code.
problem-no_weights_inside = A `.keras` or `.h5` file may hold weights. Received: one without. Leave out --weights.
    .title = No weights came along.

## Code of one's own

problem-custom_nothing = Own code is a Keras layer, loss, metric or initializer (a class), or a function of tensors. Received: neither. Begin with `class Twice(keras.layers.Layer):`.
    .title = There is no layer and no function in the code.
problem-custom_needs_value = It is tried before it is offered, and for that every argument of `__init__` needs a value. Received: `{ $name }` without one. Give it a default: `{ $name }=…`.
    .title = `{ $name }` needs a value to be tried with.
problem-custom_not_kept = To be saved it must know what it was made with. Received: an `__init__` (line { $line }) that does not keep `{ $name }`. Add `self.{ $name } = { $name }`.
    .title = `__init__` does not keep `{ $name }`.
problem-custom_failed = It is tried before it is offered: { $step }. Line { $line } failed. Received: { $what }. Correct that line.
    .title = Line { $line } failed.
problem-custom_other_shape = What comes out has the shape that was announced: { $announced }. Received: { $came }. Correct `compute_output_shape`, or leave it out.
    .title = It gives another shape than it announces.
problem-custom_unequal = Saved and loaded again, it gives the same numbers for the same input. Received: `{ $name }` giving others. Let `get_config` say every argument, and make random numbers with a seed.
    .title = Loaded again, it is not the same.
problem-code_switched_off-drawn = Whoever runs this Layerloom lets no code of one's own run (`LAYERLOOM_CODE=off`). Received: `{ $name }`. Use a Keras layer in its place.
    .title = Code of your own is switched off here.
problem-custom_name_taken = A name of the script or of Keras keeps its meaning. Line { $line } gives it another. Received: `{ $name }`. Choose another name.
    .title = The name { $name } is taken.
problem-custom_makes_layers = A function of tensors makes no layers: they would be new at each call, and learn nothing. Received: `{ $name }`, which makes a { $layer }. Write a class: `class Mine(keras.layers.Layer):`.
    .title = { $name } makes a layer.
problem-custom_not_drawn = What stands under “Your code” is a layer or a function of tensors. Received: `{ $name }`, a { $kind }. Begin with `class Mine(keras.layers.Layer):`, or with `def mine(x):`.
    .title = { $name } is no layer and no function.
problem-custom_kept_already = Every piece of code in a project has a name of its own. Received: `{ $name }`, which is there already. Edit that one, or choose another name.
    .title = There is a { $name } already.
problem-custom_too_much = A project keeps { $most } pieces of code at most. Received: one more. Delete one that nothing uses.
    .title = There is too much code in this project.
problem-custom_not_edited = The script of a drawing is edited here where every layer is Keras'. Received: one that calls `{ $name }`, code of your own. Edit that under “Your code”, and the drawing on the canvas.
    .title = This script calls code of your own.
problem-custom_here = Code in a graph file runs in this process, with all that you may do. Received: a graph that calls `{ $name }`. Read its code; if you trust it, open it with `layerloom.load(path, code=True)`.
    .title = This graph brings code along.
custom-kind-loss = loss
custom-kind-metric = metric
custom-kind-initializer = initializer
custom-runs = its lines are run
custom-builds = it is made and called on a tensor
custom-computes = it is run on numbers
custom-saves = it is saved
custom-loads = it is loaded again
