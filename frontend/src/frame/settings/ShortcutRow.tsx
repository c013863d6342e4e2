// One action and its keys. A new key is pressed where it will stand; whose it is now is told before it is taken.

import { useState } from 'react'
import type { Action } from '../../actions/actions'
import { bind, keysOf, othersOn, reset } from '../../actions/bindings'
import { Keys } from '../../actions/Keys'
import { keyText, spellings } from '../../actions/keys'
import { announce } from '../../ui/announce'
import { Button, IconButton } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import { t } from '../../words/words'
import s from './settings.module.css'

export function ShortcutRow({ action, changed }: { action: Action; changed: boolean }) {
  const [pressing, setPressing] = useState(false)
  const title = t(action.title, action.values)
  const keys = keysOf(action)
  return (
    <li className={s.shortcut}>
      <span className={s.action}>
        {title}
        {action.scope && action.scope !== 'anywhere' && <small>{t(`frame-only-${action.scope}`)}</small>}
      </span>
      {keys.map((each) => (
        <button
          key={each}
          type="button"
          className={s.key}
          aria-label={t('frame-remove-key', { keys: keyText(each), action: title })}
          title={t('frame-remove-key', { keys: keyText(each), action: title })}
          onClick={() =>
            bind(
              action,
              keys.filter((other) => other !== each),
            )
          }
        >
          <Keys keys={each} />
        </button>
      ))}
      {pressing ? (
        <Press action={action} title={title} onDone={() => setPressing(false)} />
      ) : (
        <IconButton small label={t('frame-add-key', { action: title })} onClick={() => setPressing(true)}>
          <Icon name="plus" size={13} />
        </IconButton>
      )}
      {changed && (
        <Button small kind="link" aria-label={t('frame-reset-key', { action: title })} onClick={() => reset(action.id)}>
          {t('frame-reset-short')}
        </Button>
      )}
    </li>
  )
}

function Press({ action, title, onDone }: { action: Action; title: string; onDone: () => void }) {
  const [pressed, setPressed] = useState<string | null>(null)
  const other = pressed === null ? undefined : othersOn(action, pressed)[0]
  const take = (keys: string) => {
    bind(action, [...keysOf(action), keys])
    announce(t('frame-key-moved', { keys: keyText(keys), action: title }))
    onDone()
  }
  const said =
    pressed && other
      ? t('frame-key-taken', { keys: keyText(pressed), other: t(other.title, other.values), action: title })
      : t('frame-press-keys')
  return (
    <button
      type="button"
      className={s.press}
      data-taken={other ? true : undefined}
      autoFocus
      aria-live="polite"
      onBlur={onDone}
      onClick={() => pressed && take(pressed)}
      onKeyDown={(event) => {
        if (event.key === 'Tab') return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Escape') return onDone()
        if (event.key === 'Enter' && pressed) return take(pressed)
        const keys = spellings(event.nativeEvent)[0]
        if (!keys) return
        if (othersOn(action, keys).length) setPressed(keys)
        else take(keys)
      }}
    >
      {said}
    </button>
  )
}
