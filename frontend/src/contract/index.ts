// Generated from Python by `.venv/bin/python -m layerloom.contract`. Not edited by hand.
export interface AddEdge {
  type: "add_edge"
  id: string
  edge: Edge
}
export interface Edge {
  source: string
  source_port: string
  target: string
  target_port: string
  /**
   * Fractional key among the wires of one `many` port; compared as text.
   */
  order: string
}
export interface AddNode {
  type: "add_node"
  id: string
  node: (InputNode | LayerNode | OutputNode | OpNode | BlockNode | BackboneNode | CustomNode)
  /**
   * Placed below this node.
   */
  near: (string | null)
}
/**
 * Inside a block: a port of the block, called by this node's id. It takes what arrives there, and needs no columns and no shape.
 */
export interface InputNode {
  name: string
  /**
   * The block it stands in; None at the top. Ids are unique in the whole graph, and a wire joins nodes of one block.
   */
  block?: (string | null)
  type: "input"
  /**
   * Of a table: the columns this input takes; None takes every column that is no target and no other input's.
   */
  columns: (string[] | null)
  /**
   * Without the batch axis. None takes the data's shape; given, it must agree with the data where there is one.
   */
  shape: ((number | null)[] | null)
  dtype: string
  /**
   * Auto: pictures to 0…1, numbers standardised; and as the layers right behind learn them from the data themselves: raw for
   * lookups of texts, unscaled for numbers. Raw: cells as they stand in the table, texts and categories as text.
   */
  scaling: ("auto" | "standardise" | "unit" | "none" | "raw")
}
export interface LayerNode {
  name: string
  /**
   * The block it stands in; None at the top. Ids are unique in the whole graph, and a wire joins nodes of one block.
   */
  block?: (string | null)
  type: "layer"
  /**
   * A catalog layer: `Conv2D`.
   */
  layer: string
  params: {
    [k: string]: unknown
  }
  trainable: boolean
  /**
   * Uses that node's layer and weights; `layer`, `params` and `trainable` are then the owner's.
   */
  shares: (string | null)
  /**
   * Stays in the graph while the data goes round it: what arrives first leaves unchanged. Of a shared layer, this use alone.
   */
  bypassed: boolean
}
/**
 * Inside a block: a port of the block, called by this node's id. What arrives leaves the block there; nothing is learned at it.
 */
export interface OutputNode {
  name: string
  /**
   * The block it stands in; None at the top. Ids are unique in the whole graph, and a wire joins nodes of one block.
   */
  block?: (string | null)
  type: "output"
  /**
   * The target column; None takes the data's own target.
   */
  target: (string | null)
  /**
   * None takes the one suggested for the target.
   */
  loss: (Spec | null)
  /**
   * None takes those suggested for the target.
   */
  metrics: (Spec[] | null)
  weight: number
}
/**
 * A catalog member with its parameters: an optimizer, a loss, an initializer, a wrapped layer.
 */
export interface Spec {
  name: string
  params: {
    [k: string]: unknown
  }
}
export interface OpNode {
  name: string
  /**
   * The block it stands in; None at the top. Ids are unique in the whole graph, and a wire joins nodes of one block.
   */
  block?: (string | null)
  type: "op"
  /**
   * A function of `keras.ops`: `matmul`, `image.resize`.
   */
  op: string
  /**
   * One named like a port stands in for a wire: it counts while none arrives there.
   */
  params: {
    [k: string]: unknown
  }
  /**
   * As of a layer.
   */
  bypassed: boolean
}
/**
 * A part of the model as one node: what is inside says so by `block`. Its ports are the inputs and outputs among them.
 */
export interface BlockNode {
  name: string
  /**
   * The block it stands in; None at the top. Ids are unique in the whole graph, and a wire joins nodes of one block.
   */
  block?: (string | null)
  type: "block"
  /**
   * Inline: its layers are the model's own, as after a call of a Python function. Model: a model of its own, called like a layer.
   */
  kind: ("inline" | "model")
  /**
   * How often it comes, one after the other, each with weights of its own.
   */
  repeat: number
  /**
   * Node inside → parameter → its value in each repeat.
   */
  varying: {
    [k: string]: {
      [k: string]: unknown[]
    }
  }
  /**
   * Calls that block's layers again, with the same weights; what is inside, `kind`, `repeat` and `varying` are then the owner's.
   */
  shares: (string | null)
  /**
   * The layers inside are called `<block>_<layer>`. Without: as they are called there, as an imported model's keep their names.
   */
  prefixed: boolean
  /**
   * As of a layer.
   */
  bypassed: boolean
}
/**
 * A model of `keras.applications` as one node.
 */
export interface BackboneNode {
  name: string
  /**
   * The block it stands in; None at the top. Ids are unique in the whole graph, and a wire joins nodes of one block.
   */
  block?: (string | null)
  type: "backbone"
  /**
   * `ResNet50`.
   */
  application: string
  /**
   * Under Keras' own names; its input's shape is that of what flows in. `weights` is None or "imagenet".
   */
  params: {
    [k: string]: unknown
  }
  /**
   * "all", or the name of the last layer that is held still; None trains everything. Of a model with any layer held still,
   * BatchNormalization is held still everywhere, and so stays as in inference.
   */
  freeze: (string | null)
  /**
   * What flows in are pixels from 0 to 255, which its own `preprocess_input` prepares.
   */
  preprocess: boolean
}
/**
 * A layer or function of the person's own; without `code`, the place of one that an imported file names.
 */
export interface CustomNode {
  name: string
  /**
   * The block it stands in; None at the top. Ids are unique in the whole graph, and a wire joins nodes of one block.
   */
  block?: (string | null)
  type: "custom"
  /**
   * Of a layer that came with a file: its class as it stood there.
   */
  source: string
  params: {
    [k: string]: unknown
  }
  /**
   * Which of the graph's `code` it calls.
   */
  code?: (string | null)
}
export interface BackboneWeights {
  /**
   * None: it is made without a file.
   */
  file: (WeightsFile | null)
  /**
   * Where the file lies, or is to lie.
   */
  folder: string
  /**
   * Of the file that is there; None where there is none.
   */
  bytes: (number | null)
  /**
   * Whether this Layerloom may fetch it.
   */
  network: boolean
  /**
   * Under way, or ended not long ago.
   */
  download: (Download | null)
}
/**
 * As Keras names it.
 */
