// The model's picture before it is saved: as SVG, as PNG, on the clipboard; and, for a small model, as a link. The graph goes along in each.

import '../words/latePicture'
import { useEffect, useState } from 'react'
import { useCatalog } from '../catalog/context'
import type { Problem } from '../contract'
import { useDocument } from '../document/hooks'
import { copyText, nameOf, saveBlob } from '../panels/save'
import { problemsOf } from '../server/refusal'
import { Button, Segmented } from '../ui/controls'
import { Dialog } from '../ui/Dialog'
import { bytes } from '../ui/format'
import { useTheme, type Theme } from '../ui/theme'
import { say } from '../ui/toast'
import { t } from '../words/words'
import s from './picture.module.css'
import { Preview } from './Preview'
import { copyPicture, linkTo, pngFile, seenBy, svgFile, type Looks } from './taking'

export function PictureDialog({ onClose }: { onClose: () => void }) {
  const document = useDocument()
  const catalog = useCatalog()
  const shown = useTheme((state) => state.theme)
  const [looks, setLooks] = useState<Looks>({ theme: shown, ground: true })
  const [busy, setBusy] = useState(false)
  const title = () => document.graph.getState().meta.name
  const [graph] = useState(() => seenBy(document))
  const [known] = useState(() => ({ shapes: document.inference.getState().nodes, data: graph.training.data }))

  const work = async (make: () => Promise<boolean>, failed: string) => {
    setBusy(true)
    try {
      if (!(await make())) say(t(failed), { tone: 'bad' })
    } catch (error) {
      say(problemsOf(error)[0]?.message ?? '', { tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  const saveSvg = async () => {
    saveBlob(await svgFile(document, catalog, looks), nameOf(title(), 'svg'))
    return true
  }
  const savePng = async () => {
    const file = await pngFile(document, catalog, looks)
    if (file) saveBlob(file, nameOf(title(), 'png'))
    return file !== null
  }
  const copy = async () => {
    const done = await copyPicture(document, catalog, looks)
    if (done) say(t('picture-copied'))
    return done
  }
  return (
    <Dialog title={t('picture-title')} onClose={onClose} className={s.dialog}>
      <div className={s.body}>
      <Preview graph={graph} catalog={catalog} known={known} theme={looks.theme} ground={looks.ground} />
      <div className={s.looks}>
        <Segmented
          label={t('picture-colours')}
          choices={[
            { value: 'light', label: t('picture-light') },
            { value: 'dark', label: t('picture-dark') },
          ]}
          value={looks.theme}
          onChange={(theme) => setLooks({ ...looks, theme: theme as Theme })}
        />
        <label className={s.check}>
          <input
            type="checkbox"
            checked={!looks.ground}
            onChange={(event) => setLooks({ ...looks, ground: !event.target.checked })}
          />
          {t('picture-transparent')}
        </label>
      </div>
      <div className={s.buttons}>
        <Button kind="primary" disabled={busy} data-first onClick={() => void work(saveSvg, 'picture-none')}>
          {t('picture-save-svg')}
        </Button>
        <Button disabled={busy} onClick={() => void work(savePng, 'picture-none')}>
          {t('picture-save-png')}
        </Button>
        <Button disabled={busy} onClick={() => void work(copy, 'picture-no-clipboard')}>
          {t('picture-copy')}
        </Button>
      </div>
      <p className={s.hint}>{t('picture-inside')}</p>
      <Link />
      </div>
    </Dialog>
  )
}

function Link() {
  const document = useDocument()
  const [link, setLink] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    linkTo(document).then(setLink, (error: unknown) => setProblem(problemsOf(error)[0] ?? null))
  }, [document])
  return (
    <section className={s.link} aria-label={t('picture-link')}>
      <h3>{t('picture-link')}</h3>
      {problem && <p>{problem.message}</p>}
      {link && (
        <>
          <p>{t('picture-link-hint', { size: bytes(link.length) })}</p>
          <Button onClick={() => void copyLink(link)}>{t('picture-copy-link')}</Button>
        </>
      )}
    </section>
  )
}

async function copyLink(link: string): Promise<void> {
  if (await copyText(link)) say(t('picture-link-copied'))
  else say(t('picture-no-clipboard'), { tone: 'bad' })
}
