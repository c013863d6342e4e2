// Shows this person to the others while the project is open, and says to a screen reader who comes and goes.

import { useEffect, useRef } from 'react'
import { useDocument } from '../document/hooks'
import { usePeople } from '../document/people'
import { useSelection } from '../document/selection'
import { announce } from '../ui/announce'
import { t } from '../words/words'
import { nameOf } from './names'
import { useEditing } from './useEditing'

export function Presence() {
  const document = useDocument()
  const show = usePeople((people) => people.show)

  useEffect(() => {
    let closed = false
    let close = () => undefined as void
    void document.presence().then((presence) => {
      if (closed) presence.close()
      else close = presence.close
    })
    return () => {
      closed = true
      close()
    }
  }, [document])

  useEffect(() => {
    const tell = ({ nodes }: { nodes: readonly string[] }) => show({ nodes: nodes.slice(0, 200) })
    tell(useSelection.getState())
    return useSelection.subscribe(tell)
  }, [show])
  useEditing(show)
  useComings()
  return null
}

function useComings(): void {
  const people = usePeople(({ others }) => JSON.stringify(others.map((each) => [each.id, nameOf(each)])))
  const before = useRef(new Map<string, string>())
  useEffect(() => {
    const now = new Map(JSON.parse(people) as [string, string][])
    for (const [id, name] of now) if (!before.current.has(id)) announce(t('presence-came', { name }))
    for (const [id, name] of before.current) if (!now.has(id)) announce(t('presence-went', { name }))
    before.current = now
  }, [people])
}