export interface WeightsFile {
  name: string
  /**
   * Where Keras has it from.
   */
  origin: string
  /**
   * md5 or sha256 in hexadecimal; empty where Keras publishes none.
   */
  hash: string
}
export interface Download {
  name: string
  state: ("waiting" | "downloading" | "checking" | "ready" | "failed" | "cancelled")
  received: number
  /**
   * Bytes; None while nobody has said.
   */
  total: (number | null)
  problems: Problem[]
}
export interface Problem {
  /**
   * Stable snake_case name; each has a fixture `tests/graphs/broken/<code>.json` where a graph can show it.
   */
  code: string
  severity: ("error" | "warning")
  /**
   * One short sentence: "Conv2D wants a picture, it got a list.".
   */
  title: string
  /**
   * Expectation, evidence and next step, in a student's words.
   */
  message: string
  nodes: string[]
  edges: string[]
  /**
   * The parameter, field, column or line meant.
   */
  place: string
  /**
   * What was received, exactly; Keras' own words where it spoke.
   */
  evidence: string
  /**
   * Where Keras raised it, as Python prints it; empty where Keras was not asked.
   */
  traceback: string
  fixes: Fix[]
  /**
   * What message and title are made of: the title is the message's attribute `title`.
   */
  words: (Phrase | null)
}
export interface Fix {
  /**
   * What Apply does: "Insert Flatten before dense".
   */
  title: string
  /**
   * Changes nothing the person decided; an unsafe fix changes meaning or results.
   */
  safe: boolean
  edits: (SetParam | SetField | SetTraining | SetGraph | AddNode | InsertOnEdge | RemoveNode | AddEdge | RemoveEdge)[]
  /**
   * What the title is made of, so that a page says it in its reader's language.
   */
  words: (Phrase | null)
}
export interface SetParam {
  type: "set_param"
  node: string
  param: string
  /**
   * None removes the parameter, so that Keras' default holds.
   */
  value: {
    [k: string]: unknown
  }
}
/**
 * A field of the node itself: name, columns, shape, target, loss, metrics, weight, trainable, shares, layer.
 */
export interface SetField {
  type: "set_field"
  node: string
  field: string
  value: unknown
}
export interface SetTraining {
  type: "set_training"
  field: string
  value: unknown
}
/**
 * A field of the graph itself.
 */
export interface SetGraph {
  type: "set_graph"
  field: ("name" | "keras_version")
  value: string
}
/**
 * Puts a new node into a wire: source → new → target.
 */
export interface InsertOnEdge {
  type: "insert_on_edge"
  edge: string
  id: string
  node: (InputNode | LayerNode | OutputNode | OpNode | BlockNode | BackboneNode | CustomNode)
}
export interface RemoveNode {
  type: "remove_node"
  node: string
  /**
   * Join what stood before and after it.
   */
  heal: boolean
}
export interface RemoveEdge {
  type: "remove_edge"
  edge: string
}
/**
 * A message of `words/<language>` with its values; `id.title` is that part of the message.
 */
export interface Phrase {
  id: string
  values: {
    [k: string]: string | number | Phrase | Listed
  }
}
/**
 * Several things in a row: `a`, `b` and `c`.
 */
export interface Listed {
  items: (string | Phrase)[]
  /**
   * What stands before the last one; before the others a comma, or nothing but a space between sentences.
   */
  last: ("and" | "or" | "comma" | "space")
}
/**
 * Every batch of the last ~100 ms, columnar.
 */
export interface BatchesEnded {
  type: "batches_ended"
  at: number
  /**
   * Counts from 1.
   */
  epoch: number
  /**
   * Index in the epoch, from 0, of the first batch here.
   */
  step: number
  /**
   * `loss` and each metric: the batch's own value; None where it was not finite.
   */
  columns: {
    [k: string]: (number | null)[]
  }
  learning_rate: number
  samples_per_second: number
}
/**
 * Where a conversion fails, or where numbers begin to differ.
 */
export interface Blame {
  /**
   * Node id; empty where no single layer is to blame.
   */
  node: string
  name: string
  layer: string
  /**
   * Of this layer's output, as a share of its largest value; None where it cannot be converted at all.
   */
  deviation: (number | null)
}
/**
 * A model from elsewhere as a graph; nothing of it is kept yet.
 */
export interface BroughtModel {
  graph: Graph
  report: Report
}
export interface Graph {
  /**
   * Position in the ordered list of upgrades (`graph.upgrades`).
   */
  version: number
  keras_version: string
  name: string
  nodes: {
    [k: string]: InputNode | LayerNode | OutputNode | OpNode | BlockNode | BackboneNode | CustomNode
  }
  edges: {
    [k: string]: Edge
  }
  training: Training
  notes: {
    [k: string]: Note
  }
  /**
   * Layers and functions of the person's own; written down only where there are some.
   */
  code?: {
    [k: string]: Code
  }
  /**
   * Where things stand on the canvas; no part of the content hash.
   */
  layout: {
    [k: string]: Position
  }
}
export interface Training {
  data: ((BuiltinData | GeneratedData | CsvData | ImagesData) | null)
  optimizer: Spec
  epochs: number
  batch_size: number
  /**
   * Of weights, dropout and the order of rows.
   */
  seed: number
  split: Split
  early_stopping: (EarlyStopping | null)
  reduce_on_plateau: (ReduceOnPlateau | null)
  fine_tuning: (FineTuning | null)
  /**
   * The numbers of an imported model that a run begins from, by the name under which they are kept; None draws new ones.
   */
  begin: (string | null)
  /**
   * The device that the trained model is for; what cannot go there is said while drawing. No part of the content hash.
   */
  goes_to: ("any" | "server" | "browser" | "phone" | "raspberry_pi")
}
export interface BuiltinData {
  type: "builtin"
  name: string
}
export interface GeneratedData {
  type: "generated"
  name: string
  rows: number
  noise: number
  seed: number
}
export interface CsvData {
  type: "csv"
  /**
   * sha256 of the uploaded file.
   */
  id: string
  file_name: string
  /**
   * Numbers get the training part's median, categories all zeros; or the row goes.
   */
  missing: ("fill" | "drop")
}
/**
 * A zip with one folder of pictures for each class. Its columns are `image` and `class`.
 */
