// One parameter → the field for its type. Values equal to Keras' default are taken away, not written.

import { useCatalog } from '../../catalog/context'
import { ChoiceField, YesNoField } from './ChoiceField'
import { written } from './defaults'
import { type FieldProps, type Nested, rowOf } from './field'
import { LayerField, LayersField } from './LayerField'
import { activations, dtypes } from './options'
import { Row } from './Row'
import { SpecField } from './SpecField'
import { NumberField, TextField } from './TextField'
import { t } from '../../words/words'

export function ParamField({ nested, ...props }: FieldProps & { nested: Nested }) {
  const catalog = useCatalog()
  const { param, onChange } = props
  const field = { ...props, onChange: (value: unknown) => onChange(written(catalog, param, value)) }
  switch (param.type) {
    case 'bool':
      return <YesNoField {...field} />
    case 'choice':
      return <ChoiceField {...field} choices={param.choices} />
    case 'activation':
      return <ChoiceField {...field} choices={activations(catalog)} none="linear" />
    case 'dtype':
      return <ChoiceField {...field} choices={dtypes(param)} none={t('inspector-as-model')} />
    case 'initializer':
    case 'regularizer':
    case 'constraint':
    case 'schedule':
      return <SpecField {...field} kind={param.type} nested={nested} />
    case 'layer':
      return <LayerField {...field} nested={nested} />
    case 'layers':
      return <LayersField {...field} nested={nested} />
    case 'function':
      return <CodeField {...field} />
    case 'int':
    case 'float':
      return param.pairs ? <TextField {...field} /> : <NumberField {...field} />
    default:
      return <TextField {...field} />
  }
}

function CodeField(props: FieldProps) {
  return (
    <Row {...rowOf(props)}>
      {(ids) => (
        <output {...ids} className="muted">
          {t('inspector-custom-code')}
        </output>
      )}
    </Row>
  )
}
