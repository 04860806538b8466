import type { Tables } from '@codify/db'
import type { z } from 'zod'
import type { ExportedData, LearnerData } from '../../shared/learner-data.ts'
import { attemptsData, progressData } from '../attempts/attempts.data.ts'
import { breaksData } from '../breaks/breaks.data.ts'
import { calendarData, calendarEventsData } from '../calendar/calendar.data.ts'
import { codeDraftsData } from '../code-drafts/code-drafts.data.ts'
import { commentsData } from '../comments/comments.data.ts'
import { generationsData } from '../generations/generations.data.ts'
import { hintsData } from '../hints/hints.data.ts'
import { intakeData } from '../intake/intake.data.ts'
import { interviewsData } from '../interviews/interviews.data.ts'
import { reportsData } from '../moderation/moderation.data.ts'
import { notesData } from '../notes/notes.data.ts'
import { ownProblemsData } from '../own-problems/own-problems.data.ts'
import { planChangesData, plansData } from '../plans/plans.data.ts'
import { upvotesData } from '../problems/upvotes.data.ts'
import { reminderData, reminderSendsData } from '../reminders/reminders.data.ts'
import { reviewsData } from '../reviews/reviews.data.ts'
import { settingsData } from '../settings/settings.data.ts'
import { submissionsData } from '../submissions/submissions.data.ts'
import { tokensData } from '../tokens/tokens.data.ts'

/**
 * Every table with rows of a learner, as its module declares it. Rows are imported in this order and deleted in the
 * opposite one, so a table comes after those it refers to. Generations are deleted before plans: a plan that is just
 * being saved is waited for and then seen.
 */
export const learnerData = {
  intake: intakeData,
  settings: settingsData,
  breaks: breaksData,
  own_problems: ownProblemsData,
  plans: plansData,
  plan_changes: planChangesData,
  generations: generationsData,
  attempts: attemptsData,
  standings: progressData,
  reviews: reviewsData,
  notes: notesData,
  code_drafts: codeDraftsData,
  submissions: submissionsData,
  hints: hintsData,
  interviews: interviewsData,
  upvotes: upvotesData,
  comments: commentsData,
  reports: reportsData,
  calendar: calendarData,
  calendar_events: calendarEventsData,
  reminder: reminderData,
  reminder_sends: reminderSendsData,
  tokens: tokensData,
} satisfies Record<string, LearnerData>

/** Tables that name a learner and outlive the account: ended sessions, and the moderators' log without the names. */
export const keptTables = [
  'learner_sessions',
  'ended_sessions',
  'moderation_log',
] as const satisfies readonly (keyof Tables)[]

type Registry = typeof learnerData
export type LearnerKind = keyof Registry
type Part = 'exported' | 'imported'
type Shape<Name extends Part> = {
  [Kind in LearnerKind as Registry[Kind] extends Record<Name, z.ZodType>
    ? Kind
    : never]: Registry[Kind] extends Record<Name, infer Schema extends z.ZodType> ? Schema : never
}

const declared: Readonly<Record<LearnerKind, LearnerData>> = learnerData

export const learnerKinds = keysOf(learnerData)
/** Every kind of data held on a learner, with its label. */
export const heldKinds = learnerKinds.map((kind) => ({ kind, label: declared[kind].label }))

export const learnerTables = learnerKinds.map((kind) => ({ kind, ...declared[kind] }))
export const exportedParts = learnerTables.filter((one) => one.exported !== undefined)

/** Schemas of the parts of an export, and of those that an import takes over. */
export const exportedShape = shapeOf('exported')
export const importedShape = shapeOf('imported')

export const importedKinds = keysOf(importedShape)
const importable: Readonly<Record<keyof typeof importedShape, LearnerData & ExportedData>> = learnerData
export const importedParts = importedKinds.map((kind) => ({ kind, ...importable[kind] }))

/** Safe: every kind whose declaration has the schema is in it, with that schema. */
function shapeOf<Name extends Part>(name: Name): Shape<Name> {
  const entries = exportedParts.flatMap((one) => (one[name] === undefined ? [] : [[one.kind, one[name]]]))
  return Object.fromEntries(entries) as Shape<Name>
}

/** Safe for an object that was written down with just these keys. */
function keysOf<Key extends string>(declarations: Record<Key, unknown>): Key[] {
  return Object.keys(declarations) as Key[]
}