export interface ImagesData {
  type: "images"
  /**
   * sha256 of the uploaded zip.
   */
  id: string
  file_name: string
  height: number
  /**
   * Pixels that every picture is brought to.
   */
  width: number
  color_mode: ("rgb" | "grayscale")
  /**
   * Crop keeps the proportions of what is in the middle; stretch takes the whole picture.
   */
  fit: ("crop" | "stretch")
}
export interface Split {
  /**
   * Share of the rows held out.
   */
  validation: number
  seed: number
  stratify: boolean
}
export interface EarlyStopping {
  monitor: string
  patience: number
  min_delta: number
  restore_best: boolean
}
export interface ReduceOnPlateau {
  monitor: string
  patience: number
  factor: number
  min_learning_rate: number
}
/**
 * After the head alone has learned (`epochs`), the last layers of the frozen backbones learn too; BatchNormalization stays as in
 * inference.
 */
export interface FineTuning {
  /**
   * How many, from the end of each backbone.
   */
  layers: number
  epochs: number
  /**
   * Of an optimizer made anew.
   */
  learning_rate: number
}
/**
 * A sticky note on the canvas. It means nothing to the model.
 */
export interface Note {
  /**
   * Light markdown: headings, lists, bold, italic, code.
   */
  text: string
  x: number
  y: number
  width: number
  height: number
  color: ("yellow" | "green" | "blue" | "pink" | "grey")
  /**
   * The block it lies in.
   */
  block?: (string | null)
}
/**
 * A layer or function that somebody wrote, as it was proven: kept with the graph, and called by its custom nodes.
 */
export interface Code {
  /**
   * Of the class or function.
   */
  name: string
  kind: ("layer" | "function")
  source: string
  /**
   * Arguments of `__init__`; of a function, those with a default.
   */
  params: Param[]
  inputs: Port[]
  outputs: Port[]
  /**
   * Every name that its lines bind at the top.
   */
  defines: string[]
  /**
   * What its required parameters were tried with: a new node begins with it.
   */
  tried: {
    [k: string]: unknown
  }
  /**
   * The server's seal on all of the above; nothing unsealed is run.
   */
  proof: string
}
export interface Param {
  /**
   * Keras' own argument name.
   */
  name: string
  type: ("int" | "float" | "bool" | "str" | "choice" | "int_tuple" | "shape" | "axis" | "int_list" | "float_list" | "str_list" | "dtype" | "activation" | "initializer" | "regularizer" | "constraint" | "schedule" | "layer" | "layers" | "function" | "tensor" | "slice" | "any")
  /**
   * True where None is a legal value.
   */
  nullable: boolean
  required: boolean
  default: {
    [k: string]: unknown
  }
  /**
   * The legal strings of a `choice`.
   */
  choices: string[]
  /**
   * Length of an `int_tuple` (2 for Conv2D's kernel_size).
   */
  rank: (number | null)
  /**
   * An item of the `int_tuple` may itself be a pair (before, after), as in ZeroPadding2D.
   */
  pairs: boolean
  /**
   * Passed when the layer is called, not when it is created (`use_causal_mask`).
   */
  call: boolean
  /**
   * Of a `tensor`: lists of numbers are whole numbers (indices, lengths), not float32.
   */
  whole: boolean
  minimum: (number | null)
  /**
   * Inclusive limits, from the overlay.
   */
  maximum: (number | null)
  /**
   * Shown at once in the inspector; the rest folds under "more".
   */
  common: boolean
  doc: string
}
export interface Port {
  /**
   * The call argument (`query`, `initial_state`), or `output`, `state_h`, `scores`.
   * 
   * Where a parameter has the same name, its value stands in for a wire that is not there (`multiply` by 2).
   */
  name: string
  /**
   * An input that takes several wires, ordered (the inputs of Add or Concatenate).
   */
  many: boolean
  required: boolean
  when: (When | null)
  /**
   * An output that comes several times, as `part_1`, `part_2`, …: once for each wire at the `many` input of that name, or as
   * often as the parameter of that name says: a number, or places to cut at, which give one part more than they are.
   */
  each: string
  doc: string
}
/**
 * A port exists only while a parameter has this value (`state_h` when `return_state` is true).
 */
export interface When {
  param: string
  equals: unknown
}
export interface Position {
  x: number
  y: number
}
export interface Report {
  /**
   * `Keras 3.15.1`, as far as the file says.
   */
  made_with: string
  /**
   * The model's class: `Functional`, `Sequential`.
   */
  model: string
  /**
   * How many the file holds, those of nested models included.
   */
  layers: number
  /**
   * Nodes by what they are, the most frequent first.
   */
  mapped: Count[]
  remarks: Remark[]
  weights: (Weights | null)
}
export interface Count {
  /**
   * A layer, or an operation: `Conv2D`, `ops.add`.
   */
  name: string
  n: number
}
/**
 * One thing that is not as the file has it.
 */
export interface Remark {
  /**
   * A layer that only holds its place; something of a layer or of the training that was left out; something that is said another
   * way now; operations that nobody drew, and that Keras makes again by itself.
   */
  kind: ("placeholder" | "left_out" | "changed" | "implicit")
  text: string
  words: Phrase
  nodes: string[]
}
/**
 * The numbers that came along.
 */
