// A parameter → Keras' documentation of it, asked for with its whole member when it is first shown.

import { useEffect, useState } from 'react'
import { useCatalog } from '../catalog/context'
import type { Member, Param } from '../contract'
import { useServer } from '../server/ServerContext'

const asked = new Map<string, Promise<Member>>()

export function useParamDoc(param: Param | undefined): string {
  const { api } = useServer()
  const catalog = useCatalog()
  const owner = param && catalog.owner(param)
  const key = owner ? `${owner.kind}/${owner.name}` : null
  const [known, setKnown] = useState<{ key: string; member: Member } | null>(null)
  useEffect(() => {
    if (!key || !owner) return
    let current = true
    const answer = asked.get(key) ?? api.member(owner.kind, owner.name)
    asked.set(key, answer)
    answer.then(
      (member) => current && setKnown({ key, member }),
      () => asked.delete(key), // asked again when it is next shown
    )
    return () => {
      current = false
    }
  }, [api, key, owner])
  if (!param) return ''
  if (known?.key !== key) return param.doc
  return known.member.params.find((one) => one.name === param.name)?.doc ?? ''
}
