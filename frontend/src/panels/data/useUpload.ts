// A CSV file → an uploaded data set, with its progress on the way and the server's problems at the end.

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

export function useUpload(): Upload {
  const { api } = useServer()
  const [state, setState] = useState<{ part: number | null; name: string; problems: readonly Problem[] }>({
    part: null,
    name: '',
    problems: [],
  })
  const aborter = useRef<AbortController | null>(null)
  const send = async (file: File): Promise<DatasetEntry | null> => {
    if (file.size > MOST_BYTES) {
      const text = t('data-too-large-why', { most: bytes(MOST_BYTES), name: file.name, size: bytes(file.size) })
      setState({ part: null, name: file.name, problems: [problem('too_large', t('data-too-large'), text)] })
      return null
    }
    aborter.current = new AbortController()
    setState({ part: 0, name: file.name, problems: [] })
    try {
      const progress = (part: number) => setState((before) => ({ ...before, part }))
      const entry = await api.uploadDataset(file, progress, aborter.current.signal)
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
