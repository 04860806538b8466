/**
 * From which moment on sessions count after a learner signed out everywhere `now`: those that began until
 * then end, the asking one too should its clock run ahead. A session's start is known to the millisecond; where an older `web`
 * gave whole seconds it counts as the beginning of its second, and ends.
 */
export function sessionsCountFrom({ now, authTime }: { now: Date; authTime: number }): Date {
  return new Date(Math.max(now.getTime(), Math.round(authTime * 1000)) + 1)
}

/** Whether a session that began at `authTime` (seconds) still counts. */
export function hasSessionEnded({
  authTime,
  notBefore,
}: {
  authTime: number
  notBefore: Date | undefined
}): boolean {
  return notBefore !== undefined && Math.round(authTime * 1000) < notBefore.getTime()
}
