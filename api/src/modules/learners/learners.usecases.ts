import { fromSql } from 'pgvector'
import type { Clock } from '../../shared/clock.ts'
import { toAttempt } from '../attempts/attempts.models.ts'
import type { CalendarRepository } from '../calendar/calendar.repository.ts'
import { getCalendar } from '../calendar/calendar.usecases.ts'
import { toComment } from '../comments/comments.models.ts'
import type { EventRow, GenerationsRepository } from '../generations/generations.repository.ts'
import type { IntakeRepository } from '../intake/intake.repository.ts'
import type { RemindersRepository } from '../reminders/reminders.repository.ts'
import type { EndedSessionsCache } from './ended-sessions-cache.ts'
import type { LearnerExportRepository } from './learner-export.repository.ts'
import { sessionExpiry, sessionsCountFrom } from './learners.models.ts'
import type { LearnersRepository } from './learners.repository.ts'
import {
  type Deleted,
  EXPORT_FORMAT,
  EXPORT_VERSION,
  embeddingSchema,
  type LearnerExport,
} from './learners.schemas.ts'

type Session = { id: string; authTime: number; sessionId: string }

/** Everything held on the learner, as it is stored; moments to the microsecond, which order rows of one second. */
export async function exportLearner(options: {
  learnerId: string
  stored: LearnerExportRepository
  learners: LearnersRepository
  intake: IntakeRepository
  generations: GenerationsRepository
  calendars: CalendarRepository
  reminders: RemindersRepository
  clock: Clock
}): Promise<LearnerExport> {
  const { learnerId, stored } = options
  const intake = await options.intake.find({ learnerId })
  const embedding = await stored.readEmbedding({ learnerId })
  const generations = []
  for (const row of await stored.readGenerations({ learnerId })) {
    const { row_time, row_id, ...generation } = row
    generations.push({
      ...generation,
      created_at: row_time,
      events: await readEvents(options.generations, generation.id),
    })
  }
  const plans = []
  for (const { row_time, row_id, ...plan } of await stored.readPlans({ learnerId })) {
    const revisions = await stored.readRevisions({ learnerId, planId: plan.id })
    const declined_at = plan.declined_at?.toISOString() ?? null
    plans.push({ ...plan, generated_at: row_time, declined_at, revisions })
  }
  const { notBefore } = await options.learners.getEndedSessions({ learnerId })
  const feed = await getCalendar({ learnerId, calendars: options.calendars })
  const reminder = await options.reminders.find({ learnerId })
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exported_at: options.clock().toISOString(),
    intake: intake
      ? {
          ...intake,
          embedding: embedding?.embedding ? embeddingSchema.parse(fromSql(embedding.embedding)) : null,
          embedding_model: embedding?.embedding_model ?? null,
        }
      : null,
    settings: (await stored.readSettings({ learnerId })) ?? null,
    breaks: (await stored.readBreaks({ learnerId })).map(({ row_time, row_id, ...one }) => ({
      ...one,
      created_at: row_time,
    })),
    plans,
    generations,
    attempts: (await stored.readAttempts({ learnerId })).map((row) => ({
      ...toAttempt(row),
      for_problem: row.for_problem,
      created_at: row.row_time,
    })),
    own_problems: (await stored.readOwnProblems({ learnerId })).map(
      ({ row_time, row_id, retired_at, ...problem }) => ({
        ...problem,
        created_at: row_time,
        deleted_at: retired_at?.toISOString() ?? null,
      }),
    ),
    notes: (await stored.readNotes({ learnerId })).map(({ problem, body, row_time }) => ({
      problem,
      body,
      updated_at: row_time,
    })),
    code_drafts: await stored.readCodeDrafts({ learnerId }),
    submissions: (await stored.readSubmissions({ learnerId })).map(({ row_time, row_id, ...submission }) => ({
      ...submission,
      created_at: row_time,
    })),
    hints: (await stored.readHints({ learnerId })).map(({ row_time, row_id, ...hint }) => ({
      ...hint,
      created_at: row_time,
    })),
    interviews: (await stored.readInterviews({ learnerId })).map(({ row_time, row_id, ...interview }) => ({
      ...interview,
      started_at: row_time,
      predicted_at: interview.predicted_at?.toISOString() ?? null,
      ended_at: interview.ended_at?.toISOString() ?? null,
    })),
    upvotes: (await stored.readUpvotes({ learnerId })).map((upvote) => ({
      problem: upvote.problem,
      level: upvote.level,
      created_at: upvote.row_time,
    })),
    comments: (await stored.readComments({ learnerId })).map((row) => ({
      ...toComment(row, learnerId),
      problem: row.problem,
      created_at: row.row_time,
    })),
    reports: (await stored.readReports({ learnerId })).map(({ comment_id, reason, note, created_at }) => ({
      comment_id,
      reason,
      note,
      created_at: created_at.toISOString(),
    })),
    calendar: feed.active ? feed : null,
    reminder: reminder ? { email: reminder.email, hour: reminder.hour } : null,
    sessions_ended_at: notBefore?.toISOString() ?? null,
  }
}

/** Deletes all that is held on the learner and ends every session; signing in again starts afresh. */
export async function deleteLearner(options: {
  session: Session
  learners: LearnersRepository
  endedSessions: EndedSessionsCache
  clock: Clock
}): Promise<Deleted> {
  const { session, learners, endedSessions, clock } = options
  const notBefore = sessionsCountFrom({ now: clock(), authTime: session.authTime })
  const deleted = await learners.remove({ learnerId: session.id, notBefore })
  await endedSessions.refresh(session.id)
  return deleted
}

/** Ends every session of the learner, the asking one included. */
export async function signOutEverywhere(options: {
  session: Session
  learners: LearnersRepository
  endedSessions: EndedSessionsCache
  clock: Clock
}): Promise<void> {
  const { session, learners, endedSessions, clock } = options
  const notBefore = sessionsCountFrom({ now: clock(), authTime: session.authTime })
  await learners.endSessions({ learnerId: session.id, notBefore })
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

async function readEvents(generations: GenerationsRepository, id: string): Promise<EventRow[]> {
  const events: EventRow[] = []
  for (;;) {
    const batch = await generations.listEvents({ id, afterSeq: events.at(-1)?.seq ?? 0 })
    if (batch.length === 0) return events
    events.push(...batch)
  }
}
