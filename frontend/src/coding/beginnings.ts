// What new code begins as.

import tensors from './begins-function.py?raw'
import layer from './begins-layer.py?raw'

export const BEGINNINGS = { layer, function: tensors } as const
