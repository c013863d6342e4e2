// A node's name: visible, without slashes, and nobody else's. What cannot be one stays in the field with the reason.

import type { Node, Problem } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { Input } from '../../ui/controls'
import { problemsAt } from './Problems'
import { Row } from './Row'
import { keys } from './TextField'
import { useDraft } from './useDraft'
import type { Parsed } from './values'
import { t } from '../../words/words'

interface NameFieldProps {
  id: string
  name: string
  problems: readonly Problem[]
}

export function NameField({ id, name, problems }: NameFieldProps) {
  const { edit } = useDocument()
  const nodes = useGraph((graph) => graph.nodes)
  const draft = useDraft(
    name,
    (text) => parseName(text, id, nodes),
    (value) => edit.rename(id, String(value)),
  )
  return (
    <Row label={t('inspector-name')} error={draft.error} problems={problemsAt(problems, 'name')}>
      {(ids) => (
        <Input
          {...ids}
          className="mono"
          maxLength={200}
          value={draft.text}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.take}
          onKeyDown={keys(draft)}
        />
      )}
    </Row>
  )
}

const LONGEST = 100

export function parseName(text: string, id: string, nodes: Readonly<Record<string, Node>>): Parsed {
  const name = text.trim().normalize('NFC')
  if (!name) return { error: t('inspector-name-empty') }
  if (name.length > LONGEST) return { error: t('inspector-name-long', { most: LONGEST, n: name.length }) }
  if (/[/\\]/.test(name)) return { error: t('inspector-name-slash') }
  if (/\p{Cc}/u.test(name) || /^[. ]*$/.test(name)) return { error: t('inspector-name-unseen') }
  const taken = Object.entries(nodes).some(([other, node]) => other !== id && node.name === name)
  return taken ? { error: t('inspector-name-taken', { name }) } : { value: name }
}
