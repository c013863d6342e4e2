# What can be wrong with a graph. The message says expectation, evidence and next step; `title` is one short sentence.
# Names of layers, columns and parameters are the person's own or Keras'. What stands in `ticks` is shown as code.

## A file that cannot be opened

problem-not_json = A graph is a JSON text. Reading stopped: { $evidence }. Export the graph again, or look at that place in the file.
    .title = This is no graph file.
json-not-utf8 = byte { $at } is not UTF-8
json-at = { $what } at line { $line }, column { $column }
json-is-a = { $path } is a { $type }
problem-duplicate_key = Each name may stand once in an object, or it is unclear which one counts. Received: { $key } twice. Remove one of the two.
    .title = One name stands twice in the file.
problem-too_deeply_nested = A graph needs at most { $limit } levels of brackets inside each other. Received: more. This is no graph that Layerloom wrote.
    .title = The file is nested too deeply.
problem-number_too_long = Numbers have at most { $limit } digits. Received: a longer one. Write a smaller number.
    .title = A number in the file is too long.
problem-not_finite = `{ $place }` needs a number that can be counted to. Received: { $evidence }. Write an ordinary number there.
    .title = { $place } is not a finite number.
problem-not_text = `{ $place }` holds half of a character (a lone surrogate), which no file can store. Type the text again.
    .title = { $place } is not readable text.
problem-file_too_large = A graph file has at most { $limit } bytes. Received: { $size }. Is it really a graph?
    .title = The file is too large for a graph.
problem-too_many_nodes = A graph has at most { $limit } nodes. Received: { $n }. Remove some, or split the graph.
    .title = The graph has too many nodes.
problem-too_many_edges = A graph has at most { $limit } wires. Received: { $n }. Remove some, or split the graph.
    .title = The graph has too many wires.
problem-made_with_newer_layerloom = This Layerloom reads graphs up to version { $known }. Received: version { $version }. Update Layerloom, then open it again.
    .title = This graph was made with a newer Layerloom.
problem-bad_field = `{ $place }`: { $expectation }. Received: { $evidence }. Correct that field.
    .title = { $place } does not fit a graph.
problem-bad_field-empty = `{ $place }`: { $expectation }. Nothing is there. Correct that field.
    .title = { $place } does not fit a graph.
field-graph = a graph is an object with nodes and edges
field-needed = this field is needed
field-unknown = no field has this name
field-int = a whole number is needed
field-number = a number is needed
field-finite = a finite number is needed
field-text = a text is needed
field-bool = true or false is needed
field-object = an object is needed
field-list = a list is needed
field-one-of = one of { $known } is needed
field-greater_than = a number above { $limit } is needed
field-greater_than_equal = a number of at least { $limit } is needed
field-less_than = a number below { $limit } is needed
field-less_than_equal = a number of at most { $limit } is needed
field-string_too_short = { $n ->
    [one] a text of at least { $n } character is needed
   *[other] a text of at least { $n } characters is needed
}
field-string_too_long = { $n ->
    [one] a text of at most { $n } character is needed
   *[other] a text of at most { $n } characters is needed
}

## Nodes and wires

problem-newer_keras = Layers and defaults may differ. Keras here is { $installed }. Received: a graph made with { $made_with }. Update Layerloom, or go on with this Keras and compare the results.
    .title = This graph was made with a newer Keras.
problem-cycle = Data must flow from inputs to outputs, never back. Received: { $path }. Remove the wire from `{ $last }` to `{ $first }`.
    .title = These layers feed themselves in a circle.
problem-block_missing = A node stands at the top or in a block. Received: `{ $name }` in { $block }, which is no block that has an inside. Put it at the top, or remove it.
    .title = The block that { $name } stands in is gone.
problem-block_in_itself = A block holds other nodes, never itself. Received: { $path }. Take one of them out.
    .title = { $name } is inside itself.
problem-wire_across_blocks = What goes into a block or comes out of it goes through the block's ports. Received: a wire from `{ $source }` to `{ $target }`, which stand in different blocks. Remove it, and wire to the block itself.
    .title = A wire cuts through the edge of a block.
