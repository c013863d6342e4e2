// A backbone's settings: Keras' own parameters, its preprocessing, and how much of it is held still.

import '../../words/lateBackbones'
import { unfoldBackbone } from '../../backbones/unfolding'
import { WeightsFile } from '../../backbones/WeightsFile'
import { useCatalog } from '../../catalog/context'
import { memberOf } from '../../catalog/member'
import type { BackboneNode } from '../../contract'
import { useDocument } from '../../document/hooks'
import { Button, Input, Select } from '../../ui/controls'
import { Changing } from '../../ui/readOnly'
import s from './inspector.module.css'
import { NameField } from './NameField'
import { Params } from './Params'
import { ProblemCards, problemsAt, useProblems } from './Problems'
import { Row } from './Row'
import { useDraft } from './useDraft'
import { useFlow } from './useFlow'
import { t } from '../../words/words'

const HELD = ['none', 'all', 'some'] as const

export function BackboneSettings({ id, node }: { id: string; node: BackboneNode }) {
  const { edit } = useDocument()
  const problems = useProblems(id)
  const params = (memberOf(useCatalog(), node)?.params ?? []).filter((param) => param.name !== 'input_shape')
  const { input } = useFlow(id)
  const places = new Set(['name', 'freeze', 'preprocess', ...params.map((param) => param.name)])
  const held = node.freeze === null ? 'none' : node.freeze === 'all' ? 'all' : 'some'
  return (
    <>
      <ProblemCards problems={problems} places={places} />
      <div className={s.fields}>
        <NameField id={id} name={node.name} problems={problems} />
        <Row label={t('inspector-held')} doc={t('inspector-held-doc')} problems={problemsAt(problems, 'freeze')}>
          {(ids) => (
            <Select
              {...ids}
              choices={HELD.map((value) => ({ value, label: t(`inspector-held-${value}`) }))}
              value={held}
              onChange={(value) => edit.setField(id, 'freeze', value === 'none' ? null : value === 'all' ? 'all' : '')}
            />
          )}
        </Row>
        {held === 'some' && <LastHeld name={node.freeze ?? ''} onChange={(name) => edit.setField(id, 'freeze', name)} />}
        <Row label="preprocess_input" mono doc={t('inspector-preprocess-doc')} problems={problemsAt(problems, 'preprocess')}>
          {(ids) => (
            <Select
              {...ids}
              choices={[
                { value: 'yes', label: t('word-yes') },
                { value: 'no', label: t('word-no') },
              ]}
              value={node.preprocess ? 'yes' : 'no'}
              onChange={(value) => edit.setField(id, 'preprocess', value === 'yes')}
            />
          )}
        </Row>
        <Params
          key={node.application}
          params={params}
          values={node.params}
          onChange={(name, value) => edit.setParam(id, name, value)}
          problems={problems}
        />
      </div>
      {(node.params['weights'] === undefined || node.params['weights'] === 'imagenet') && (
        <WeightsFile node={node} shape={input?.shape ?? null} />
      )}
      <Changing>
        <div className={s.actions}>
          <Button small onClick={() => unfoldBackbone(id)} title={t('backbones-unfold-doc')}>
            {t('backbones-unfold')}
          </Button>
        </div>
      </Changing>
    </>
  )
}

function LastHeld({ name, onChange }: { name: string; onChange: (name: unknown) => void }) {
  const draft = useDraft(name, (text) => (text.trim() ? { value: text.trim() } : { error: '' }), onChange)
  return (
    <Row label={t('inspector-held-last')} error={draft.error}>
      {(ids) => (
        <Input
          {...ids}
          className="mono"
          value={draft.text}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.take}
        />
      )}
    </Row>
  )
}
