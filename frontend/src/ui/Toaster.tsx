// Where toasts appear. A refusal stands beside the pointer, kept inside the window.

import { useEffect, useRef } from 'react'
import { Button } from './controls'
import s from './toaster.module.css'
import { hush, useToast } from './toast'

const WIDTH = 300

export function Toaster() {
  const toast = useToast((state) => state.toast)
  const at = toast?.at
  const region = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!at) return
    const away = (event: PointerEvent) => {
      if (!region.current?.contains(event.target as Node)) hush()
    }
    addEventListener('pointerdown', away, true)
    return () => removeEventListener('pointerdown', away, true)
  }, [at])
  const place = at
    ? { left: Math.max(8, Math.min(at.x + 14, innerWidth - WIDTH - 8)), top: Math.min(at.y + 14, innerHeight - 80) }
    : undefined
  return (
    <div className={s.region} ref={region} role="status" aria-live="polite">
      {toast && (
        <div key={toast.id} className={s.toast} data-tone={toast.tone} data-at={at ? 'pointer' : 'foot'} style={place}>
          <span>{toast.text}</span>
          {toast.action && (
            <Button
              kind="link"
              onClick={() => {
                toast.action?.run()
                hush()
              }}
            >
              {toast.action.label}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