problem-block_without_input = A block takes what arrives at its inputs. Received: none in `{ $name }`. Put an Input into it.
    .title = Nothing can flow into { $name }.
problem-block_without_output = A block gives what arrives at its outputs. Received: none in `{ $name }`. Put an Output into it.
    .title = Nothing can flow out of { $name }.
problem-bad_repeat = A block comes 1 to { $most } times. Received: { $repeat } times for `{ $name }`. Choose a number between.
    .title = { $name } cannot come { $repeat } times.
problem-repeat_does_not_chain = In a repeated block each repeat feeds the next: it needs one input and one output. Received: { $repeat } repeats of `{ $name }` with { $inputs } { $inputs ->
        [one] input
       *[other] inputs
    } and { $outputs } { $outputs ->
        [one] output
       *[other] outputs
    }. Let it come once, or join its ports.
    .title = The repeats of { $name } cannot feed each other.
problem-repeat_does_not_chain-model = A model of its own is called as one layer, once. Received: { $repeat } repeats of `{ $name }`. Let it come once, or make its layers the outer model's own.
    .title = { $name } is a model of its own and cannot be repeated.
problem-varying_count = A parameter that varies has one value for each repeat. Received: { $got } of `{ $param }` in `{ $inner }`, for { $repeat } { $repeat ->
        [one] repeat
       *[other] repeats
    } of `{ $name }`. Give as many values as repeats.
    .title = { $param } of { $inner } has too many or too few values.
problem-varying_unknown = What varies from repeat to repeat is a parameter of a layer inside the block. Received: { $inner }, not inside `{ $name }`. Leave it out.
    .title = { $name } varies what is not inside it.
problem-too_many_repeats = A graph has up to { $most } nodes once its blocks are laid out. Received: { $total }, most of them by `{ $name }`. Repeat it less often.
    .title = { $name } comes too often.
problem-dangling_edge = A wire joins two nodes. Received: a wire from { $source } to { $target }, and { $missing } does not exist. Remove the wire.
    .title = A wire ends in nothing.
problem-no_input = Data must come in somewhere. Received: no Input node. Add an Input and wire it to the first layer.
    .title = The graph has no Input.
problem-no_output = A model must give something that can be compared with the target. Received: no Output node. Add an Output and wire the last layer to it.
    .title = The graph has no Output.
problem-too_deep = At most { $limit } layers may follow each other; Keras fails beyond. Received: a chain of { $depth }. Remove some layers.
    .title = Too many layers one after another.
problem-not_yet = This Layerloom takes Input, Keras layers and operations, and Output. Received: { $kind } as `{ $name }`. Use a Keras layer in its place.
    .title = { $kind } cannot be used yet.
node-block = A block
node-backbone = A backbone
node-custom = Custom code
problem-custom_gone = It calls a layer or function that stood under “Your code”. Received: `{ $name }`, whose code is not in this project any more. Undo what removed it, or remove this node.
    .title = The code of { $name } is gone.
problem-custom_unproven = Code is run here only after it was proven here. Received: `{ $name }`, which calls `{ $code }`. Open `{ $code }` under “Your code” and press Prove.
    .title = { $code } has not been proven here.
problem-custom_name_taken-twice = All code of a project goes into one script, where a name means one thing. Received: `{ $name }`, which { $codes } both define. Rename it in one of them, and prove it again.
    .title = Two pieces of code define { $name }.
problem-bad_name = A name has 1 to 100 visible characters, without slashes. Received: { $name }: { $reason }. Rename it, for example to `{ $better }`.
    .title = This name cannot be used.
name-empty = it is empty
name-long = it has { $n } characters
name-slash = a slash stands in it
name-dots = it is only dots
name-control = a control character stands in it
name-unseen = nothing of it can be seen
problem-hidden_characters = Names that look alike should be alike. Received: { $which } in { $name }. Rename it to `{ $better }`, or leave it.
    .title = This name holds characters that cannot be seen.
hidden-invisible = invisible characters
hidden-line = a line separator
hidden-paragraph = a paragraph separator
problem-duplicate_name = Each node needs a name of its own; Keras refuses two that are equal. Received: `{ $name }` { $n } times. Rename, for example to { $better }.
    .title = { $n } nodes are called { $name }.

