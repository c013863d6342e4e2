// A CSV file or a zip → an uploaded data set, with its progress on the way and the server's problems at the end.

import { useRef, useState } from 'react'
import type { DatasetEntry, Problem } from '../../contract'
import { problem, problemsOf } from '../../server/refusal'
import { useServer } from '../../server/ServerContext'
import { bytes } from '../../ui/format'
import { t } from '../../words/words'

export interface Upload {
  /** 0…1 while the file goes out, 1 while the server reads it, null when nothing is under way. */
  readonly part: number | null
  readonly name: string
  readonly problems: readonly Problem[]
  send: (file: File) => Promise<DatasetEntry | null>
  cancel: () => void
}

const MOST_BYTES = 200_000_000
const MOST_ZIP_BYTES = 1_000_000_000

export function useUpload(): Upload {
  const { api } = useServer()
  const [state, setState] = useState<{ part: number | null; name: string; problems: readonly Problem[] }>({
    part: null,
    name: '',
    problems: [],
  })
  const aborter = useRef<AbortController | null>(null)
  const send = async (file: File): Promise<DatasetEntry | null> => {
    const zip = /\.zip$/i.test(file.name)
    const most = zip ? MOST_ZIP_BYTES : MOST_BYTES
    if (file.size > most) {
      const text = t(zip ? 'data-too-large-zip' : 'data-too-large-why', { most: bytes(most), name: file.name, size: bytes(file.size) })
      setState({ part: null, name: file.name, problems: [problem('too_large', t('data-too-large'), text)] })
      return null
    }
    aborter.current = new AbortController()
    setState({ part: 0, name: file.name, problems: [] })
    try {
      const progress = (part: number) => setState((before) => ({ ...before, part }))
      const entry = await patiently(() => api.uploadDataset(file, progress, aborter.current?.signal))
      setState({ part: null, name: file.name, problems: [] })
      return entry
    } catch (error) {
      const cancelled = error instanceof DOMException && error.name === 'AbortError'
      setState({ part: null, name: file.name, problems: cancelled ? [] : problemsOf(error) })
      return null
    }
  }
  return { ...state, send, cancel: () => aborter.current?.abort() }
}

const AGAIN_MS = 2000
const TIMES = 30

/** Whoever comes while Keras is still being loaded need not come again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let time = 1; ; time += 1) {
    try {
      return await ask()
    } catch (error) {
      if (problemsOf(error)[0]?.code !== 'worker_starting' || time >= TIMES) throw error
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}
