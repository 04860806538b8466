import { randomUUID } from 'node:crypto'
import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { toSql } from 'pgvector'
import { holdLearner } from '../../shared/hold-learner.ts'
import { rebuildProgress } from '../attempts/rebuild-progress.sql.ts'
import type { Embedding } from '../intake/intake.repository.ts'
import { toRow } from '../own-problems/own-problems.repository.ts'
import { recountRows, startCounts } from '../problems/problem-counts.repository.ts'
import { rebuildCards } from '../reviews/review-cards.repository.ts'
import { accountNotEmpty } from './imports.errors.ts'
import type { ImportFile } from './imports.schemas.ts'

export type ImportsRepository = ReturnType<typeof createImportsRepository>

type Step = { tx: Db; learnerId: string; file: ImportFile; idOf: (slug: string) => string }

export function createImportsRepository({ db }: { db: Db }) {
  return {
    /** @throws 409 `import.account_not_empty` naming what the learner has */
    async refuseFull({ learnerId }: { learnerId: string }): Promise<void> {
      await refuseFull(db, learnerId)
    },

    /** Ids of the catalogue's problems by slug, retired ones too: a history may name them. */
    async catalogueIds(): Promise<Map<string, string>> {
      const rows = await db
        .selectFrom('problems')
        .select(['id', 'slug'])
        .where('owner_id', 'is', null)
        .execute()
      return new Map(rows.map(({ id, slug }) => [slug, id]))
    },

    /**
     * Writes all of a checked and renamed file, or nothing.
     *
     * @throws 409 `import.account_not_empty`
     */
    async write(options: {
      learner: { id: string; name: string }
      file: ImportFile
      embedding: Embedding | undefined
      catalogueIds: ReadonlyMap<string, string>
    }): Promise<void> {
      const { learner, file, embedding, catalogueIds } = options
      const learnerId = learner.id
      const ownIds = new Map(file.own_problems.map(({ id, slug }) => [slug, id]))
      const idOf = (slug: string) => {
        const id = catalogueIds.get(slug) ?? ownIds.get(slug)
        if (id === undefined) throw new Error(`no problem ${slug}, and the file was checked`)
        return id
      }
      await db.transaction().execute(async (tx) => {
        await holdLearner(tx, learnerId)
        await refuseFull(tx, learnerId)
        const step = { tx, learnerId, file, idOf }
        await writeIntake(step, embedding)
        await writeSettings(step)
        await writeOwnProblems(step)
        await writePlans(step)
        await writePractice(step)
        await writeCode(step)
        await writeCommunity(step, learner.name)
      })
    },
  }
}

