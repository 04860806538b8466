import { v5 } from 'uuid'

/** Sessions end after 30 days; a day more for clocks and for tokens that are under way. */
export const SESSION_MAX_SECONDS = 31 * 24 * 60 * 60

/** Which of a learner's sessions no longer count: those that began before a moment, and single ones. */
export type EndedSessions = { notBefore: Date | undefined; sessionIds: ReadonlySet<string> }

/**
 * From which moment on sessions count after a learner signed out everywhere `now`: those that began until
 * then end, the asking one too should its clock run ahead. A session's start is known to the millisecond; where an older `web`
 * gave whole seconds it counts as the beginning of its second, and ends.
 */
export function sessionsCountFrom({ now, authTime }: { now: Date; authTime: number }): Date {
  return new Date(Math.max(now.getTime(), milliseconds(authTime)) + 1)
}

/** True if a session that began at `authTime` (seconds) no longer counts. */
export function hasSessionEnded({
  authTime,
  sessionId,
  ended,
}: {
  authTime: number
  sessionId: string
  ended: EndedSessions
}): boolean {
  const { notBefore, sessionIds } = ended
  return (
    (notBefore !== undefined && milliseconds(authTime) < notBefore.getTime()) || sessionIds.has(sessionId)
  )
}

/** The id of a session whose token names none: the same for every token of a learner's session of that moment. */
export function sessionIdOf({ learnerId, authTime }: { learnerId: string; authTime: number }): string {
  return v5(String(milliseconds(authTime)), learnerId)
}

/** From when on no token of a session that began at a moment is accepted, whatever else is known of it. */
export function sessionExpiry(began: Date): Date {
  return new Date(began.getTime() + SESSION_MAX_SECONDS * 1000)
}

function milliseconds(authTime: number): number {
  return Math.round(authTime * 1000)
}
