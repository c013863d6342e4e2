// A template, an empty canvas, or files → a project that is opened; or what hinders it, in words.

import { useState } from 'react'
import type { Problem } from '../contract'
import { bringIn, isModel } from '../imports/importing'
import type { Beginning } from '../server/api'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { navigate } from '../ui/route'
import { locale, t } from '../words/words'
import { beginWith } from './beginning'

export function useOpening() {
  const { api } = useServer()
  const [chosen, setChosen] = useState<string | null>(null)
  const [busy, setBusy] = useState<{ words: string; part: number | null } | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  const create = async (beginning: Beginning) => {
    if (chosen !== null) return
    setChosen(beginning.template ?? '')
    setProblems([])
    try {
      navigate({ project: (await api.createProject(inWords(beginning))).id })
    } catch (error) {
      setProblems(problemsOf(error))
      setChosen(null)
    }
  }

  /** One after the other; the last that could be opened is shown, unless another could not. */
  const open = async (files: readonly File[]) => {
    const refused: Problem[] = []
    let made: string | null = null
    setProblems([])
    for (const file of files) {
      if (await isModel(file)) {
        bringIn(file)
        continue
      }
      setBusy({ words: t('start-opening', { name: file.name }), part: null })
      try {
        made = (await beginWith(file, api, (words, part) => setBusy({ words, part }))).id
      } catch (error) {
        refused.push(...problemsOf(error))
      }
    }
    setBusy(null)
    setProblems(refused)
    if (made !== null && refused.length === 0) navigate({ project: made })
  }
  return { chosen, busy, problems, create, open, forget: () => setProblems([]) }
}

/** With a name and notes in the language that is spoken. In English both stand in the template. */
function inWords({ template }: Beginning): Beginning {
  if (template === undefined) return { name: t('start-untitled') }
  const language = locale()
  return language === 'en' ? { template } : { template, language, name: t(`start-template-${template}`) }
}