export interface Weights {
  arrays: number
  numbers: number
  bytes: number
  /**
   * Whether the optimizer's own state is among them.
   */
  optimizer: boolean
}
export interface BroughtModels {
  /**
   * Empty for pasted code.
   */
  file_name: string
  models: BroughtModel[]
}
export interface Card {
  layer: string
  /**
   * Empty where nobody has written about the layer.
   */
  sections: CardSection[]
  /**
   * Why the own file is not shown, where there is one.
   */
  unread: (("too_large" | "no_file" | "not_text") | null)
  example: (CardExample | null)
}
export interface CardSection {
  /**
   * One of `HEADINGS`, or a teacher's own words.
   */
  heading: string
  /**
   * Markdown; a fenced block holds formulas or sums.
   */
  text: string
  language: string
  /**
   * From this Layerloom's own folder instead of the product's.
   */
  own: boolean
}
/**
 * A new layer at sizes of its kind, as Keras built it: shown where the layer stands on no canvas.
 */
export interface CardExample {
  params: {
    [k: string]: unknown
  }
  /**
   * Shapes by port, batch axis first.
   */
  inputs: {
    [k: string]: (number | null)[][]
  }
  output: (number | null)[]
  /**
   * Of its parameters.
   */
  count: number
}
export interface Catalog {
  keras_version: string
  /**
   * Layers, the best known first; those not named here follow by name.
   */
  popular: string[]
  groups: Group[]
  members: Member[]
}
export interface Group {
  id: string
  title: string
  /**
   * Name of a colour token of the design system, e.g. `conv`.
   */
  color: string
}
export interface Member {
  kind: ("layer" | "op" | "loss" | "metric" | "optimizer" | "schedule" | "callback" | "initializer" | "regularizer" | "constraint" | "activation" | "application")
  /**
   * The public name, unique within its kind: `Conv2D`.
   */
  name: string
  /**
   * Where Keras exports it: `keras.layers.Conv2D`.
   */
  path: string
  aliases: string[]
  params: Param[]
  inputs: Port[]
  outputs: Port[]
  /**
   * Of an op: its ports and parameters in the order in which Python takes them; `*operands` is spread out, `**` takes names.
   */
  signature: string[]
  /**
   * Of an op: the class that Keras' functional models hold it as (`Matmul`); empty where it leaves no trace of its own.
   */
  operation: string
  /**
   * What that class is called with, in its order, by the names of `signature`; all else it is made with.
   */
  operands: string[]
  /**
   * First sentence of Keras' documentation.
   */
  summary: string
  /**
   * Keras' documentation, whole.
   */
  doc: string
  /**
   * Builds with its defaults and its `example`; False has a `reason`.
   */
  stands_alone: boolean
  reason: string
  /**
   * Of a layer that stands alone: the required parameters and the inputs it was built with.
   */
  example: (Example | null)
  /**
   * Of a layer or op: the parameters a new one begins with; Keras' defaults hold for the rest.
   */
  start: {
    [k: string]: unknown
  }
  group: string
  /**
   * Of an op: the part of its group that it stands in.
   */
  section: string
  icon: string
  /**
   * One sentence for a student.
   */
  teaching: string
  /**
   * Input ranks it accepts, batch included; empty when any.
   */
  rank: number[]
  /**
   * Kinds of numbers it works on; Keras may find out only when it runs.
   */
  dtypes: ("float" | "int" | "string")[]
  /**
   * Of a layer of pictures: the channels it works on; empty when any.
   */
  channels: number[]
  /**
   * Known and checked, but not offered in the palette (abstract bases, `Layer`, `InputLayer`).
   */
  hidden: boolean
}
/**
 * Arguments a member was really built with, so that every test of "each layer" uses the same ones.
 */
export interface Example {
  params: {
    [k: string]: unknown
  }
  /**
   * By input port; several tensors for a `many` port.
   */
  inputs: {
    [k: string]: ExampleTensor[]
  }
}
export interface ExampleTensor {
  /**
   * Batch axis first, as None.
   */
  shape: (number | null)[]
  dtype: string
}
export interface CheckpointSaved {
  type: "checkpoint_saved"
  at: number
  kind: ("best" | "last")
  epoch: number
  /**
   * Batches seen since the run began.
   */
  step: number
  metrics: {
    [k: string]: number | null
  }
  monitor: string
  /**
   * Name of its folder inside the run's `checkpoints`.
   */
  folder: string
  bytes: number
}
/**
 * One column: what is known of its cells before a run. Of an uploaded table, as inferred from the whole file.
 */
export interface Column {
  name: string
  kind: ("number" | "category" | "picture" | "series" | "text" | "constant" | "identifier")
  /**
   * Of one cell that is a tensor by itself: a picture (height, width, channels), a series (steps, channels), a text (words,).
   * A text without a shape is not read.
   */
  shape: (number[] | null)
  /**
   * Of a text that is read: the most entries of its vocabulary, padding (0) and unknown words (1) included.
   */
  words: (number | null)
  /**
   * Rows in which the cell is empty.
   */
  missing: number
  /**
   * Distinct values, sorted; of a `category`, and the one value of a `constant` that is no number.
   */
  categories: string[]
  /**
   * Rows of each category, where they are counted.
   */
  counts?: number[]
  minimum: (number | null)
  maximum: (number | null)
  /**
   * Every number is an integer.
   */
  integral: boolean
  /**
   * What was done to it: renamed, infinite values, too many categories.
   */
  note: string
  /**
   * What the note is made of.
   */
  notes: Phrase[]
  /**
   * Its numbers are written 3,14.
   */
  decimal_comma: boolean
}
/**
 * What somebody said about the drawing. It lives in the shared document beside the graph and is no part of it.
 */
