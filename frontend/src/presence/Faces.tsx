// Who else is here, as circles in the header. Pressing one follows that person; the window to share is beside them.

import { useActions } from '../actions/actions'
import { useDocument, useGraph, useSync } from '../document/hooks'
import { follow, usePeople, type Other } from '../document/people'
import { t } from '../words/words'
import { Face } from './Face'
import { nameOf } from './names'
import s from './presence.module.css'

const SHOWN = 5

export function Faces() {
  const others = usePeople((people) => people.others)
  const following = usePeople((people) => people.following)
  const { project } = useDocument()
  const you = useSync((sync) => sync.you)

  useActions(
    () => [
      {
        id: 'share.follow',
        title: 'presence-follow-somebody',
        when: () => followable().length > 0,
        run: () => {
          const all = followable()
          const at = all.findIndex((each) => each.client === usePeople.getState().following)
          follow(all[(at + 1) % all.length]?.client ?? null)
        },
      },
      {
        id: 'share.unfollow',
        title: 'presence-unfollow',
        keys: ['Escape'],
        when: () => usePeople.getState().following !== null,
        run: () => follow(null),
      },
    ],
    [project],
  )
  // One person's several pages are one circle; this person's own other pages are none.
  const people = [...new Map(others.filter((each) => each.id !== you?.id).map((each) => [each.id, each])).values()]
  if (!people.length) return null
  return (
    <span className={s.faces} role="group" aria-label={t('presence-people', { n: people.length })}>
      {people.slice(0, SHOWN).map((other) => (
        <FaceButton key={other.id} other={other} following={following === other.client} />
      ))}
      {people.length > SHOWN && <span className={s.more}>+{people.length - SHOWN}</span>}
    </span>
  )
}

function FaceButton({ other, following }: { other: Other; following: boolean }) {
  const name = nameOf(other)
  const inside = useGraph(({ nodes }) => (other.block === null ? undefined : nodes[other.block]?.name))
  const label = following ? t('presence-unfollow') : t('presence-follow', { name })
  return (
    <button
      type="button"
      aria-pressed={following}
      aria-label={label}
      title={[`${name}, ${t(`presence-role-${other.role}`)}`, inside && t('presence-inside', { name: inside }), label].filter(Boolean).join('\n')}
      onClick={() => follow(following ? null : other.client)}
    >
      <Face name={name} color={other.color} />
    </button>
  )
}

function followable(): Other[] {
  return usePeople.getState().others.filter((each) => each.view !== null)
}