problem-unknown_port-input = `{ $name }` has as inputs: { $known }. Received: a wire at `{ $received }`. Wire it to one that exists.
    .title = { $name } has no input { $port }.
problem-unknown_port-output = `{ $name }` has as outputs: { $known }. Received: a wire at `{ $received }`. Wire it to one that exists.
    .title = { $name } has no output { $port }.
problem-port_taken = `{ $port }` of `{ $name }` takes one wire. Received: { $n }, from { $sources }. Keep one, or join them first with Concatenate or Add.
    .title = Several wires arrive at one place of { $name }.
problem-wrong_way_wire-output = Nothing flows out of an Output. Received: a wire from `{ $name }`. Remove it, or draw it the other way round.
    .title = A wire runs the wrong way at { $name }.
problem-wrong_way_wire-input = Nothing flows into an Input. Received: a wire into `{ $name }`. Remove it, or draw it the other way round.
    .title = A wire runs the wrong way at { $name }.
problem-nothing_to_pass = A bypassed layer hands on what arrives at it. Received: no wire into `{ $name }`. Wire a layer to it, or remove it.
    .title = Nothing can go round { $name }.
problem-bypassed_port = What arrives at a bypassed layer leaves at its first output alone. Received: a wire from `{ $port }` of `{ $name }`. Switch the layer on again, or remove the wire.
    .title = { $name } is bypassed, so it has no { $port }.
problem-input_missing = { $what } needs a wire at `{ $port }`. Received: nothing flows into it. Wire a layer to it, or remove `{ $name }`.
    .title = Nothing flows into { $name }.
problem-input_missing-port = { $what } needs a wire at `{ $port }`. Received: nothing arrives at `{ $port }`. Wire a layer to it, or remove `{ $name }`.
    .title = { $name } waits for { $port }.
an-output = An Output
problem-too_few_inputs = `{ $name }` joins at least { $wanted } tensors. Received: { $got }. Wire another layer to it, or remove `{ $name }`.
    .title = { $layer } has nothing to join.
problem-too_many_inputs = `{ $name }` takes { $most } wires at `{ $port }`. Received: { $got }. Remove the others.
    .title = { $layer } joins { $most } tensors at most.

## Layers and parameters

problem-unknown_layer = A layer is one of Keras' own. Received: { $layer }. { $step }
    .title = Keras has no layer { $layer }.
problem-unknown_op = An operation is one of `keras.ops`. Received: { $op }. { $step }
    .title = Keras has no operation { $op }.
problem-unusable_op = An operation here must take tensors and give tensors. Received: { $op }: { $reason } Choose another operation, or a layer that does the same.
    .title = { $op } cannot be drawn.
problem-unusable_layer = A layer here must build by itself from its parameters. Received: { $layer }: { $reason } Choose another layer.
    .title = { $layer } cannot be drawn.
unusable-abstract = Abstract: a base for layers written in Python.
unusable-cell = A cell computes one step of a sequence: it lives inside an RNN layer.
unusable-file = Needs a file on the machine that trains: `filepath`.
unusable-op-numbers = Makes a tensor out of plain numbers: write the numbers where they are needed.
unusable-op-no-tensor = Gives no tensor.
unusable-op-rows = Runs only where the number of rows is known, and a batch may have any.
unusable-op-length = How long its tensor is would depend on the numbers that flow in.
unusable-op-window = Keras makes a window of a plain number only, not of what flows through a model.
unusable-op-numpy = Gives an array of NumPy, and with it the model would end.
unusable-op-single-rows = Keras works it out only for single rows of numbers whose length is known; a model's batch is neither.
unusable-op-axes = How many tensors it gives depends on how many axes flow in.
unusable-op-rearrange = Keras works out its shape only where the number of rows is known; a model's batch has any. Use reshape and transpose.
unusable-op-adaptive = Keras 3.15 saves a model with it so that it cannot be loaded again. The layers AdaptiveAveragePooling and AdaptiveMaxPooling do the same.
unusable-op-conv-transpose = Keras 3.15 mixes up two of its settings when it runs in a model. The layers Conv2DTranspose and its kin do the same.
unusable-python = Needs Python code: { $what }.
problem-unknown_parameter = Parameters have Keras' own names. Received: { $given }={ $value } for { $layer }. { $step }
    .title = { $layer } has no parameter { $name }.