export interface Comment {
  /**
   * The node it is pinned to; x and y then count from its upper left corner.
   */
  node: (string | null)
  x: number
  y: number
  /**
   * The comment it answers; an answer has no place of its own.
   */
  parent: (string | null)
  text: string
  /**
   * Id of a user; the server takes no other than the writer's own.
   */
  author: string
  author_name: string
  created_at: number
  resolved: boolean
}
export interface Comparison {
  before: Graph
  after: Graph
  diff: Diff
}
export interface Diff {
  /**
   * Changes as a person counts them: a layer put into a wire is one.
   */
  count: number
  /**
   * In reading order; one that was removed stands where it stood.
   */
  nodes: NodeChange[]
  edges: EdgeChange[]
  training: FieldChange[]
  /**
   * Node of the graph after → the same node in the graph before.
   */
  same: {
    [k: string]: string
  }
}
export interface NodeChange {
  type: ("added" | "removed" | "changed")
  before: (string | null)
  after: (string | null)
  fields: FieldChange[]
}
export interface FieldChange {
  /**
   * `name`, `params.units`, `optimizer.params.learning_rate`.
   */
  place: string
  before: unknown
  after: unknown
  /**
   * The side that does not say it: there Keras' default holds.
   */
  unset: (("before" | "after") | null)
}
export interface EdgeChange {
  type: ("added" | "removed" | "changed")
  before: (string | null)
  after: (string | null)
  /**
   * Of a merge's input: its place among the others, from 1.
   */
  fields: FieldChange[]
  /**
   * Goes without saying: a node at its end came or went, or came between its ends; or it made way for another.
   */
  implied: boolean
}
/**
 * How an uploaded file was read, so that an exported script reads it the same way.
 * 
 * Python's `csv.reader` with this delimiter; blank lines skipped; cells stripped; columns go by position, because names may
 * have been changed.
 */
export interface CsvForm {
  /**
   * As Python's `open` takes it.
   */
  encoding: string
  delimiter: string
  /**
   * False: the first line holds data already, the columns were named `column_1`, ….
   */
  header: boolean
  /**
   * Words that mean "no value", besides an empty cell; compared stripped and in lower case.
   */
  missing: string[]
}
export interface DataPrepared {
  type: "data_prepared"
  at: number
  train_rows: number
  validation_rows: number
  split_seed: number
  stratified: boolean
  /**
   * What was done to the data, in sentences.
   */
  report: string[]
  /**
   * What the report is made of, sentence by sentence.
   */
  words: Phrase[]
  data_hash: string
}
/**
 * Everything that can be known of a data set before a run.
 */
export interface DataSpec {
  /**
   * `digits`, `moons`, or the sha256 of an uploaded file.
   */
  id: string
  title: string
  /**
   * What one row is, to say how many there are.
   */
  row: ("row" | "picture" | "pair" | "sentence" | "day")
  rows: number
  /**
   * Of a generated set: how many can be asked for.
   */
  most_rows: (number | null)
  /**
   * Every column, the default target included.
   */
  columns: Column[]
  /**
   * The default target column.
   */
  target: (string | null)
  /**
   * Which rows validate: some drawn at random, or the last ones, because rows follow one another.
   */
  held_out: ("drawn" | "last")
  /**
   * Report in sentences: what was missing, dropped, renamed.
   */
  problems: string[]
  /**
   * What the report is made of, sentence by sentence.
   */
  words: Phrase[]
  doc: string
  dropped_rows: number
  /**
   * Of an uploaded file.
   */
  csv: (CsvForm | null)
}
export interface DatasetEntry {
  source: (BuiltinData | GeneratedData | CsvData | ImagesData)
  spec: DataSpec
}
export interface Described {
  summary_text: string
  summary: SummaryRow[]
  dot: string
}
export interface SummaryRow {
  name: string
  layer: string
  output_shape: string
  params: number
  connected_to: string[]
  trainable: boolean
}
/**
 * What the script's edits do to the graph as it is now. Nothing is changed yet.
 */
export interface EditedSource {
  edits: (SetParam | SetField | SetTraining | SetGraph | AddNode | InsertOnEdge | RemoveNode | AddEdge | RemoveEdge)[]
  comparison: Comparison
  /**
   * What of the code the graph cannot take over.
   */
  remarks: Phrase[]
}
/**
 * A converter of somebody else's that refuses a model of today's Keras.
 */
export interface Elsewhere {
  name: string
  /**
   * The newest one tried.
   */
  version: string
  /**
   * To try on the unpacked SavedModel.
   */
  command: string
}
export interface EpochEnded {
  type: "epoch_ended"
  at: number
  epoch: number
  /**
   * Keras' whole row: `loss`, `accuracy`, `val_loss`, …
   */
  metrics: {
    [k: string]: number | null
  }
  learning_rate: number
  seconds: number
}
export interface EventsPage {
  events: StoredEvent[]
  /**
   * The newest number stored for the run.
   */
  last: number
}
export interface StoredEvent {
  run: string
  seq: number
  event: (RunQueued | RunStarted | DataPrepared | LayerLearned | ModelBuilt | RunResumed | PhaseBegan | BatchesEnded | EpochEnded | CheckpointSaved | ResourcesSampled | LogWritten | ProblemRaised | RunRequeued | RunPaused | RunEnded)
}
export interface RunQueued {
  type: "run_queued"
  /**
   * Seconds since 1970, as in every event.
   */
  at: number
}
export interface RunStarted {
  type: "run_started"
  at: number
  attempt: number
  /**
   * `CPU`, or the card's name.
   */
  device: string
  /**
   * The level of isolation reached, in words.
   */
  jail: string
  /**
   * What that level is made of.
   */
  words: (Phrase | null)
  epochs: number
  batch_size: number
  seed: number
}
/**
 * Before the first batch: a layer that learns from data has seen the training part.
 */
export interface LayerLearned {
  type: "layer_learned"
  at: number
  node: string
  name: string
  layer: string
  /**
   * Entries of its vocabulary, or bins; None where it learned the scale of numbers.
   */
  size: (number | null)
  /**
   * The first words, edges of bins, or means.
   */
  shown: string[]
  /**
   * Variances beside the means; none of words and bins, nor in events of an older Layerloom.
   */
  spread: string[]
  /**
   * Layers that have learned so far; this one is counted.
   */
  done: number
  of: number
  seconds: number
}
export interface ModelBuilt {
  type: "model_built"
  at: number
  params: number
  trainable_params: number
  /**
   * Keras' `summary()` as it prints.
   */
  summary_text: string
  summary: SummaryRow[]
  /**
   * Graphviz source of `model_to_dot`.
   */
  dot: string
  steps_per_epoch: number
  steps_per_execution: number
  compile_seconds: number
}
/**
 * A run that was interrupted goes on from its checkpoint: what it said past this place comes again, and is the same.
 */
