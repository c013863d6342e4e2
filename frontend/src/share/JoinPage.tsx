// Somebody comes by a link: what it leads to, a name, and in. Who is signed in already comes in under the name they have.

import '../words/lateShare'
import { useState, type FormEvent } from 'react'
import type { Invitation, Problem } from '../contract'
import { useAnswer } from '../panels/useAnswer'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { Button, Input } from '../ui/controls'
import { Logo } from '../ui/glyphs'
import { navigate } from '../ui/route'
import { t } from '../words/words'
import { rememberGuest } from './guest'
import s from './share.module.css'

export function JoinPage({ secret }: { secret: string }) {
  const { api } = useServer()
  const { value, problems } = useAnswer(secret, () => api.look(secret))
  if (problems.length) return <Refused problems={problems} />
  return (
    <main className={s.page}>
      <Logo size={34} />
      {value ? <Welcome secret={secret} to={value} /> : <p role="status">{t('share-join-opening')}</p>}
    </main>
  )
}

function Welcome({ secret, to }: { secret: string; to: Invitation }) {
  const { api } = useServer()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  const enter = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      const { project } = await api.join(secret, to.you === null ? name : null)
      rememberGuest(to.you === null)
      navigate({ project })
      location.reload() // in a session of its own: nothing that was asked before it counts
    } catch (error) {
      setProblems(problemsOf(error))
      setBusy(false)
    }
  }
  return (
    <form className={s.card} onSubmit={(event) => void enter(event)}>
      <h1>{to.name}</h1>
      <p>{t(`share-join-${to.may_train ? 'train' : to.role}`)}</p>
      {to.you === null ? (
        <>
          <label htmlFor="join-name">{t('share-join-name')}</label>
          <Input
            id="join-name"
            autoFocus
            required
            maxLength={40}
            autoComplete="nickname"
            value={name}
            aria-describedby="join-hint"
            aria-invalid={problems.length > 0}
            onChange={(event) => setName(event.target.value)}
          />
          <small id="join-hint">{t('share-join-name-hint')}</small>
        </>
      ) : null}
      {problems.map((problem) => (
        <p key={problem.code} className={s.bad} role="alert">
          {problem.message}
        </p>
      ))}
      <Button type="submit" kind="primary" autoFocus={to.you !== null} disabled={busy}>
        {to.you === null ? t('share-join-in') : t('share-join-as', { name: to.you })}
      </Button>
    </form>
  )
}

function Refused({ problems }: { problems: readonly Problem[] }) {
  return (
    <main className={s.page}>
      <Logo size={34} />
      {problems.map((problem) => (
        <section key={problem.code} className={s.card}>
          <h1>{problem.title}</h1>
          <p>{problem.message}</p>
        </section>
      ))}
    </main>
  )
}
