// Which picture tells of a layer: by its name, else by its group.

export type Family =
  | 'dense' | 'window' | 'strip' | 'depthwise' | 'separable' | 'transpose' | 'pool' | 'poolStrip' | 'wholePool' | 'recurrent'
  | 'bothWays' | 'attention' | 'table' | 'norm' | 'dropout' | 'channels' | 'noise' | 'curve' | 'shares' | 'lay' | 'turn' | 'repeat'
  | 'add' | 'multiply' | 'beside' | 'larger' | 'frame' | 'image' | 'scale' | 'each' | 'other'

const BY_NAME: readonly [RegExp, Family][] = [
  [/Dense$/, 'dense'],
  [/Conv\dDTranspose$/, 'transpose'],
  [/^SeparableConv/, 'separable'],
  [/^DepthwiseConv/, 'depthwise'],
  [/^ConvLSTM/, 'recurrent'],
  [/^Conv1D$/, 'strip'],
  [/^Conv[23]D$/, 'window'],
  [/^Global|^Adaptive/, 'wholePool'],
  [/Pooling1D$/, 'poolStrip'],
  [/Pooling/, 'pool'],
  [/^Bidirectional$/, 'bothWays'],
  [/^TimeDistributed$/, 'each'],
  [/Attention$/, 'attention'],
  [/Embedding$/, 'table'],
  [/^Spatial/, 'channels'],
  [/Noise$/, 'noise'],
  [/Dropout$/, 'dropout'],
  [/^Softmax$/, 'shares'],
  [/^(Rescaling|Normalization)$/, 'scale'],
  [/^Permute$/, 'turn'],
  [/^RepeatVector$/, 'repeat'],
  [/^UpSampling/, 'larger'],
  [/^ZeroPadding/, 'frame'],
  [/^(Flatten|Reshape)$/, 'lay'],
  [/^Multiply$/, 'multiply'],
  [/^Concatenate$/, 'beside'],
  [/^(Add|Average|Maximum|Minimum|Subtract)$/, 'add'],
  [/^Random|^Center|^Resizing|MixUp$|CutMix$|^Auto|^Aug/, 'image'],
]
const BY_GROUP: Record<string, Family> = {
  norm: 'norm',
  activation: 'curve',
  rnn: 'recurrent',
  attn: 'attention',
  merge: 'add',
  reg: 'dropout',
  embed: 'table',
}

export function familyOf(name: string, group: string): Family {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? BY_GROUP[group] ?? 'other'
}