export interface RunResumed {
  type: "run_resumed"
  at: number
  /**
   * Epochs that are done.
   */
  epoch: number
  /**
   * Batches done of the next one.
   */
  batch: number
  /**
   * Batches done since the run began.
   */
  step: number
}
/**
 * The head has learned, and now the last layers of its backbones learn too.
 */
export interface PhaseBegan {
  type: "phase_began"
  at: number
  /**
   * Counts from 1; the first one begins with the run, and is not told.
   */
  phase: number
  /**
   * Epochs that are done.
   */
  epoch: number
  /**
   * How many, from the end of each backbone, learn now.
   */
  layers: number
  learning_rate: number
  trainable_params: number
}
export interface ResourcesSampled {
  type: "resources_sampled"
  at: number
  rss_bytes: number
  cpu_percent: number
}
export interface LogWritten {
  type: "log_written"
  at: number
  text: string
}
export interface ProblemRaised {
  type: "problem_raised"
  at: number
  problem: Problem
}
export interface RunRequeued {
  type: "run_requeued"
  at: number
  reason: string
  /**
   * What the reason is made of; None in events of an older Layerloom.
   */
  words: (Phrase | null)
}
/**
 * Its checkpoint is kept, its place in memory is free; it goes on when somebody takes it up again.
 */
export interface RunPaused {
  type: "run_paused"
  at: number
  reason: string
  words: (Phrase | null)
}
export interface RunEnded {
  type: "run_ended"
  at: number
  state: ("queued" | "running" | "paused" | "succeeded" | "failed" | "stopped")
  /**
   * In a student's words: "stopped by you", "ran out of memory: try a smaller batch".
   */
  reason: string
  words: (Phrase | null)
  /**
   * What can be downloaded: model.keras, script.py, receipt.json, curves.csv.
   */
  files: string[]
  seconds: number
}
/**
 * One format of one run, as the page shows it.
 */
export interface Export {
  format: string
  state: ("none" | "waiting" | "working" | "ready" | "refused" | "failed" | "missing" | "unfit")
  stage: ("" | "reading" | "converting" | "proving" | "blaming")
  /**
   * Of the work, from 0 to 1, while it is done.
   */
  share: number
  receipt: (Receipt | null)
  /**
   * Distributions that are not installed.
   */
  missing: string[]
  /**
   * That mends it.
   */
  command: string
  /**
   * Why the last try came to nothing; another one may.
   */
  error: string
}
export interface Receipt {
  format: string
  outcome: ("ready" | "refused" | "failed")
  file: string
  bytes: number
  /**
   * Of the file.
   */
  sha256: string
  /**
   * sha256 of the weights that were exported; empty without.
   */
  weights: string
  tolerance: number
  proof: (Proof | null)
  /**
   * Why it was not run again: `apple` where only Apple's systems run it.
   */
  unproven: string
  blame: (Blame | null)
  /**
   * What is wrong with the layer to blame, where that is known without the converter.
   */
  unfit: (Unfit | null)
  /**
   * The converter's or runtime's own words; empty when ready.
   */
  reason: string
  versions: {
    [k: string]: string
  }
  seconds: number
  at: number
}
/**
 * The file, run again in its own runtime on rows of the person's data.
 */
export interface Proof {
  rows: number
  /**
   * With its version: "onnxruntime 1.31.1".
   */
  runtime: string
  /**
   * The largest of all outputs, as a share of that output's largest value; -1 where it cannot be counted.
   */
  deviation: number
  outputs: OutputDeviation[]
  /**
   * Share of the rows whose strongest class is the same; None without classes.
   */
  agreeing: (number | null)
  latency_p50_ms: number
  /**
   * Of one row, on this machine's processor.
   */
  latency_p95_ms: number
  /**
   * The oldest runtime that takes the file; empty where the file does not say.
   */
  smallest: string
  /**
   * What in the file asks for it, or what wrote the file.
   */
  because: string
}
export interface OutputDeviation {
  name: string
  /**
   * The largest of all rows; -1 where a value is no number on one side alone, or shapes differ.
   */
  deviation: number
  /**
   * Of this output's values, by Keras.
   */
  largest: number
}
/**
 * A format that has no loops was asked for a layer whose steps cannot be written out.
 */
export interface Unfit {
  /**
   * None where they are not known before the file is used.
   */
  steps: (number | null)
  most: number
}
export interface Exports {
  formats: Format[]
  exports: Export[]
}
export interface Format {
  name: string
  title: string
  /**
   * What a person takes away; a folder is zipped.
   */
  file: string
  /**
   * Distributions that write it, besides Keras and its backend.
   */
  needs: string[]
  /**
   * The distribution that runs it again; empty: Keras itself.
   */
  runtime: string
  /**
   * Whose versions a file names when it says how old a runtime may be, where not the runtime's own.
   */
  counted_by: string
  /**
   * Keras' backends it can be written from; empty: every one.
   */
  backends: string[]
  /**
   * The most an output may deviate from Keras, as a share of that output's largest value.
   */
  tolerance: number
  goes_to: ("server" | "browser" | "phone" | "raspberry_pi")[]
  /**
   * It carries a run's weights.
   */
  trained: boolean
  /**
   * Of one weight in the file.
   */
  weight_bytes: number
  elsewhere: (Elsewhere | null)
}
export interface Fits {
  /**
   * What flows at the place; None where that is not known.
   */
  tensor: (TensorSpec | null)
  /**
   * False: there is more, ask again.
   */
  complete: boolean
  layers: LayerFit[]
  targets: PortFit[]
}
export interface TensorSpec {
  /**
   * Batch axis first, as None.
   */
  shape: (number | null)[]
  dtype: string
}
/**
 * A catalog layer at a place of the graph.
 */
