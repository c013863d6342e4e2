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
export interface InputNode {
  type: "input"
  name: string
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
   * Auto: pictures to 0…1, numbers standardised.
   */
  scaling: ("auto" | "standardise" | "unit" | "none")
}
export interface LayerNode {
  type: "layer"
  name: string
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
}
export interface OutputNode {
  type: "output"
  name: string
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
  type: "op"
  name: string
  op: string
  params: {
    [k: string]: unknown
  }
}
export interface BlockNode {
  type: "block"
  name: string
  graph: {
    [k: string]: unknown
  }
  repeat: number
  varying: {
    [k: string]: unknown[]
  }
}
export interface BackboneNode {
  type: "backbone"
  name: string
  application: string
  params: {
    [k: string]: unknown
  }
  freeze: (string | null)
}
export interface CustomNode {
  type: "custom"
  name: string
  source: string
  params: {
    [k: string]: unknown
  }
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
export interface BuiltinData {
  type: "builtin"
  name: string
}
export interface Catalog {
  keras_version: string
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
  group: string
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
   * Known and checked, but not offered in the palette (abstract bases, `Layer`, `InputLayer`).
   */
  hidden: boolean
}
export interface Param {
  /**
   * Keras' own argument name.
   */
  name: string
  type: ("int" | "float" | "bool" | "str" | "choice" | "int_tuple" | "shape" | "axis" | "int_list" | "float_list" | "str_list" | "dtype" | "activation" | "initializer" | "regularizer" | "constraint" | "schedule" | "layer" | "layers" | "function" | "any")
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
   */
  name: string
  /**
   * An input that takes several wires, ordered (the inputs of Add or Concatenate).
   */
  many: boolean
  required: boolean
  when: (When | null)
  doc: string
}
/**
 * A port exists only while a parameter has this value (`state_h` when `return_state` is true).
 */
export interface When {
  param: string
  equals: unknown
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
 * One column of a table, as inferred from the whole file.
 */
export interface Column {
  name: string
  kind: ("number" | "category" | "text" | "constant" | "identifier")
  /**
   * Rows in which the cell is empty.
   */
  missing: number
  /**
   * Distinct values, sorted; of a `category`, and the one value of a `constant` that is no number.
   */
  categories: string[]
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
   * Its numbers are written 3,14.
   */
  decimal_comma: boolean
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
  form: ("table" | "image")
  rows: number
  /**
   * Of a table: every column, the default target included.
   */
  columns: Column[]
  /**
   * Of an image set: (height, width, channels); its one feature is called `image`.
   */
  image_shape: (number[] | null)
  image_range: ([unknown, unknown] | null)
  /**
   * The default target column.
   */
  target: (string | null)
  /**
   * Of an image set: its target column(s). A table's targets are found among `columns`.
   */
  targets: Column[]
  /**
   * Report in sentences: what was missing, dropped, renamed.
   */
  problems: string[]
  doc: string
  dropped_rows: number
  /**
   * Of an uploaded file.
   */
  csv: (CsvForm | null)
}
export interface DatasetEntry {
  source: (BuiltinData | GeneratedData | CsvData)
  spec: DataSpec
}
export interface GeneratedData {
  type: "generated"
  name: string
  rows: number
  noise: number
  seed: number
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
export interface EarlyStopping {
  monitor: string
  patience: number
  min_delta: number
  restore_best: boolean
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
  event: (RunQueued | RunStarted | DataPrepared | ModelBuilt | BatchesEnded | EpochEnded | CheckpointSaved | ResourcesSampled | LogWritten | ProblemRaised | RunRequeued | RunEnded)
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
  epochs: number
  batch_size: number
  seed: number
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
  fixes: Fix[]
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
export interface RunRequeued {
  type: "run_requeued"
  at: number
  reason: string
}
export interface RunEnded {
  type: "run_ended"
  at: number
  state: ("queued" | "running" | "succeeded" | "failed" | "stopped")
  /**
   * In a student's words: "stopped by you", "ran out of memory: try a smaller batch".
   */
  reason: string
  /**
   * What can be downloaded: model.keras, script.py, receipt.json, curves.csv.
   */
  files: string[]
  seconds: number
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
 * One Input node's tensor: float32 of shape (rows, width) from columns in order, or the pictures scaled.
 */
export interface FittedInput {
  node: string
  name: string
  columns: FittedColumn[]
  image_offset: number
  /**
   * Pictures: (x - offset) / scale.
   */
  image_scale: number
}
/**
 * How one source column becomes numbers; constants were fitted on the training part alone.
 */
export interface FittedColumn {
  name: string
  kind: ("number" | "category")
  /**
   * Number put in place of a missing cell: the training part's median.
   */
  fill: (number | null)
  mean: number
  /**
   * (x - mean) / scale.
   */
  scale: number
  /**
   * One-hot positions; an unknown or missing category is all zeros.
   */
  categories: string[]
}
/**
 * One Output node's target. Classes: int32 indices (rows,), or float32 one-hot when `one_hot`. Numbers: float32 (rows, 1).
 */
export interface FittedTarget {
  node: string
  name: string
  column: string
  kind: ("class" | "number")
  classes: string[]
  one_hot: boolean
  mean: number
  /**
   * Number targets are standardised on the training part when scaling asks for it; 0 and 1 mean untouched.
   */
  scale: number
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
   * Where things stand on the canvas; no part of the content hash.
   */
  layout: {
    [k: string]: Position
  }
}
export interface Training {
  data: ((BuiltinData | GeneratedData | CsvData) | null)
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
}
export interface Split {
  /**
   * Share of the rows held out.
   */
  validation: number
  seed: number
  stratify: boolean
}
export interface ReduceOnPlateau {
  monitor: string
  patience: number
  factor: number
  min_learning_rate: number
}
export interface Note {
  text: string
  x: number
  y: number
}
export interface Position {
  x: number
  y: number
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
export interface TensorSpec {
  /**
   * Batch axis first, as None.
   */
  shape: (number | null)[]
  dtype: string
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
export interface Preview {
  columns: string[]
  rows: (string | number | null)[][]
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
  state: ("queued" | "running" | "succeeded" | "failed" | "stopped")
  created_at: number
  started_at: (number | null)
  ended_at: (number | null)
  reason: string
  graph_hash: string
  stop_requested: boolean
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
}
/**
 * A miniature of a graph: places in canvas units, the catalog group of each node, wires by index.
 */
export interface Thumbnail {
  /**
   * Each {"x": float, "y": float, "group": str}.
   */
  nodes: {
    [k: string]: unknown
  }[]
  edges: [unknown, unknown][]
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
}
export interface User {
  id: string
  name: string
  role: string
}
export interface SourceText {
  source: string
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
   * In words: "1,797 pictures · 10 s".
   */
  data: string
  thumbnail: Thumbnail
}
export type Node = InputNode | LayerNode | OutputNode | OpNode | BlockNode | BackboneNode | CustomNode
export type Edit = SetParam | SetField | SetTraining | SetGraph | AddNode | InsertOnEdge | RemoveNode | AddEdge | RemoveEdge
export type DataSource = BuiltinData | GeneratedData | CsvData
export type RunEvent = RunQueued | RunStarted | DataPrepared | ModelBuilt | BatchesEnded | EpochEnded | CheckpointSaved | ResourcesSampled | LogWritten | ProblemRaised | RunRequeued | RunEnded
export const STATES = ["queued", "running", "succeeded", "failed", "stopped"] as const
export type State = (typeof STATES)[number]
export const ENDED: readonly State[] = ["succeeded", "failed", "stopped"]
