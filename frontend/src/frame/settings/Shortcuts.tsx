// Every action with its keys, found by name or by key; each can be given other keys, and its own back.

import { useState, useSyncExternalStore } from 'react'
import { GROUPS, offered, onOffers, type Action } from '../../actions/actions'
import { keysOf, ownKeys, reset } from '../../actions/bindings'
import { keyText } from '../../actions/keys'
import { Button, Heading, Input } from '../../ui/controls'
import { fuzzy } from '../../ui/fuzzy'
import { t } from '../../words/words'
import s from './settings.module.css'
import { ShortcutRow } from './ShortcutRow'

export function Shortcuts() {
  const [query, setQuery] = useState('')
  const own = useSyncExternalStore(ownKeys.subscribe, () => ownKeys.getState().own)
  const actions = useSyncExternalStore(onOffers, stable)
  const found = actions.filter((action) => answers(action, query))
  const groups = GROUPS.map((group) => ({ group, rows: found.filter(({ id }) => id.startsWith(`${group}.`)) }))
  return (
    <>
      <div className={s.search}>
        <Input
          type="search"
          data-first
          placeholder={t('frame-find-shortcut')}
          aria-label={t('frame-find-shortcut')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Button disabled={Object.keys(own).length === 0} onClick={() => reset()}>
          {t('frame-reset-keys')}
        </Button>
      </div>
      <div className={s.list}>
        {groups.map(({ group, rows }) =>
          rows.length ? (
            <section key={group} aria-label={t(`actions-group-${group}`)}>
              <Heading>{t(`actions-group-${group}`)}</Heading>
              <ul>
                {rows.map((action) => (
                  <ShortcutRow key={action.id} action={action} changed={action.id in own} />
                ))}
              </ul>
            </section>
          ) : null,
        )}
        {!found.length && <p className={s.none}>{t('frame-no-shortcut', { query })}</p>}
      </div>
    </>
  )
}

function answers(action: Action, query: string): boolean {
  const wanted = query.trim().toLowerCase()
  if (!wanted) return true
  const keys = keysOf(action).map((each) => keyText(each).toLowerCase())
  return (
    (fuzzy(t(action.title, action.values), query)?.score ?? 0) >= 25 ||
    keys.some((each) => each.split(' ').includes(wanted) || (wanted.includes(' ') && each.includes(wanted)))
  )
}

let last: Action[] = []

/** The same list until an action comes or goes. */
function stable(): Action[] {
  const now = offered()
  if (now.length !== last.length || now.some((action, at) => action !== last[at])) last = now
  return last
}