problem-missing_parameter = `{ $path }` has no default: it needs { $wants }. Received: nothing. Set it.
    .title = { $layer } needs { $path }.
problem-bad_parameter = `{ $path }` needs { $wants }. Received: { $name }={ $value }. Change it.
    .title = { $path } of { $layer } does not fit.
problem-bad_parameter-better = `{ $path }` needs { $wants }. Received: { $name }={ $value }. Change it, for example to { $better }.
    .title = { $path } of { $layer } does not fit.
problem-unknown_member = `{ $path }` needs one of Keras' own { $kinds }. Received: { $name }. { $step }
    .title = Keras has no { $kind } { $name }.
problem-shared_owner_missing = `{ $name }` uses another node's layer. Received: { $owner }, which is no layer of this graph. Give `{ $name }` a layer of its own.
    .title = The layer that { $name } shares is gone.
problem-shared_owner_shares = A shared layer has one owner, and the owner has a layer of its own. Received: `{ $name }` shares `{ $owner }`, which shares another. Share the owner's layer.
    .title = { $name } shares a layer that is itself shared.
problem-shared_class_differs = One layer used twice is one kind of layer. Received: `{ $name }` is { $layer }, `{ $owner }` is { $owner_layer }. Make it { $owner_layer }, or give it a layer of its own.
    .title = { $name } and the layer it shares are of two kinds.

## Columns, targets and shapes of the data

problem-unknown_column = `{ $name }` takes columns of { $data }: { $known }. Received: { $column }. { $step }
    .title = The data has no column { $column }.
problem-column_not_usable = Inputs are numbers or categories. Received: `{ $column }` holds { $holds }. Leave it out of `{ $name }`.
    .title = Column { $column } cannot be an input.
column-holds-text = free text, which needs a layer that reads text
column-holds-constant = the same value in every row, which teaches nothing
column-holds-identifier = a different value in every row, like a number plate, which teaches nothing
column-holds-series = a series of unknown length, which no layer takes
problem-column_twice = Each column enters an input once. Received: `{ $column }` twice in `{ $name }`. Remove one.
    .title = Column { $column } stands twice in one input.
problem-columns_do_not_mix = Numbers and categories stand side by side in one Input; a picture, a series or a text needs an Input of its own. Received: { $columns }. Choose one for `{ $name }` and add an Input for the others.
    .title = { $name } cannot take these columns together.
problem-input_without_columns = An Input takes at least one column of { $data }. Received: every usable column is a target or another input's. Give `{ $name }` columns of its own.
    .title = No column is left for { $name }.
problem-input_shape_missing = An Input takes its shape from the data, or from you. Received: neither. Choose data, or write a shape such as (28, 28, 1).
    .title = { $name } has no shape yet.
problem-bad_shape = A shape has up to 6 sizes, each at least 1, or empty where unknown. Received: { $received }: { $reason }. Correct it.
    .title = The shape of { $name } makes no sense.
shape-sizes = { $n } sizes
shape-below-one = a size below 1
problem-shape_disagrees = { $data } gives { $found } for each sample. Received: { $given } for `{ $name }`. Take the shape of the data.
    .title = { $name } and the data have different shapes.
problem-bad_dtype = Numbers are stored as { $known }. Received: { $dtype }. Use { $guess }.
    .title = { $name } has a type Keras does not know.
problem-tensor_too_large = One sample of a tensor has at most { $limit } numbers. Received: { $shape }, that is { $n }. Make it smaller.
    .title = { $name } is too large.
problem-target_missing = An Output learns one column of { $data }: { $known }. Received: none. Choose the column to predict.
    .title = { $name } has no target.
problem-unknown_target = `{ $name }` learns a column of { $data }: { $known }. Received: { $column }. Choose one of them.
    .title = The data has no column { $column }.
problem-target_not_usable = A target is a number, a picture or a category with at least two values. Received: `{ $column }` { $reason }. Choose another column.
    .title = Column { $column } cannot be learned.
