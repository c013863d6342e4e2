// Around the open project: the commands that make pictures and links of it, and files that are dropped on it. What they open is fetched
// when it is first needed.

import { useState } from 'react'
import { useActions } from '../actions/actions'
import { useSync } from '../document/hooks'
import { bringIn, isModel } from '../imports/importing'
import { later } from '../ui/later'
import { useFileDrop } from '../ui/useFileDrop'
import { t } from '../words/words'
import s from './dropping.module.css'

const PictureDialog = later(() => import('./PictureDialog').then((part) => part.PictureDialog))
const Asked = later(() => import('./Asked').then((part) => part.Asked))

export function Pictures() {
  const may = useSync((sync) => sync.may.draw)
  const [open, setOpen] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const take = async (first: File) => ((await isModel(first)) ? bringIn(first) : setFile(first))
  const over = useFileDrop(([first]) => first && void take(first))
  useActions(
    () => [{ id: 'project.picture', title: 'picture-action', when: () => may, run: () => setOpen(true) }],
    [may],
  )
  return (
    <>
      {over && <div className={s.dropping}>{t('picture-drop')}</div>}
      {file && <Asked key={file.lastModified + file.name} file={file} onClose={() => setFile(null)} />}
      {open && <PictureDialog onClose={() => setOpen(false)} />}
    </>
  )
}
