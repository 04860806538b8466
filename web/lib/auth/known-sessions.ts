/** How long an answer about a session is trusted. The API hears of an end within 20 seconds; together less than a minute. */
const TRUSTED_MS = 20_000
const SIZE = 10_000

/** Remembers for a moment what `ask` said of a session; one that is asked for many times at once is asked for once. */
export function createKnownSessions<Session>({
  keyOf,
  ask,
  now,
}: {
  keyOf: (session: Session) => string
  ask: (session: Session) => Promise<boolean>
  now: () => number
}): (session: Session) => Promise<boolean> {
  const known = new Map<string, { answer: Promise<boolean>; until: number }>()
  return (session) => {
    const key = keyOf(session)
    const held = known.get(key)
    const left = (held?.until ?? 0) - now()
    // A clock that was ahead and was set back makes nothing last longer.
    if (held && left > 0 && left <= TRUSTED_MS) return held.answer
    if (known.size >= SIZE) known.clear()
    const answer = ask(session)
    known.set(key, { answer, until: now() + TRUSTED_MS })
    return answer
  }
}