async function refuseFull(db: Db, learnerId: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from (values
      ('an intake', exists (select from intake_profiles where learner_id = ${learnerId})),
      ('plans', exists (select from plans where learner_id = ${learnerId})
        or exists (select from generations where learner_id = ${learnerId})),
      ('attempts', exists (select from attempts where learner_id = ${learnerId})),
      ('settings', exists (select from learner_settings where learner_id = ${learnerId})),
      ('breaks', exists (select from breaks where learner_id = ${learnerId})),
      ('notes', exists (select from notes where learner_id = ${learnerId})),
      ('code', exists (select from code_drafts where learner_id = ${learnerId})
        or exists (select from submissions where learner_id = ${learnerId})
        or exists (select from hints where learner_id = ${learnerId})
        or exists (select from interviews where learner_id = ${learnerId})),
      ('problems of its own', exists (select from problems where owner_id = ${learnerId})),
      ('upvotes', exists (select from upvotes where learner_id = ${learnerId})),
      ('comments', exists (select from comments where learner_id = ${learnerId}))
    ) as held (name, there) where there`.execute(db)
  if (rows.length > 0) throw accountNotEmpty(rows.map(({ name }) => name))
}

async function writeIntake({ tx, learnerId, file }: Step, embedding: Embedding | undefined): Promise<void> {
  if (!file.intake) return
  const { embedding: _, embedding_model: __, ...intake } = file.intake
  await tx
    .insertInto('intake_profiles')
    .values({
      ...intake,
      learner_id: learnerId,
      unknown_time_zone: null,
      topic_confidence: JSON.stringify(intake.topic_confidence),
      regeneration_answers: JSON.stringify(intake.regeneration_answers),
      embedding: embedding ? toSql(embedding.vector) : null,
      embedding_model: embedding?.model ?? null,
      created_at: moment(intake.created_at),
      updated_at: moment(intake.updated_at),
    })
    .execute()
}

async function writeOwnProblems({ tx, learnerId, file }: Step): Promise<void> {
  await inBatches(
    file.own_problems,
    ({ id, slug, created_at, deleted_at, ...problem }) => ({
      ...toRow({ id, learnerId }),
      ...problem,
      slug,
      added_at: moment(created_at),
      retired_at: deleted_at === null ? null : moment(deleted_at),
    }),
    async (rows) => {
      await tx.insertInto('problems').values(rows).execute()
      await startCounts(
        tx,
        rows.map(({ id }) => id),
      )
    },
  )
}

async function writePlans({ tx, learnerId, file }: Step): Promise<void> {
  const generationOf = new Map(file.generations.map(({ id, plan_id }) => [plan_id, id]))
  await inBatches(
    file.generations,
    ({ events: _, model_answer, state, error_code, ...generation }) => ({
      ...generation,
      // One that was under way when the file was made has no worker here.
      ...(state === 'done' || state === 'failed'
        ? { state, error_code }
        : { state: 'failed' as const, error_code: 'plan.interrupted' }),
      created_at: moment(generation.created_at),
      model_answer: model_answer && JSON.stringify(model_answer),
      learner_id: learnerId,
      accept: true,
      request_hash: 'import',
      request_id: 'import',
    }),
    (rows) => tx.insertInto('generations').values(rows).execute(),
  )
  await inBatches(
    file.generations.flatMap(({ id, events }) => events.map((one) => ({ id, ...one }))),
    ({ id, seq, event: { type, ...data } }) => ({
      generation_id: id,
      seq,
      type,
      data: JSON.stringify(data),
    }),
    (rows) => tx.insertInto('generation_events').values(rows).execute(),
  )
  await inBatches(
    file.plans,
    ({ plan_json, revisions: _, ...plan }) => ({
      ...plan,
      generated_at: moment(plan.generated_at),
      declined_at: plan.declined_at === null ? null : moment(plan.declined_at),
      plan_json: JSON.stringify(plan_json),
      learner_id: learnerId,
      generation_id: generationOf.get(plan.id) ?? randomUUID(),
    }),
    (rows) => tx.insertInto('plans').values(rows).execute(),
  )
  await inBatches(
    file.plans.flatMap(({ id, revisions }) => revisions.map((one) => ({ plan_id: id, ...one }))),
    ({ changes, plan_json, ...one }) => ({
      ...one,
      changes: JSON.stringify(changes),
      plan_json: JSON.stringify(plan_json),
      created_at: moment(one.created_at),
      learner_id: learnerId,
    }),
    (rows) => tx.insertInto('plan_revisions').values(rows).execute(),
  )
}

async function writeSettings({ tx, learnerId, file }: Step): Promise<void> {
  if (file.settings)
    await tx
      .insertInto('learner_settings')
      .values({ ...file.settings, updated_at: moment(file.settings.updated_at), learner_id: learnerId })
      .execute()
  await inBatches(
    file.breaks,
    ({ id, from, to, created_at }) => ({
      id,
      from_date: from,
      to_date: to,
      created_at: moment(created_at),
      learner_id: learnerId,
    }),
    (rows) => tx.insertInto('breaks').values(rows).execute(),
  )
}

async function writePractice({ tx, learnerId, file, idOf }: Step): Promise<void> {
  await inBatches(
    file.attempts,
    ({ problem, for_problem, ...attempt }) => ({
      ...attempt,
      for_problem_id: for_problem === null ? null : idOf(for_problem),
      started_at: attempt.started_at === null ? null : moment(attempt.started_at),
      created_at: moment(attempt.created_at),
      retracted_at: attempt.retracted_at === null ? null : moment(attempt.retracted_at),
      pasted_at: attempt.pasted_at === null ? null : moment(attempt.pasted_at),
      learner_id: learnerId,
      problem_id: idOf(problem),
    }),
    (rows) => tx.insertInto('attempts').values(rows).execute(),
  )
  const problemIds = [
    ...new Set(file.attempts.flatMap(({ problem, for_problem }) => [problem, for_problem ?? problem])),
  ].map(idOf)
  await rebuildProgress(tx, { learnerId, problemIds })
  await rebuildCards({ tx, learnerId, problemIds })
  await inBatches(
    file.notes,
    ({ problem, ...note }) => ({
      ...note,
      updated_at: moment(note.updated_at),
      learner_id: learnerId,
      problem_id: idOf(problem),
    }),
    (rows) => tx.insertInto('notes').values(rows).execute(),
  )
}

async function writeCode({ tx, learnerId, file, idOf }: Step): Promise<void> {
  await inBatches(
    file.code_drafts,
    ({ problem, ...draft }) => ({
      ...draft,
      updated_at: moment(draft.updated_at),
      learner_id: learnerId,
      problem_id: idOf(problem),
    }),
    (rows) => tx.insertInto('code_drafts').values(rows).execute(),
  )
  await inBatches(
    file.submissions,
    ({ problem, ...submission }) => ({
      ...submission,
      created_at: moment(submission.created_at),
      learner_id: learnerId,
      problem_id: idOf(problem),
      idempotency_key: null,
    }),
    (rows) => tx.insertInto('submissions').values(rows).execute(),
  )
  await inBatches(
    file.hints,
    ({ problem, ...hint }) => ({
      ...hint,
      created_at: moment(hint.created_at),
      learner_id: learnerId,
      problem_id: idOf(problem),
    }),
    (rows) => tx.insertInto('hints').values(rows).execute(),
  )
  await inBatches(
    file.interviews,
    ({ problem, ...interview }) => ({
      ...interview,
      started_at: moment(interview.started_at),
      predicted_at: interview.predicted_at === null ? null : moment(interview.predicted_at),
      ended_at: interview.ended_at === null ? null : moment(interview.ended_at),
      learner_id: learnerId,
      problem_id: idOf(problem),
    }),
    (rows) => tx.insertInto('interviews').values(rows).execute(),
  )
}

async function writeCommunity({ tx, learnerId, file, idOf }: Step, authorName: string): Promise<void> {
  await inBatches(
    file.upvotes,
    ({ problem, ...upvote }) => ({
      ...upvote,
      created_at: moment(upvote.created_at),
      learner_id: learnerId,
      problem_id: idOf(problem),
    }),
    (rows) => tx.insertInto('upvotes').values(rows).execute(),
  )
  await inBatches(
    file.comments,
    ({ id, problem, body, tag, created_at, updated_at }) => ({
      id,
      body,
      tag,
      created_at: moment(created_at),
      updated_at: moment(updated_at),
      learner_id: learnerId,
      author_name: authorName,
      problem_id: idOf(problem),
      // A file says whatever its maker wants: others see what was written here, within the limits that hold here.
      hidden_at: sql<Date>`now()`,
      hidden_by: 'import' as const,
    }),
    (rows) => tx.insertInto('comments').values(rows).execute(),
  )
  await recountRows(
    tx,
    file.upvotes.map(({ problem, level }) => ({
      problem_id: idOf(problem),
      kind: 'upvotes',
      label: level,
      step: 1,
    })),
  )
}

/** With all its microseconds, which a Date would cut off. */
function moment(text: string) {
  return sql<Date>`${text}::timestamptz`
}

/** A statement takes 65,535 values at most, and delays other requests of this process while it is made. */
const BATCH = { rows: 500, characters: 128 * 1024 }

/** Writes what becomes of the items, some rows at a time. */
async function inBatches<Item, Row extends object>(
  items: Item[],
  toRow: (item: Item) => Row,
  write: (rows: Row[]) => Promise<unknown>,
): Promise<void> {
  let rows: Row[] = []
  let characters = 0
  for (const item of items) {
    const row = toRow(item)
    rows.push(row)
    for (const value of Object.values(row)) if (typeof value === 'string') characters += value.length
    if (rows.length < BATCH.rows && characters < BATCH.characters) continue
    await write(rows)
    rows = []
    characters = 0
  }
  if (rows.length > 0) await write(rows)
}