export interface LayerFit {
  layer: string
  /**
   * To be set beside what a new one begins with, so that it fits.
   */
  params: {
    [k: string]: unknown
  }
  /**
   * To be changed on the layer before, so that it fits.
   */
  before: SetParam[]
  /**
   * Ports that need wires of their own.
   */
  waits: string[]
  /**
   * Why it does not fit.
   */
  problem: (Problem | null)
  /**
   * What the layer after it would not take any more.
   */
  breaks: (Problem | null)
}
/**
 * A port of a drawn layer, and why a wire may not arrive there.
 */
export interface PortFit {
  node: string
  port: string
  problem: (Problem | null)
}
/**
 * Preprocessing with its constants: with the rows and the split, the exact arrays a run trains on.
 */
export interface Fitted {
  inputs: FittedInput[]
  targets: FittedTarget[]
  train_rows: number
  validation_rows: number
  data_hash: string
}
/**
 * One Input node's tensor: float32 of shape (rows, width) from columns in order, or what its single column holds.
 * 
 * Pictures and series keep their shape, texts become int32 ids (rows, length).
 */
export interface FittedInput {
  node: string
  name: string
  columns: FittedColumn[]
  /**
   * Cells flow in as they stand, (rows, columns): texts, or whole numbers.
   */
  raw: ("" | "string" | "int64")
  /**
   * The one column has no axis of its own: (rows,).
   */
  alone: boolean
}
/**
 * How one source column becomes numbers; constants were fitted on the training part alone.
 */
export interface FittedColumn {
  name: string
  kind: ("number" | "category" | "picture" | "series" | "text")
  /**
   * Number put in place of a missing cell: the training part's median.
   */
  fill: (number | null)
  mean: number
  /**
   * (x - mean) / scale; of pictures in float32, of numbers and series in float64 and float32 at the end.
   */
  scale: number
  /**
   * Of pictures: they stay bytes, and are shifted and scaled batch by batch.
   */
  late: boolean
  /**
   * One-hot positions; an unknown or missing category is all zeros.
   */
  categories: string[]
  /**
   * Of a text: words by id, from 2 on; 0 pads, 1 is any other word.
   */
  vocabulary: string[]
  /**
   * Of a text: how many words are read.
   */
  length: number
}
/**
 * One Output node's target. Classes: int32 indices (rows,), or float32 one-hot when `one_hot`. Numbers: float32 (rows, 1).
 * 
 * Pictures: float32, brought to 0…1 by what their pixels can be.
 */
export interface FittedTarget {
  node: string
  name: string
  column: string
  kind: ("class" | "number" | "picture")
  classes: string[]
  one_hot: boolean
  mean: number
  /**
   * (x - mean) / scale.
   */
  scale: number
}
/**
 * Where a graph is: a project's live one, a run's, a saved version's, a template's; or the graph itself.
 */
export interface GraphRef {
  type: ("project" | "run" | "saved" | "template" | "graph")
  /**
   * Of a project, empty means the one asked about.
   */
  id: string
  graph: ({
    [k: string]: unknown
  } | null)
}
export interface Guest {
  id: string
  name: string
  came_at: number
}
export interface Inference {
  nodes: {
    [k: string]: NodeInference
  }
  problems: Problem[]
  totals: Totals
}
export interface NodeInference {
  /**
   * By output port.
   */
  outputs: {
    [k: string]: TensorSpec
  }
  params: number
  trainable_params: number
  weight_bytes: number
  /**
   * Of its outputs, for one sample.
   */
  activation_bytes: number
  /**
   * Shown from before: the node's own inference has failed or is not known yet.
   */
  stale: boolean
}
export interface Totals {
  params: number
  trainable_params: number
  weight_bytes: number
  /**
   * One sample, forward, all steps.
   */
  activation_bytes: number
  /**
   * Estimate at the batch size: weights, gradients, optimizer slots and activations.
   */
  training_bytes: number
}
/**
 * What changed since the last patch of this room; the first after joining is whole.
 */
export interface InferencePatch {
  project: string
  version: number
  state: ("ready" | "starting" | "restarting")
  whole: boolean
  nodes: {
    [k: string]: NodeInference
  }
  removed: string[]
  problems: Problem[]
  totals: Totals
  /**
   * Train would be accepted.
   */
  plan_ok: boolean
}
/**
 * What a link leads to.
 */
export interface Invitation {
  /**
   * Set where who asks may enter already.
   */
  project: (string | null)
  name: string
  role: ("view" | "comment" | "edit")
  may_train: boolean
  /**
   * Name of who is signed in here.
   */
  you: (string | null)
}
/**
 * A page's answer when it opens a project; the document's bytes travel beside it.
 */
export interface Joined {
  part: ("view" | "comment" | "edit" | "owner")
  may_train: boolean
  /**
   * Whether the code panel may be edited: that runs code.
   */
  may_code: boolean
  you: User
  color: number
}
export interface User {
  id: string
  name: string
  role: string
}
export interface Link {
  id: string
  role: ("view" | "comment" | "edit")
  may_train: boolean
  created_at: number
  expires_at: (number | null)
  guests: Guest[]
}
export interface LinkMade {
  link: Link
  secret: string
}
export interface Links {
  links: Link[]
  /**
   * By which other machines reach this server; none where it listens to its own alone.
   */
  addresses: string[]
}
export interface Preview {
  columns: string[]
  /**
   * A picture is its pixels from 0 to 1, a series its numbers, each as one flat list.
   */
  rows: (string | number | number[] | null)[][]
}
/**
 * The one error shape.
 */
