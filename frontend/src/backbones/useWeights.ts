// The file of weights that a backbone wants, as the server knows it; and what may be done to have it here: bring it, fetch it, stop that.

import { useEffect, useRef, useState } from 'react'
import type { BackboneNode, BackboneWeights, Download, Problem } from '../contract'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { patiently } from './patiently'

const LOOK_MS = 500

export interface Wanting {
  weights: BackboneWeights | null
  problems: readonly Problem[]
  /** Part of the upload that has gone out; null while there is none. */
  uploading: number | null
  download: Download | null
  bring: (file: File) => void
  fetch: () => void
  cancel: () => void
}

export function isUnderWay(download: Download | null): boolean {
  return download?.state === 'waiting' || download?.state === 'downloading' || download?.state === 'checking'
}

export function useWeights(node: BackboneNode, shape: readonly (number | null)[] | null): Wanting {
  const { api } = useServer()
  const [weights, setWeights] = useState<BackboneWeights | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [uploading, setUploading] = useState<number | null>(null)
  const [download, setDownload] = useState<Download | null>(null)
  const sending = useRef<AbortController | null>(null)
  const { application, params } = node
  const key = shape && JSON.stringify({ application, params, shape })
  const asked = () => ({ node, shape: shape ?? [] })

  const heard = (found: BackboneWeights) => {
    setWeights(found)
    setDownload(found.download)
    setProblems(found.bytes === null ? (found.download?.problems ?? []) : [])
  }

  useEffect(() => {
    setWeights(null)
    setProblems([])
    setDownload(null)
    if (!key) return
    const leaving = new AbortController()
    patiently(() => api.weights(asked()), () => {}, leaving.signal).then(
      (found) => !leaving.signal.aborted && heard(found),
      (error: unknown) => !leaving.signal.aborted && setProblems(problemsOf(error)),
    )
    return () => {
      leaving.abort()
      sending.current?.abort()
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked anew for each file that may be wanted
  }, [api, key])

  const name = weights?.file?.name
  const underWay = isUnderWay(download)
  useEffect(() => {
    if (!underWay || !name) return
    let gone = false
    const look = async () => {
      const now = await api.fetching(name).catch(() => null)
      if (gone || !now) return
      if (isUnderWay(now)) return setDownload(now)
      const found = await api.weights(asked()).catch(() => null)
      if (!gone && found) heard(found)
    }
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => {
      gone = true
      clearInterval(timer)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- looked at while it is under way
  }, [api, name, underWay, key])

  const bring = async (file: File) => {
    const leaving = (sending.current = new AbortController())
    setProblems([])
    setUploading(0)
    try {
      heard(await api.uploadWeights(asked(), file, setUploading, leaving.signal))
    } catch (error) {
      if (!leaving.signal.aborted) setProblems(problemsOf(error))
    } finally {
      setUploading(null)
    }
  }
  const fetch = async () => {
    setProblems([])
    try {
      setDownload(await api.fetchWeights(asked()))
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }
  const cancel = () => {
    if (uploading !== null) sending.current?.abort()
    else if (name) void api.cancelFetch(name).catch(() => {})
  }
  return { weights, problems, uploading, download, bring: (file) => void bring(file), fetch: () => void fetch(), cancel }
}
