import type { Tables } from '@codify/db'
import type { DeletedKind } from './learners.schemas.ts'

type Held = { table: keyof Tables; kind: DeletedKind }

/**
 * Every table whose rows belong to a learner, by the column that says whose they are, and the kind that its rows are
 * counted as when an account is deleted. Rows go in this order: generations before plans, so that one that is just
 * being saved is waited for and its plan is then seen.
 */
export const learnerTables = [
  { table: 'generations', kind: 'generations' },
  { table: 'plan_revisions', kind: 'plan_changes' },
  { table: 'plans', kind: 'plans' },
  { table: 'intake_profiles', kind: 'intake' },
  { table: 'code_drafts', kind: 'code_drafts' },
  { table: 'interviews', kind: 'interviews' },
  { table: 'hints', kind: 'hints' },
  { table: 'submissions', kind: 'submissions' },
  { table: 'attempts', kind: 'attempts' },
  { table: 'problem_progress', kind: 'standings' },
  { table: 'review_cards', kind: 'reviews' },
  { table: 'learner_settings', kind: 'settings' },
  { table: 'breaks', kind: 'breaks' },
  { table: 'notes', kind: 'notes' },
  { table: 'calendar_feeds', kind: 'calendar' },
  { table: 'calendar_events', kind: 'calendar_events' },
  { table: 'reminders', kind: 'reminders' },
  { table: 'reminder_sends', kind: 'reminder_sends' },
] as const satisfies readonly Held[]

/** Tables with a learner's rows whose removal changes what others see, each with a step of its own. */
export const sharedTables = [
  { table: 'upvotes', kind: 'upvotes' },
  { table: 'comments', kind: 'comments' },
  { table: 'comment_reports', kind: 'reports' },
  { table: 'problems', kind: 'own_problems' },
] as const satisfies readonly Held[]

/** Tables that name a learner and keep their rows: ended sessions until no token of before is left, and the log of moderators without the names. */
export const keptTables = [
  'learner_sessions',
  'ended_sessions',
  'moderation_log',
] as const satisfies readonly (keyof Tables)[]