export interface ProblemList {
  problems: Problem[]
}
export interface ProjectWithGraph {
  id: string
  name: string
  /**
   * Of who asks.
   */
  part: ("view" | "comment" | "edit" | "owner")
  may_train: boolean
  /**
   * Name of who it belongs to.
   */
  owner: string
  created_at: number
  updated_at: number
  last_run: (Run | null)
  thumbnail: Thumbnail
  graph: Graph
}
export interface Run {
  id: string
  project: string
  /**
   * Counts from 1 in its project.
   */
  number: number
  state: ("queued" | "running" | "paused" | "succeeded" | "failed" | "stopped")
  created_at: number
  started_at: (number | null)
  ended_at: (number | null)
  reason: string
  /**
   * What the reason is made of.
   */
  words: (Phrase | null)
  graph_hash: string
  stop_requested: boolean
  pause_requested: boolean
  /**
   * The best epoch's row so far; empty before the first.
   */
  metrics: {
    [k: string]: number | null
  }
  files: string[]
  /**
   * Place in the queue, from 1, while queued.
   */
  place: (number | null)
  /**
   * The number of the run that it goes on from.
   */
  parent: (number | null)
  /**
   * Once ended, the epoch that another run can go on from.
   */
  goes_on: (number | null)
}
/**
 * A miniature of a graph: places in canvas units, the catalog group of each node, wires by index.
 */
export interface Thumbnail {
  /**
   * Each {"x": float, "y": float, "group": str, "icon": str}; one that was drawn long ago has no icon, and calls an input's group "input".
   */
  nodes: {
    [k: string]: unknown
  }[]
  edges: [unknown, unknown][]
}
/**
 * A block of a person's library.
 */
export interface SavedBlock {
  id: string
  name: string
  layers: number
  created_at: number
}
export interface SavedBlockWithGraph {
  id: string
  name: string
  layers: number
  created_at: number
  graph: Graph
}
export interface SavedBlocks {
  blocks: SavedBlock[]
}
export interface Session {
  user: User
  /**
   * Goes back in the header `X-Layerloom-CSRF` of every write, and in the socket's auth.
   */
  csrf: string
  version: string
  keras_version: string
  backend: string
  /**
   * Whether this server runs code that people write.
   */
  code: boolean
}
export interface SourceText {
  source: string
  /**
   * What the script was written from, without places and notes; None where there is no script yet.
   */
  graph: (Graph | null)
  problems: Problem[]
}
export interface Suggestion {
  units: number
  activation: string
  loss: Spec
  metrics: Spec[]
}
export interface Template {
  name: string
  title: string
  description: string
  /**
   * Id of its data set.
   */
  data: string
  topic: ("tables" | "pictures" | "text" | "series")
  /**
   * What one row of the data is, as in its description.
   */
  row: string
  rows: number
  /**
   * From Train to the trained model, as it was measured on two cores.
   */
  seconds: number
  thumbnail: Thumbnail
}
export interface UnfoldedBackbone {
  graph: Graph
  block: string
  /**
   * What the graph is to begin from then, so that the layers keep the numbers that the backbone had; None where it had none.
   */
  begin: (string | null)
}
/**
 * A project's graph as it was once: what a run trained, or what somebody kept under a name.
 */
export interface Version {
  type: ("run" | "saved")
  id: string
  /**
   * Of a saved one.
   */
  name: string
  /**
   * Of a run; 0 of a saved one.
   */
  number: number
  /**
   * Who trained or saved it.
   */
  by: string
  created_at: number
  /**
   * From it to the graph as it is now; None where that was not worked out, of an old one.
   */
  changes: (number | null)
}
export interface Versions {
  /**
   * Newest first.
   */
  versions: Version[]
  /**
   * Nodes of the live graph that are new or different since the newest run; none before the first.
   */
  changed: string[]
}
export type Node = InputNode | LayerNode | OutputNode | OpNode | BlockNode | BackboneNode | CustomNode
export type Edit = SetParam | SetField | SetTraining | SetGraph | AddNode | InsertOnEdge | RemoveNode | AddEdge | RemoveEdge
export type DataSource = BuiltinData | GeneratedData | CsvData | ImagesData
export type RunEvent = RunQueued | RunStarted | DataPrepared | LayerLearned | ModelBuilt | RunResumed | PhaseBegan | BatchesEnded | EpochEnded | CheckpointSaved | ResourcesSampled | LogWritten | ProblemRaised | RunRequeued | RunPaused | RunEnded
export const STATES = ["queued", "running", "paused", "succeeded", "failed", "stopped"] as const
export type State = (typeof STATES)[number]
export const ENDED: readonly State[] = ["succeeded", "failed", "stopped"]
export const SIZES: Readonly<Record<string, readonly { title: string; weight_bytes: number }[]>> = {"server": [{"title": "SavedModel", "weight_bytes": 4}, {"title": "Keras", "weight_bytes": 4}, {"title": "ONNX", "weight_bytes": 4}, {"title": "OpenVINO", "weight_bytes": 4}, {"title": "Docker", "weight_bytes": 4}], "browser": [{"title": "ONNX", "weight_bytes": 4}], "phone": [{"title": "LiteRT", "weight_bytes": 4}, {"title": "ONNX", "weight_bytes": 4}, {"title": "LiteRT float16", "weight_bytes": 2}, {"title": "LiteRT int8", "weight_bytes": 1}, {"title": "Core ML", "weight_bytes": 2}], "raspberry_pi": [{"title": "LiteRT", "weight_bytes": 4}, {"title": "ONNX", "weight_bytes": 4}, {"title": "LiteRT float16", "weight_bytes": 2}, {"title": "LiteRT int8", "weight_bytes": 1}]}
export const USUAL_MEMBER = {"aliases": [], "params": [], "inputs": [], "outputs": [], "signature": [], "operation": "", "operands": [], "summary": "", "doc": "", "stands_alone": true, "reason": "", "example": null, "start": {}, "group": "other", "section": "", "icon": "other", "teaching": "", "rank": [], "dtypes": ["float", "int"], "channels": [], "hidden": false}
export const USUAL_PARAM = {"nullable": false, "required": false, "default": null, "choices": [], "rank": null, "pairs": false, "call": false, "whole": false, "minimum": null, "maximum": null, "common": false, "doc": ""}
export const USUAL_PORT = {"many": false, "required": true, "when": null, "each": "", "doc": ""}
export const USUAL_EXAMPLE = {"params": {}, "inputs": {}}
