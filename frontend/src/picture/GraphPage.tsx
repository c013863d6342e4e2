// A model that came inside a link: what it looks like, and the way to a project of one's own. Opened by the server as an import is.

import '../words/latePicture'
import { useMemo, useState } from 'react'
import { indexCatalog } from '../catalog/catalog'
import { wholeCatalog, wholeMembers } from '../catalog/slim'
import type { Problem } from '../contract'
import { useAnswer } from '../panels/useAnswer'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { Button } from '../ui/controls'
import { Logo } from '../ui/glyphs'
import { navigate } from '../ui/route'
import { t } from '../words/words'
import { unpacked } from './link'
import s from './picture.module.css'
import { Preview } from './Preview'

export function GraphPage({ packed }: { packed: string }) {
  const { api } = useServer()
  const [refused, setRefused] = useState<readonly Problem[]>([])
  const [busy, setBusy] = useState(false)
  const { value, problems } = useAnswer(packed, async () => {
    const [graph, slim, later] = await Promise.all([
      unpacked(packed).then(api.openGraph),
      api.catalog(),
      api.later(),
    ])
    const catalog = indexCatalog(wholeCatalog(slim))
    catalog.add(wholeMembers(later.members))
    return { graph, catalog }
  })
  const known = useMemo(() => ({ data: value?.graph.training.data ?? null }), [value])
  const open = async () => {
    setBusy(true)
    try {
      const made = await api.createProject({ graph: { ...value?.graph } })
      navigate({ project: made.id })
    } catch (error) {
      setRefused(problemsOf(error))
      setBusy(false)
    }
  }
  return (
    <main className={s.page}>
      <Logo size={34} />
      <section className={s.card}>
        <h1>{value?.graph.name ?? t('picture-shared')}</h1>
        {value && <p>{t('picture-shared-hint', { n: Object.keys(value.graph.nodes).length })}</p>}
        {!value && !problems.length && <p role="status">{t('picture-opening')}</p>}
        {[...refused, ...problems].map((problem) => (
          <p key={problem.code} className={s.problem} role="alert">
            <b>{problem.title}</b> {problem.message}
          </p>
        ))}
        {value && <Preview graph={value.graph} catalog={value.catalog} known={known} />}
        <div className={s.buttons}>
          {value && (
            <Button kind="primary" disabled={busy} onClick={() => void open()}>
              {t('picture-open-shared')}
            </Button>
          )}
          <Button onClick={() => navigate({})}>{t('picture-all-projects')}</Button>
        </div>
      </section>
    </main>
  )
}
