// What differs from one time to the next that a block comes: a parameter of a layer inside, with one value for each time.

import { useState } from 'react'
import { allInside } from '../../catalog/blocks'
import { useCatalog } from '../../catalog/context'
import { valueOf } from '../../catalog/catalog'
import { memberOf } from '../../catalog/member'
import { layerOf } from '../../catalog/ports'
import type { BlockNode, Param, Problem } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { IconButton, Input, Select } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import { Changing } from '../../ui/readOnly'
import { t } from '../../words/words'
import s from './inspector.module.css'
import { Row } from './Row'
import { keys } from './TextField'
import { useDraft } from './useDraft'
import { valuesIn, valuesText } from './each'

interface VaryingProps {
  id: string
  node: BlockNode
  problems: readonly Problem[]
}

export function Varying({ id, node, problems }: VaryingProps) {
  const { blocks } = useDocument()
  const catalog = useCatalog()
  const nodes = useGraph((graph) => graph.nodes)
  const rows = Object.entries(node.varying).flatMap(([inner, params]) =>
    Object.entries(params).map(([param, values]) => ({ inner, param, values })),
  )
  const paramOf = (inner: string, name: string): Param | undefined => {
    const owner = nodes[inner] && layerOf(nodes, nodes[inner])
    return memberOf(catalog, owner)?.params.find((each) => each.name === name)
  }
  const choices = allInside(nodes, id).flatMap((inner) => {
    const owner = nodes[inner] && layerOf(nodes, nodes[inner])
    const name = nodes[inner]?.name ?? ''
    return (memberOf(catalog, owner)?.params ?? [])
      .filter((param) => (param.required || param.common) && !(param.name in (node.varying[inner] ?? {})))
      .map((param) => ({ value: `${inner} ${param.name}`, label: `${name} · ${param.name}` }))
  })
  const vary = (choice: string) => {
    const [inner = '', name = ''] = choice.split(' ')
    const owner = nodes[inner] && layerOf(nodes, nodes[inner])
    const member = memberOf(catalog, owner)
    const params = owner && 'params' in owner ? owner.params : {}
    const value = member ? valueOf(member, params, name) : undefined
    const values = Array.from({ length: node.repeat }, () => value ?? null)
    void blocks().then((edits) => edits.setVarying(id, inner, name, values))
  }
  return (
    <>
      {rows.map(({ inner, param, values }) => (
        <Values
          key={`${inner} ${param}`}
          label={`${nodes[inner]?.name ?? inner} · ${param}`}
          about={paramOf(inner, param)}
          values={values}
          repeat={node.repeat}
          problems={rows.length === 1 ? problems : problems.filter(({ message }) => message.includes(param))}
          onChange={(next) => void blocks().then((edits) => edits.setVarying(id, inner, param, next))}
        />
      ))}
      <Changing>
        <Vary choices={choices} onChoose={vary} />
      </Changing>
    </>
  )
}

function Vary({ choices, onChoose }: { choices: { value: string; label: string }[]; onChoose: (choice: string) => void }) {
  const [times, again] = useState(0)
  if (!choices.length) return null
  return (
    <Row label={t('block-vary')} doc={t('block-vary-doc')}>
      {(ids) => (
        <Select
          key={times}
          {...ids}
          choices={[{ value: '', label: t('block-vary-choose') }, ...choices]}
          value=""
          onChange={(choice) => {
            if (choice) onChoose(choice)
            again(times + 1)
          }}
        />
      )}
    </Row>
  )
}

interface ValuesProps {
  label: string
  about: Param | undefined
  values: readonly unknown[]
  repeat: number
  problems: readonly Problem[]
  onChange: (values: readonly unknown[] | null) => void
}

function Values({ label, about, values, repeat, problems, onChange }: ValuesProps) {
  const draft = useDraft(
    valuesText(about, values),
    (text) => valuesIn(about, text, repeat),
    (next) => onChange(next as unknown[]),
  )
  return (
    <Row label={label} mono error={draft.error} problems={problems} {...(about && { doc: t('block-values-doc', { n: repeat }) })}>
      {(ids) => (
        <span className={s.each}>
          <Input
            {...ids}
            className="mono"
            value={draft.text}
            onChange={(event) => draft.type(event.target.value)}
            onBlur={draft.take}
            onKeyDown={keys(draft)}
          />
          <IconButton small label={t('block-same', { label })} onClick={() => onChange(null)}>
            <Icon name="close" size={12} />
          </IconButton>
        </span>
      )}
    </Row>
  )
}
