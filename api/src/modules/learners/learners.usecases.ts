import type { Clock } from '../../shared/clock.ts'
import type { PersonalTokenCache } from '../tokens/personal-token-verifier.ts'
import type { EndedSessionsCache } from './ended-sessions-cache.ts'
import type { LearnerExportRepository } from './learner-export.repository.ts'
import { sessionExpiry, sessionsCountFrom } from './learners.models.ts'
import type { LearnersRepository } from './learners.repository.ts'
import { type Deleted, EXPORT_FORMAT, EXPORT_VERSION, type LearnerExport } from './learners.schemas.ts'

type Session = { id: string; authTime: number; sessionId: string }

/** Everything held on the learner, as it is stored; moments to the microsecond, which order rows of one second. */
export async function exportLearner({
  learnerId,
  stored,
  learners,
  clock,
}: {
  learnerId: string
  stored: LearnerExportRepository
  learners: LearnersRepository
  clock: Clock
}): Promise<LearnerExport> {
  const { notBefore } = await learners.getEndedSessions({ learnerId })
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exported_at: clock().toISOString(),
    ...(await stored.read({ learnerId })),
    sessions_ended_at: notBefore?.toISOString() ?? null,
  }
}

/** Deletes all that is held on the learner and ends every session; signing in again starts afresh. */
export async function deleteLearner(options: {
  session: Session
  learners: LearnersRepository
  endedSessions: EndedSessionsCache
  tokens: PersonalTokenCache
  clock: Clock
}): Promise<Deleted> {
  const { session, learners, endedSessions, tokens, clock } = options
  const notBefore = sessionsCountFrom({ now: clock(), authTime: session.authTime })
  const deleted = await learners.remove({ learnerId: session.id, notBefore })
  tokens.forgetLearner(session.id)
  await endedSessions.refresh(session.id)
  return deleted
}

/** Ends every session and every personal token of the learner, the asking session included. */
export async function signOutEverywhere(options: {
  session: Session
  learners: LearnersRepository
  endedSessions: EndedSessionsCache
  tokens: PersonalTokenCache
  clock: Clock
}): Promise<void> {
  const { session, learners, endedSessions, tokens, clock } = options
  const notBefore = sessionsCountFrom({ now: clock(), authTime: session.authTime })
  await learners.endSessions({ learnerId: session.id, notBefore })
  tokens.forgetLearner(session.id)
  await endedSessions.refresh(session.id)
}

/** Ends the asking session alone: the learner's other devices stay signed in. */
export async function signOut({
  session,
  learners,
  endedSessions,
}: {
  session: Session
  learners: LearnersRepository
  endedSessions: EndedSessionsCache
}): Promise<void> {
  const expiresAt = sessionExpiry(new Date(session.authTime * 1000))
  await learners.endSession({ learnerId: session.id, sessionId: session.sessionId, expiresAt })
  await endedSessions.refresh(session.id)
}
