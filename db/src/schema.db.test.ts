import { type Selectable, sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Tables } from './tables/index.ts'
import { useTestDatabase } from './test-database.ts'

/** True if a column may be null by its row type; an open type leaves it open. */
type Nullability<Value> = unknown extends Value
  ? 'null' | 'not null'
  : null extends Value
    ? 'null'
    : 'not null'
type Columns<Table> = { [Column in keyof Selectable<Table>]: Nullability<Selectable<Table>[Column]> }

// The compiler holds this list against the row types, the test below against the migrated database.
const expected: { [Table in keyof Tables]: Columns<Tables[Table]> } = {
  attempts: {
    id: 'not null',
    learner_id: 'not null',
    problem_id: 'not null',
    outcome: 'not null',
    minutes: 'null',
    rating: 'null',
    started_at: 'null',
    created_at: 'not null',
    idempotency_key: 'null',
    hints_used: 'null',
    item_id: 'null',
    for_problem_id: 'null',
    retracted_at: 'null',
    paste_id: 'null',
    pasted_at: 'null',
  },
  breaks: {
    id: 'not null',
    learner_id: 'not null',
    from_date: 'not null',
    to_date: 'not null',
    created_at: 'not null',
  },
  code_drafts: {
    learner_id: 'not null',
    problem_id: 'not null',
    language: 'not null',
    code: 'not null',
    version: 'not null',
    updated_at: 'not null',
  },
  personal_tokens: {
    id: 'not null',
    learner_id: 'not null',
    learner_name: 'not null',
    name: 'not null',
    prefix: 'not null',
    token_hash: 'not null',
    scopes: 'not null',
    session_began: 'not null',
    created_at: 'not null',
    expires_at: 'null',
    last_used_on: 'null',
  },
  calendar_feeds: {
    learner_id: 'not null',
    key_hash: 'not null',
    start_time: 'not null',
    alarm_minutes: 'null',
    created_at: 'not null',
  },
  calendar_events: {
    learner_id: 'not null',
    item_id: 'not null',
    sequence: 'not null',
    starts_at: 'not null',
    minutes: 'not null',
    title: 'not null',
    slug: 'not null',
    kind: 'not null',
    alarm_minutes: 'null',
    modified_at: 'not null',
    cancelled_at: 'null',
  },
  reminders: {
    learner_id: 'not null',
    email: 'not null',
    hour: 'not null',
    unsubscribe_key: 'not null',
    next_at: 'not null',
    created_at: 'not null',
  },
  reminder_sends: {
    learner_id: 'not null',
    day: 'not null',
    state: 'not null',
    tries: 'not null',
    try_at: 'not null',
  },
  comment_reports: {
    comment_id: 'not null',
    learner_id: 'not null',
    reason: 'not null',
    note: 'not null',
    created_at: 'not null',
    resolved_at: 'null',
  },
  comments: {
    id: 'not null',
    problem_id: 'not null',
    learner_id: 'not null',
    author_name: 'not null',
    body: 'not null',
    tag: 'null',
    created_at: 'not null',
    updated_at: 'not null',
    hidden_at: 'null',
    hidden_by: 'null',
    open_reports: 'not null',
    first_open_report_at: 'null',
  },
  ended_sessions: { learner_id: 'not null', session_id: 'not null', expires_at: 'not null' },
  exercises: {
    problem_id: 'not null',
    digest: 'not null',
    content: 'not null',
    hints: 'not null',
    explanation: 'not null',
  },
  generation_events: {
    generation_id: 'not null',
    seq: 'not null',
    type: 'not null',
    data: 'not null',
    created_at: 'not null',
  },
  generations: {
    id: 'not null',
    learner_id: 'not null',
    state: 'not null',
    accept: 'not null',
    idempotency_key: 'null',
    request_hash: 'not null',
    request_id: 'not null',
    claim: 'not null',
    lease_until: 'null',
    worker: 'null',
    deferrals: 'not null',
    model_answer: 'null',
    plan_id: 'null',
    error_code: 'null',
    created_at: 'not null',
    finished_at: 'null',
  },
  hints: {
    id: 'not null',
    learner_id: 'not null',
    problem_id: 'not null',
    language: 'not null',
    kind: 'not null',
    text: 'not null',
    model: 'not null',
    attempt_id: 'null',
    created_at: 'not null',
  },
  intake_profiles: {
    learner_id: 'not null',
    level: 'not null',
    role_target: 'not null',
    timeline_weeks: 'not null',
    hours_per_week: 'not null',
    topic_confidence: 'not null',
    weaknesses: 'not null',
    constraints: 'not null',
    past_experience: 'not null',
    regeneration_answers: 'not null',
    study_days: 'not null',
    interview_date: 'null',
    time_zone: 'not null',
    unknown_time_zone: 'null',
    known_topics: 'not null',
    allow_premium: 'not null',
    embedding: 'null',
    embedding_model: 'null',
    created_at: 'not null',
    updated_at: 'not null',
  },
  interviews: {
    id: 'not null',
    learner_id: 'not null',
    problem_id: 'not null',
    minutes: 'not null',
    pattern: 'null',
    confidence: 'null',
    is_right: 'null',
    submission_id: 'null',
    started_at: 'not null',
    predicted_at: 'null',
    ended_at: 'null',
  },
  knowledge_chunks: {
    topic: 'not null',
    position: 'not null',
    heading: 'not null',
    body: 'not null',
    embedding: 'null',
    embedding_model: 'null',
  },
  learner_settings: {
    learner_id: 'not null',
    day_start_hour: 'not null',
    daily_review_cap: 'null',
    updated_at: 'not null',
  },
  learner_sessions: { learner_id: 'not null', not_before: 'not null' },
  model_usage: {
    day: 'not null',
    kind: 'not null',
    calls: 'not null',
    prompt_tokens: 'not null',
    completion_tokens: 'not null',
  },
  moderation_log: {
    id: 'not null',
    moderator_id: 'null',
    action: 'not null',
    reason: 'not null',
    comment_id: 'not null',
    author_id: 'null',
    comment_body: 'null',
    created_at: 'not null',
  },
  notes: {
    learner_id: 'not null',
    problem_id: 'not null',
    body: 'not null',
    version: 'not null',
    updated_at: 'not null',
  },
  patterns: { slug: 'not null', title: 'not null', topics: 'not null', position: 'not null' },
  plans: {
    id: 'not null',
    learner_id: 'not null',
    generation_id: 'not null',
    status: 'not null',
    declined_at: 'null',
    generated_at: 'not null',
    plan_json: 'not null',
    revision: 'not null',
    repaired_on: 'null',
  },
  plan_revisions: {
    plan_id: 'not null',
    revision: 'not null',
    learner_id: 'not null',
    cause: 'not null',
    changes: 'not null',
    plan_json: 'not null',
    attempt_id: 'null',
    known_topic: 'null',
    created_at: 'not null',
  },
  review_cards: {
    learner_id: 'not null',
    problem_id: 'not null',
    due: 'not null',
    stability: 'not null',
    difficulty: 'not null',
    state: 'not null',
    reps: 'not null',
    lapses: 'not null',
    last_review: 'not null',
  },
  problem_progress: {
    learner_id: 'not null',
    problem_id: 'not null',
    status: 'not null',
    solved_at: 'null',
    last_attempt_at: 'not null',
  },
  problem_stats: {
    problem_id: 'not null',
    upvotes: 'not null',
    upvotes_beginner: 'not null',
    upvotes_intermediate: 'not null',
    upvotes_advanced: 'not null',
    comments: 'not null',
    too_hard: 'not null',
    good_intro: 'not null',
    pattern_practice: 'not null',
  },
  problems: {
    id: 'not null',
    slug: 'not null',
    number: 'not null',
    title: 'not null',
    url: 'not null',
    topic: 'not null',
    difficulty: 'not null',
    difficulty_rank: 'not null',
    patterns: 'not null',
    minutes: 'not null',
    lists: 'not null',
    acceptance: 'not null',
    source: 'not null',
    premium: 'not null',
    retired_at: 'null',
    owner_id: 'null',
    added_at: 'not null',
  },
  rate_counters: { bucket: 'not null', hits: 'not null', expires_at: 'not null' },
  settings: { key: 'not null', value: 'not null', updated_at: 'not null' },
  sign_in_tokens: {
    token_hash: 'not null',
    identifier: 'not null',
    browser_hash: 'not null',
    superseded: 'not null',
    expires_at: 'not null',
  },
  submissions: {
    id: 'not null',
    learner_id: 'not null',
    problem_id: 'not null',
    language: 'not null',
    code: 'not null',
    outcome: 'not null',
    passed: 'not null',
    total: 'not null',
    ms: 'not null',
    hints_used: 'not null',
    attempt_id: 'null',
    idempotency_key: 'null',
    created_at: 'not null',
  },
  topics: {
    slug: 'not null',
    title: 'not null',
    prerequisites: 'not null',
    stage: 'not null',
    position: 'not null',
  },
  upvotes: { learner_id: 'not null', problem_id: 'not null', level: 'null', created_at: 'not null' },
}

const context = useTestDatabase()

test('the migrated schema is what the row types say', async () => {
  const { rows } = await sql<{ table_name: string; column_name: string; is_nullable: 'YES' | 'NO' }>`
    select table_name, column_name, is_nullable from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely_%'`.execute(context.database.db)
  const found: Record<string, Record<string, string>> = {}
  for (const { table_name, column_name, is_nullable } of rows)
    found[table_name] = { ...found[table_name], [column_name]: is_nullable === 'YES' ? 'null' : 'not null' }
  expect(found).toEqual(expected)
})

test('no table holds a person: none of users or accounts, and an address only while its mails are wanted', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and (table_name ~ 'user|account' or column_name ~ 'email')`.execute(
    context.database.db,
  )
  expect(rows).toEqual([{ name: 'reminders.email' }])
})

test('every foreign key is served by an index', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.conname as name from pg_constraint c
    where c.contype = 'f' and not exists (
      select 1 from pg_index i where i.indrelid = c.conrelid and c.conkey[1] = any (i.indkey::int2[])
    )`.execute(context.database.db)
  expect(rows).toEqual([])
})
