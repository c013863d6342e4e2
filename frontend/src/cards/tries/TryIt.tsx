// The live example of a layer, where it has one.

import type { ComponentType } from 'react'
import { curveOf } from './curves'
import { Curve, Neuron, Scaled, Shares } from './Bends'
import { Dropping, DroppingChannels, Mirrored, Noise, Rotated } from './Chances'
import { Attending, LookUp } from './Looks'
import { Enlarging, Joining, Moving, Normalising, Painting, Repeating } from './Places'
import { Steps } from './Steps'
import { Convolution, Convolution1D, Pooling, SequencePooling, type TryProps, WholePooling } from './Windows'

const TRIES: readonly [RegExp, ComponentType<TryProps>][] = [
  [/^Dense$/, Neuron],
  [/^(Conv2D|DepthwiseConv2D|SeparableConv2D)$/, Convolution],
  [/^Conv1D$/, Convolution1D],
  [/^Conv2DTranspose$/, Painting],
  [/^(Max|Average)Pooling2D$/, Pooling],
  [/^Global(Max|Average)Pooling2D$/, WholePooling],
  [/Pooling1D$/, SequencePooling],
  [/^(Alpha)?Dropout$/, Dropping],
  [/^SpatialDropout2D$/, DroppingChannels],
  [/^GaussianNoise$/, Noise],
  [/^RandomFlip$/, Mirrored],
  [/^RandomRotation$/, Rotated],
  [/^Softmax$/, Shares],
  [/^Rescaling$/, Scaled],
  [/^Embedding$/, LookUp],
  [/^(MultiHead)?Attention$/, Attending],
  [/^(SimpleRNN|GRU|LSTM|Bidirectional)$/, Steps],
  [/^(Batch|Layer|Group|)Normalization$/, Normalising],
  [/^(Add|Multiply|Concatenate)$/, Joining],
  [/^(Flatten|Reshape|Permute)$/, Moving],
  [/^RepeatVector$/, Repeating],
  [/^(UpSampling2D|ZeroPadding2D)$/, Enlarging],
]

export function tryOf({ layer, facts }: TryProps): ComponentType<TryProps> | null {
  if (curveOf(layer, facts)) return Curve
  const function_ = facts.get('activation')
  if (layer === 'Activation') return function_ === 'softmax' ? Shares : null
  return TRIES.find(([pattern]) => pattern.test(layer))?.[1] ?? null
}
