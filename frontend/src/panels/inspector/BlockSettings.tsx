// A block's settings: its name, how often it comes and what differs from time to time, whether it is a model of its own, whose layers it uses.

import { layerOf } from '../../catalog/ports'
import type { BlockNode } from '../../contract'
import type { BlockEdits } from '../../document/blockEdits'
import { useDocument, useGraph } from '../../document/hooks'
import { enter } from '../../document/level'
import { select } from '../../document/selection'
import { useSession } from '../../frame/session'
import { problemsOf } from '../../server/refusal'
import { useServer } from '../../server/ServerContext'
import { Button, Card, Input, Segmented } from '../../ui/controls'
import { Changing } from '../../ui/readOnly'
import { say } from '../../ui/toast'
import '../../words/lateBlock'
import { t } from '../../words/words'
import { keepBlock } from '../palette/library'
import s from './inspector.module.css'
import { NameField } from './NameField'
import { ProblemCards, problemsAt, useProblems } from './Problems'
import { Row } from './Row'
import { SharersNote } from './SharedNote'
import { keys } from './TextField'
import { useDraft } from './useDraft'
import type { Parsed } from './values'
import { Varying } from './Varying'

const PLACES = new Set(['name', 'kind', 'repeat', 'varying', 'bypassed'])
const MOST = 100

export function BlockSettings({ id, node }: { id: string; node: BlockNode }) {
  const { edit, blocks, graph } = useDocument()
  const problems = useProblems(id)
  const owner = useGraph((graph) => layerOf(graph.nodes, node))
  const content = owner === node ? id : String(node.shares)
  const change = (run: (edits: BlockEdits) => void) => void blocks().then(run)
  const unpack = () =>
    change((edits) => {
      const said = edits.unpack(id)
      if ('reason' in said) say(said.reason, { tone: 'bad' })
    })
  const document = useDocument()
  const { api } = useServer()
  const guest = useSession()?.user.role === 'guest'
  const keep = () =>
    void keepBlock(api, document, id).then(
      (name) => say(t('block-saved', { name })),
      (error: unknown) => say(problemsOf(error)[0]?.message ?? '', { tone: 'bad' }),
    )
  return (
    <>
      <ProblemCards problems={problems} places={PLACES} />
      <div className={s.fields}>
        <NameField id={id} name={node.name} problems={problems} />
        {owner !== node && <Uses id={id} owner={content} name={owner.name} />}
        <Repeat
          value={owner.repeat}
          problems={problemsAt(problems, 'repeat')}
          onChange={(repeat) => change((edits) => edits.setRepeat(content, repeat))}
        />
        {owner.repeat > 1 && <Varying id={content} node={owner} problems={problemsAt(problems, 'varying', true)} />}
        <Row label={t('block-kind')} doc={t('block-kind-doc')} problems={problemsAt(problems, 'kind')}>
          {({ id: field, 'aria-describedby': describedBy }) => (
            <div id={field} role="group" aria-describedby={describedBy}>
              <Segmented
                label={t('block-kind')}
                choices={[
                  { value: 'inline', label: t('block-kind-inline') },
                  { value: 'model', label: t('block-kind-model') },
                ]}
                value={owner.kind}
                onChange={(kind) => edit.setField(content, 'kind', kind)}
              />
            </div>
          )}
        </Row>
        <Row label={t('block-bypassed')} doc={t('block-bypassed-doc')} problems={problemsAt(problems, 'bypassed')}>
          {({ id: field, 'aria-describedby': describedBy }) => (
            <div id={field} role="group" aria-describedby={describedBy}>
              <Segmented
                label={t('block-bypassed')}
                choices={[
                  { value: 'false', label: t('inspector-no') },
                  { value: 'true', label: t('inspector-yes') },
                ]}
                value={String(node.bypassed)}
                onChange={(bypassed) => edit.setField(id, 'bypassed', bypassed === 'true')}
              />
            </div>
          )}
        </Row>
        {owner === node && <SharersNote id={id} />}
      </div>
      <div className={s.actions}>
        <Button
          small
          onClick={() => {
            select([])
            enter(graph.getState().nodes, id)
          }}
        >
          {t('block-open')}
        </Button>
        {!guest && (
          <Button small onClick={keep}>
            {t('block-save')}
          </Button>
        )}
        <Changing>
          <Button small onClick={unpack}>
            {t('block-unpack')}
          </Button>
        </Changing>
      </div>
    </>
  )
}

function Uses({ id, owner, name }: { id: string; owner: string; name: string }) {
  const { blocks } = useDocument()
  return (
    <Card className={s.shared ?? ''}>
      <p>
        {t('block-uses', { name })}{' '}
        <Button kind="link" onClick={() => select([owner])}>
          {t('block-go-there')}
        </Button>
      </p>
      <Changing>
        <Button small onClick={() => void blocks().then((edits) => edits.ownInside(id))}>
          {t('inspector-independent')}
        </Button>
      </Changing>
    </Card>
  )
}

interface RepeatProps {
  value: number
  problems: ReturnType<typeof problemsAt>
  onChange: (repeat: number) => void
}

function Repeat({ value, problems, onChange }: RepeatProps) {
  const draft = useDraft(String(value), timesIn, (times) => onChange(times as number))
  return (
    <Row label={t('block-repeat')} doc={t('block-repeat-doc')} error={draft.error} problems={problems}>
      {(ids) => (
        <Input
          {...ids}
          className="mono"
          inputMode="numeric"
          value={draft.text}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.take}
          onKeyDown={(event) => {
            const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
            if (by === undefined) return keys(draft)(event)
            const now = timesIn(draft.text)
            draft.step(String(Math.max(1, Math.min(MOST, ('value' in now ? Number(now.value) : value) + by))))
            event.preventDefault()
          }}
        />
      )}
    </Row>
  )
}

function timesIn(text: string): Parsed {
  const times = Number(text.trim().replace(/^[×x]\s*/, ''))
  const fits = Number.isInteger(times) && times >= 1 && times <= MOST
  return fits ? { value: times } : { error: t('block-repeat-wrong', { most: MOST, typed: text.trim() }) }
}
