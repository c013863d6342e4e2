// What every field is given, and what its row says of the parameter.

import type { ReactNode } from 'react'
import type { Param, Problem } from '../../contract'
import { problemsAt } from './Problems'
import { formatValue } from './values'
import { t } from '../../words/words'

export interface FieldProps {
  param: Param
  /** What counts: what was given, else Keras' default. */
  value: unknown
  isSet: boolean
  /** `undefined` takes the parameter away. */
  onChange: (value: unknown) => void
  problems: readonly Problem[]
  path: string
}

/** The parameters of what stands inside a parameter. */
export interface ParamsProps {
  params: readonly Param[]
  values: Readonly<Record<string, unknown>>
  /** `undefined` takes the parameter away. */
  onChange: (name: string, value: unknown) => void
  problems: readonly Problem[]
  /** Where these stand in the node: `kernel_regularizer.`. */
  path?: string
  /** Folds all that are not set. */
  folded?: boolean
  /** The node that they are of: it may stand in a block where they vary. */
  of?: string
  /** Between those shown at once and the rest. */
  children?: ReactNode
}

/** A parameter may hold parameters: fields draw those with this, handed down so that no module needs itself. */
export type Nested = (props: ParamsProps & { key: string }) => ReactNode

/** What every field's row says of its parameter. */
export function rowOf({ param, isSet, onChange, problems, path }: FieldProps) {
  return {
    label: param.name,
    mono: true,
    about: param,
    problems: problemsAt(problems, path),
    onReset: isSet && !param.required ? () => onChange(undefined) : undefined,
    resetTo: defaultText(param),
  }
}

export function defaultText(param: Param): string {
  const value: unknown = param.default
  if (value === null || value === undefined) return t('inspector-none')
  if (typeof value === 'boolean') return t(value ? 'inspector-yes' : 'inspector-no')
  return formatValue(param, value)
}