unlearnable-empty = is empty in every row
unlearnable-constant = has the same value in every row
unlearnable-identifier = holds a number or name of its own in nearly every row
unlearnable-text = holds a text of its own in nearly every row
unlearnable-series = holds a whole series in every row
unlearnable-classes = { $n ->
    [one] has { $n } class
   *[other] has { $n } classes
}
problem-target_leak = What is to be predicted must not be an input. Received: `{ $column }` is the target and flows in through `{ $name }`. Leave it out of `{ $name }`.
    .title = The model is shown the answer.
problem-no_data = Shapes can be drawn without data, training needs some. Received: no data set. Choose one in the Data panel.
    .title = There is no data to train on yet.

## Shapes that do not fit

problem-wrong_rank = { $layer } needs { $sizes }. Received: { $shape } from `{ $source }`, { $sample }. { $step }
    .title = { $layer } wants { $wants }, it got { $is }.
problem-shapes_differ = { $layer } works number by number, so all its inputs need one shape. Received: { $got }. Bring them to one shape, for example with a Dense or Conv layer, or use Concatenate.
    .title = { $layer } joins equal shapes, these differ.
problem-shapes_do_not_join = All sizes but the one that is joined (axis { $axis }) must be equal. Received: { $got }. Bring the others to one size first.
    .title = Concatenate cannot put these side by side.
problem-shapes_do_not_broadcast = { $op } works number by number: counted from the last axis, sizes must be equal, or one of them 1. Received: { $got }. Bring them to sizes that match, for example with a Dense layer or with reshape.
    .title = { $op } cannot pair these numbers up.
problem-matrices_do_not_fit = { $op } multiplies rows by columns: the last size of the first ({ $first }) must be the second-to-last of the second ({ $second }). Received: { $got }. Turn one of them around with transpose, or bring the sizes together with a Dense layer.
    .title = { $op } cannot multiply these.
problem-rows_lost = An output needs one answer for each sample, so the first axis must stay open. Received: { $shape } from `{ $source }`: the samples have been mixed or put elsewhere. Give the operation an axis other than 0 (such as -1), or leave axis 0 first.
    .title = `{ $output }` has lost its samples.
problem-rows_mixed = A sample must keep its own numbers. Received: { $got }, { $before } numbers a sample; `{ $name }` gives { $gives }, { $after } a sample, so numbers of different samples end up together. Choose sizes whose product is { $before }.
    .title = `{ $name }` mixes the samples.
problem-kernel_too_large = Its window ({ $param }) of { $window } must fit into what comes in. Received: { $shape } from `{ $source }`. Use a smaller { $param }, padding "same", or pool less before it.
    .title = { $layer } looks at more than there is.
problem-wrong_numbers = { $layer } works on { $wants }. Received: { $dtype } from `{ $source }`. Let what comes before give another kind of numbers, or use another layer here.
    .title = { $layer } works on { $wants }, it got { $is }.
problem-wrong_channels = { $layer } works on pictures with { $wants } channels. Received: { $shape } from `{ $source }`. Use it where the pictures still have their colours, or use another layer here.
    .title = { $layer } wants { $wants } channels, it got { $n }.
problem-too_small = { $layer } needs sizes of at least { $least } to work on. Received: { $shape } from `{ $source }`. Shrink less before it, or change its settings.
    .title = { $layer } needs more than this.
problem-one_value_each = { $layer } takes one value per sample, (None, 1). Received: { $shape } from `{ $source }`, { $sample }. Give it one column.
    .title = { $layer } takes one value per sample.
problem-equation_does_not_fit = The letters before the comma stand for the axes that come in, the batch first: there are { $axes } beside it. Received: { $shape } from `{ $source }`, { $n } beside the batch. Write as many letters as there are axes.
    .title = The equation is for another number of axes.
problem-reshape_does_not_fit = `target_shape` must hold as many numbers as come in: { $numbers }. Received: { $wanted } for { $shape } from `{ $source }`. Choose sizes whose product is { $numbers }.
    .title = Reshape must keep every number.
