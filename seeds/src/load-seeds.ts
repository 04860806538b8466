import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { type Exercise, readExercises } from './exercises/read-exercises.ts'
import { loadExercises } from './load-exercises.ts'
import { type Catalogue, readCatalogue } from './read-catalogue.ts'

/**
 * Loads the catalogue into the database. Safe to run again and from several replicas at once: rows that are there
 * are updated where they differ, problems no longer listed are retired (old plans point at them), nothing of a
 * learner is touched.
 */
export async function loadSeeds(db: Db, catalogue?: Catalogue, given?: Exercise[]): Promise<void> {
  const { topics, patterns, problems, knowledge } = catalogue ?? (await readCatalogue())
  const exercises = given ?? (await readExercises())
  await db.transaction().execute(async (tx) => {
    // Replicas that start together load one after the other.
    await sql`select pg_advisory_xact_lock(hashtext('codify.seeds'))`.execute(tx)
    await tx
      .insertInto('topics')
      .values(topics)
      .onConflict((on) =>
        on
          .column('slug')
          .doUpdateSet((eb) => ({
            title: eb.ref('excluded.title'),
            prerequisites: eb.ref('excluded.prerequisites'),
            stage: eb.ref('excluded.stage'),
            position: eb.ref('excluded.position'),
          }))
          .where(
            sql<boolean>`(topics.title, topics.prerequisites, topics.stage, topics.position)
              is distinct from (excluded.title, excluded.prerequisites, excluded.stage, excluded.position)`,
          ),
      )
      .execute()
    await tx
      .insertInto('patterns')
      .values(patterns)
      .onConflict((on) =>
        on
          .column('slug')
          .doUpdateSet((eb) => ({
            title: eb.ref('excluded.title'),
            topics: eb.ref('excluded.topics'),
            position: eb.ref('excluded.position'),
          }))
          .where(
            sql<boolean>`(patterns.title, patterns.topics, patterns.position)
              is distinct from (excluded.title, excluded.topics, excluded.position)`,
          ),
      )
      .execute()
    await loadProblems(tx, problems)
    await loadKnowledge(tx, knowledge)
    await loadExercises(tx, { exercises, problems })
  })
}

async function loadProblems(tx: Db, problems: Catalogue['problems']): Promise<void> {
  await tx
    .insertInto('problems')
    .values(problems)
    .onConflict((on) =>
      on
        .column('slug')
        .doUpdateSet((eb) => ({
          number: eb.ref('excluded.number'),
          title: eb.ref('excluded.title'),
          url: eb.ref('excluded.url'),
          topic: eb.ref('excluded.topic'),
          difficulty: eb.ref('excluded.difficulty'),
          patterns: eb.ref('excluded.patterns'),
          minutes: eb.ref('excluded.minutes'),
          lists: eb.ref('excluded.lists'),
          acceptance: eb.ref('excluded.acceptance'),
          source: eb.ref('excluded.source'),
          premium: eb.ref('excluded.premium'),
          retired_at: null,
        }))
        .where(
          sql<boolean>`(problems.number, problems.title, problems.url, problems.topic, problems.difficulty,
            problems.patterns, problems.minutes, problems.lists, problems.acceptance, problems.source,
            problems.premium, problems.retired_at)
            is distinct from (excluded.number, excluded.title, excluded.url, excluded.topic, excluded.difficulty,
            excluded.patterns, excluded.minutes, excluded.lists, excluded.acceptance, excluded.source,
            excluded.premium, excluded.retired_at)`,
        ),
    )
    .execute()
  await tx
    .updateTable('problems')
    .set({ retired_at: sql<Date>`now()` })
    .where('retired_at', 'is', null)
    .where('owner_id', 'is', null)
    .where(
      'slug',
      'not in',
      problems.map((problem) => problem.slug),
    )
    .execute()
  await tx
    .insertInto('problem_stats')
    .columns(['problem_id'])
    .expression((eb) => eb.selectFrom('problems').select('id'))
    .onConflict((on) => on.column('problem_id').doNothing())
    .execute()
}

/** A chunk whose text changed loses its embedding, and is embedded again at the next start. */
async function loadKnowledge(tx: Db, knowledge: Catalogue['knowledge']): Promise<void> {
  await tx
    .insertInto('knowledge_chunks')
    .values(knowledge.map((chunk) => ({ ...chunk, embedding: null, embedding_model: null })))
    .onConflict((on) =>
      on
        .columns(['topic', 'position'])
        .doUpdateSet((eb) => ({
          heading: eb.ref('excluded.heading'),
          body: eb.ref('excluded.body'),
          embedding: null,
          embedding_model: null,
        }))
        .where(
          sql<boolean>`(knowledge_chunks.heading, knowledge_chunks.body)
            is distinct from (excluded.heading, excluded.body)`,
        ),
    )
    .execute()
  for (const topic of new Set(knowledge.map((chunk) => chunk.topic))) {
    const positions = knowledge.filter((chunk) => chunk.topic === topic).map((chunk) => chunk.position)
    await tx
      .deleteFrom('knowledge_chunks')
      .where('topic', '=', topic)
      .where('position', 'not in', positions)
      .execute()
  }
}
