import type { Db } from '@codify/db'
import { sql } from 'kysely'

export type CatalogueRepository = ReturnType<typeof createCatalogueRepository>

/** The catalogue as seeds wrote it: topics, patterns and problems, without anything of learners or their own. */
export function createCatalogueRepository({ readDb }: { readDb: Db }) {
  return {
    /** A digest of every row: it changes when the catalogue does, whoever changed it. */
    async readDigest(): Promise<string> {
      const { rows } = await sql<{ digest: string }>`
        select md5(concat(
          (select string_agg(md5(t::text), '' order by t.slug) from topics t),
          (select string_agg(md5(p::text), '' order by p.slug) from patterns p),
          (select string_agg(md5(p::text), '' order by p.id) from problems p where p.owner_id is null),
          (select string_agg(e.problem_id::text, '' order by e.problem_id) from exercises e)
        )) as digest`.execute(readDb)
      return rows[0]?.digest ?? ''
    },

    async readTopics() {
      return readDb
        .selectFrom('topics')
        .select(['slug', 'title', 'prerequisites', 'stage'])
        .orderBy('position')
        .execute()
    },

    async readPatterns() {
      return readDb.selectFrom('patterns').select(['slug', 'title', 'topics']).orderBy('position').execute()
    },

    /** Every problem by number, the retired ones too: old plans and links name them. */
    async readProblems() {
      return selectProblems(readDb).where('owner_id', 'is', null).orderBy('number').execute()
    },
  }
}

/** Problems without what differs between readers. */
export function selectProblems(db: Db) {
  return db
    .selectFrom('problems')
    .leftJoin('exercises', 'exercises.problem_id', 'problems.id')
    .select(['id', 'slug', 'number', 'title', 'url', 'source', 'topic', 'difficulty', 'patterns', 'minutes'])
    .select(['lists', 'acceptance', 'premium', 'retired_at'])
    .select((eb) => eb('owner_id', 'is not', null).$castTo<boolean>().as('own'))
    .select((eb) => eb('exercises.problem_id', 'is not', null).$castTo<boolean>().as('has_exercise'))
}
