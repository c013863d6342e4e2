// What happens by itself, read out: where training is, in few words and not too often; what stops it, at once; problems as they come and go.

import { useEffect, useRef } from 'react'
import { useDocument } from '../document/hooks'
import { useLabState } from '../panels/LabProvider'
import { announce } from '../ui/announce'
import { follow } from './news'

export function Announcer() {
  const { inference, graph } = useDocument()
  const { watched } = useLabState()
  const news = useRef(follow(announce))

  useEffect(() => {
    if (!watched) return
    const look = () => {
      const view = watched.view()
      if (view) news.current.run(view, Date.now())
    }
    look()
    return watched.subscribe(look)
  }, [watched])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      // What is being typed is wrong for a moment; what stays wrong is said.
      timer = setTimeout(() => {
        const { problems, state } = inference.getState()
        if (state === 'ready' && Object.keys(graph.getState().nodes).length) news.current.problems(problems)
      }, 900)
    }
    look()
    const off = inference.subscribe(look)
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [inference, graph])
  return null
}