problem-size_unknown = Weights are made for a fixed number of features. Received: { $shape } from `{ $source }`, whose last size is open. Give the Input a full shape, or put a GlobalAveragePooling layer before it.
    .title = { $layer } must know how wide its input is.
problem-shared_inputs_differ = `{ $name }` uses the weights of `{ $owner }`, which were made for { $first }. Received: { $now }. Bring both to one shape, or give `{ $name }` a layer of its own.
    .title = A shared layer got inputs of two widths.
problem-layer_refused = Keras could not build `{ $name }` from its parameters and inputs. Received: { $got }. Keras' own words stand under evidence; check its parameters and what flows in.
    .title = { $layer } cannot take this.
problem-too_many_parameters = A model has at most { $limit } parameters here. Received: { $n } parameters; limit { $limit }. `{ $name }` gets { $got }. Use fewer units or filters, or make its input smaller.
    .title = { $layer } would have { $n } parameters.
problem-too_many_parameters_together = A model has at most { $limit } parameters here. Received: { $n } parameters; limit { $limit }. The largest layers are { $largest }. Make them smaller.
    .title = The model would have { $n } parameters.

## Outputs, losses and metrics

problem-units_differ_from_classes = Each class needs one unit of its own. Received: { $units } from `{ $last }` for { $classes } classes. Set its units to { $classes }.
    .title = { $units ->
        [one] { $target } has { $classes } classes, the last layer { $units } unit.
       *[other] { $target } has { $classes } classes, the last layer { $units } units.
    }
problem-one_unit_for_classes = { $loss } compares one number for each class. Received: one number from `{ $last }` for the { $classes } classes of `{ $target }`. Keras would not complain, and learn nothing. Give the last layer a unit for each class.
    .title = One unit cannot choose among { $classes } classes.
problem-units_for_one_number = { $what } needs one unit. Received: { $units } from `{ $last }`. Set its units to 1.
    .title = { $target } is one number, the last layer gives { $units }.
units-a-number = A number
problem-softmax_on_one_unit = Softmax shares 1 among all units, and `{ $last }` has only one. Received: units=1, activation=softmax. Use sigmoid, or a unit for each class.
    .title = Softmax on one unit always says 1.
problem-loss_wants_probabilities = Without from_logits the loss reads numbers between 0 and 1. Received: { $activation } numbers from `{ $last }`. End with softmax or sigmoid, or set from_logits.
    .title = { $loss } wants probabilities.
problem-logits_already_probabilities = With from_logits, { $loss } makes probabilities itself. Received: probabilities from `{ $last }` ({ $activation }). Training would be slow and blunt. Switch from_logits off.
    .title = { $Activation } is applied twice.
problem-loss_wants_classes = This loss compares probabilities of classes. Received: `{ $target }`, a column of numbers. Use a loss for numbers.
    .title = { $loss } is for classes, { $target } is a number.
problem-loss_wants_classes-picture = This loss compares probabilities of classes. Received: `{ $target }`, a column of pictures. Use a loss for numbers.
    .title = { $loss } is for classes, { $target } is a picture.
problem-bounded_for_number = `{ $target }` can be any number, and { $activation } stays between 0 and 1. Received: activation={ $activation } on `{ $last }`. Use linear for the last layer.
    .title = { $Activation } cannot reach every number.
problem-sigmoid_for_classes = Exactly one of { $classes } classes is right, so their probabilities should add up to 1. Received: activation=sigmoid on `{ $last }`. Use softmax.
    .title = Sigmoid lets several classes be right at once.
problem-output_not_flat = { $wanted ->
    [one] `{ $name }` compares one number for each sample. Received: { $shape } from `{ $last }`, { $sample }. Put Flatten or a GlobalAveragePooling layer before the last layer.
   *[other] `{ $name }` compares { $wanted } numbers for each sample. Received: { $shape } from `{ $last }`, { $sample }. Put Flatten or a GlobalAveragePooling layer before the last layer.
}
    .title = { $name } wants one row of numbers, it got more.
problem-picture_shape_differs = `{ $target }` is a picture: { $picture }. Received: { $shape } from `{ $last }`, { $sample }. Let the last layer give as many rows, columns and channels as the picture has.
    .title = { $name } compares pictures of another shape.
