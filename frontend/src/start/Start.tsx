// The start page as it is for whoever is here: a shelf of beginnings, or for a guest what is shared with them.

import '../words/lateStart'
import { useAnswer } from '../panels/useAnswer'
import { useServer } from '../server/ServerContext'
import { later } from '../ui/later'
import { StartPage } from './StartPage'

const GuestStart = later(() => import('../share/GuestStart').then((page) => page.GuestStart))

/** Whether the last one here was a guest: who is known to be none need not wait for the answer. */
const GUEST = 'layerloom.guest'

export function Start() {
  const { api } = useServer()
  const { value, asking } = useAnswer('session', () => api.session())
  const guest = value?.user.role === 'guest'
  if (value) localStorage.setItem(GUEST, guest ? 'yes' : 'no')
  if (asking && localStorage.getItem(GUEST) !== 'no') return null
  return value && guest ? <GuestStart name={value.user.name} /> : <StartPage />
}
