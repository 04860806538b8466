import type { AttemptsTable } from './attempts.ts'
import type { BreaksTable } from './breaks.ts'
import type { CalendarEventsTable } from './calendar-events.ts'
import type { CalendarFeedsTable } from './calendar-feeds.ts'
import type { CodeDraftsTable } from './code-drafts.ts'
import type { CommentReportsTable } from './comment-reports.ts'
import type { CommentsTable } from './comments.ts'
import type { EndedSessionsTable } from './ended-sessions.ts'
import type { ExercisesTable } from './exercises.ts'
import type { GenerationEventsTable } from './generation-events.ts'
import type { GenerationsTable } from './generations.ts'
import type { HintsTable } from './hints.ts'
import type { IntakeProfilesTable } from './intake-profiles.ts'
import type { InterviewsTable } from './interviews.ts'
import type { KnowledgeChunksTable } from './knowledge-chunks.ts'
import type { LearnerSessionsTable } from './learner-sessions.ts'
import type { LearnerSettingsTable } from './learner-settings.ts'
import type { ModelUsageTable } from './model-usage.ts'
import type { ModerationLogTable } from './moderation-log.ts'
import type { NotesTable } from './notes.ts'
import type { PatternsTable } from './patterns.ts'
import type { PersonalTokensTable } from './personal-tokens.ts'
import type { PlanRevisionsTable } from './plan-revisions.ts'
import type { PlansTable } from './plans.ts'
import type { ProblemProgressTable } from './problem-progress.ts'
import type { ProblemStatsTable } from './problem-stats.ts'
import type { ProblemsTable } from './problems.ts'
import type { RateCountersTable } from './rate-counters.ts'
import type { ReminderSendsTable } from './reminder-sends.ts'
import type { RemindersTable } from './reminders.ts'
import type { ReviewCardsTable } from './review-cards.ts'
import type { SettingsTable } from './settings.ts'
import type { SignInTokensTable } from './sign-in-tokens.ts'
import type { SubmissionsTable } from './submissions.ts'
import type { TopicsTable } from './topics.ts'
import type { UpvotesTable } from './upvotes.ts'

/** Every table by name: what Kysely checks queries against. */
export interface Tables {
  reminders: RemindersTable
  reminder_sends: ReminderSendsTable
  calendar_feeds: CalendarFeedsTable
  calendar_events: CalendarEventsTable
  attempts: AttemptsTable
  breaks: BreaksTable
  code_drafts: CodeDraftsTable
  comment_reports: CommentReportsTable
  comments: CommentsTable
  ended_sessions: EndedSessionsTable
  exercises: ExercisesTable
  generation_events: GenerationEventsTable
  generations: GenerationsTable
  hints: HintsTable
  intake_profiles: IntakeProfilesTable
  interviews: InterviewsTable
  knowledge_chunks: KnowledgeChunksTable
  learner_sessions: LearnerSessionsTable
  model_usage: ModelUsageTable
  learner_settings: LearnerSettingsTable
  moderation_log: ModerationLogTable
  notes: NotesTable
  patterns: PatternsTable
  personal_tokens: PersonalTokensTable
  plan_revisions: PlanRevisionsTable
  plans: PlansTable
  problem_progress: ProblemProgressTable
  problem_stats: ProblemStatsTable
  problems: ProblemsTable
  rate_counters: RateCountersTable
  settings: SettingsTable
  review_cards: ReviewCardsTable
  sign_in_tokens: SignInTokensTable
  submissions: SubmissionsTable
  topics: TopicsTable
  upvotes: UpvotesTable
}