problem-vocabulary_too_large = Each word of `{ $column }` is a number below { $words }, and looks up a row of that number. Received: input_dim={ $rows } of `{ $name }`. Set input_dim to { $words }.
    .title = { $name } has no row for some words.
problem-unknown_application = A backbone is a model of keras.applications. Received: { $application }. { $step }
    .title = Keras has no such backbone.
problem-learns_from_no_input = { $layer } learns from the data before training, so the data has to flow straight into it. Received: `{ $name }` behind another layer. Wire an Input to it, or use a layer that learns while training.
    .title = { $layer } has to stand right behind an Input.
problem-vocabulary_empty = { $layer } learns the words of its input's training part. Received: none in { $columns }. Choose a column with words in it for the Input, or change how `{ $name }` tells words apart.
    .title = { $name } finds no word to learn.
problem-metric_cannot_work = { $metric } { $reason }. Received: { $metric } for `{ $target }`. Use { $better }.
    .title = { $metric } cannot be measured here.
metric-counts-equal = counts numbers that are exactly equal, which probabilities never are
metric-counts-classes = counts right classes, and the target is no class
metric-measures-distance = measures a distance between numbers, and the target is a class
metric-compares-each = compares one number for each class, and the target is the class's position
metric-wants-position = wants the class's position, and this loss needs one number for each class
metric-wants-units = wants a unit for each class, and there is one
problem-nothing_to_learn = Training changes weights, so at least one layer needs some that may change. Received: { $frozen } cannot change. Make a layer trainable.
    .title = Nothing in this model can learn.
problem-nothing_to_learn-no_weights = Training changes weights, so at least one layer needs some that may change. Received: no layer with weights. Put a Dense layer before the Output.
    .title = Nothing in this model can learn.

## Training settings

problem-bad_setting = `{ $field }` needs { $wants }. Received: { $value }. Change it.
    .title = { $field } does not fit.
problem-bad_setting-better = `{ $field }` needs { $wants }. Received: { $value }. Change it, for example to { $better }.
    .title = { $field } does not fit.
problem-unknown_monitor = `{ $field }` watches something that each epoch reports: { $known }. Received: { $monitor }. Watch `val_loss`.
    .title = Nothing called { $monitor } is measured.
problem-undirected_monitor = `{ $field }` watches something of which Keras knows whether more or less is better: { $known }. Received: { $monitor }, which is reported, but of several outputs or a plain count. Watch `val_loss`.
    .title = { $name } may rise or fall.
problem-nothing_to_unfreeze = A second phase lets layers of a backbone learn that was held still in the first. Received: no backbone that is held still. Hold one still, or train in one phase.
    .title = There is nothing for a second phase to wake up.
problem-too_many_to_unfreeze = The second phase lets the last layers of a backbone learn. Received: { $layers } layers of `{ $name }`, which has { $n }. Choose { $n } at most.
    .title = The backbone has fewer layers.
problem-plateau_with_schedule = Lowering the learning rate on a plateau needs a rate that is one number. Received: { $schedule }, a schedule, which already changes it at every step. Keep one of the two.
    .title = The learning rate would have two masters.
problem-bad_weight = An output's weight is a number above 0. Received: { $weight }. Set it to 1, or remove the Output.
    .title = The weight of { $name } does not fit.

## A device that the model is for

problem-layer_cannot_go_there = A model goes to { $target } as { $format }, which does not take `{ $layer }`. Received: { $why }. Use another layer, or choose another device.
    .title = { $name } cannot go to { $target }.
problem-layer_cannot_go_there-others = A model goes to { $target } as { $format }, which does not take `{ $layer }`. Received: { $why }. Use another layer, or take the model as { $others }.
    .title = { $name } cannot go to { $target } as { $format }.
problem-steps_not_written_out = As { $format }, `{ $layer }` reads sequences of one fixed length, at most { $most } steps. Received: { $shape }. Give the Input such a length, or take the model as { $instead }, which reads any.
    .title = { $name } cannot go to { $target } as { $format }.
target-server = a server
target-browser = a browser
target-phone = a phone
target-raspberry_pi = a Raspberry Pi
