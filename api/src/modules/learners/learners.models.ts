/**
 * From which moment on sessions count after a learner signed out everywhere `now`.
 *
 * A session's start is known in whole seconds only. Those that began in an earlier second than the sign-out end; one
 * of the same second counts as a new sign-in, so that signing in again at once works. If the very session that asks
 * began in this second (or its clock runs ahead), the line moves past it, so that it ends as well.
 */
export function sessionsCountFrom({ now, authTime }: { now: Date; authTime: number }): Date {
  const second = Math.floor(now.getTime() / 1000)
  return new Date((authTime >= second ? authTime + 1 : second) * 1000)
}

/** Whether a session that began at `authTime` (seconds) still counts. */
export function hasSessionEnded({
  authTime,
  notBefore,
}: {
  authTime: number
  notBefore: Date | undefined
}): boolean {
  return notBefore !== undefined && authTime * 1000 < notBefore.getTime()
}
