import type { Db } from '@codify/db'
import type { CardFacts } from './anki.ts'
import type { ProblemLink } from './plan-markdown.ts'

export type DownloadsRepository = ReturnType<typeof createDownloadsRepository>

const BATCH = 500

export function createDownloadsRepository({ db }: { db: Db }) {
  return {
    /** The problems among `slugs` that the learner can see. */
    async readLinks({ learnerId, slugs }: { learnerId: string; slugs: string[] }): Promise<ProblemLink[]> {
      return db
        .selectFrom('problems')
        .select(['slug', 'title', 'url'])
        .where('slug', 'in', slugs)
        .where((eb) => eb.or([eb('owner_id', 'is', null), eb('owner_id', '=', learnerId)]))
        .execute()
    },

    /** Every problem the learner met, with their note, in batches by number. */
    async readCards({ learnerId }: { learnerId: string }): Promise<CardFacts[]> {
      const all: CardFacts[] = []
      let after = 0
      for (;;) {
        const batch = await db
          .selectFrom('problem_progress as g')
          .innerJoin('problems as p', 'p.id', 'g.problem_id')
          .leftJoin('notes as n', (join) =>
            join.onRef('n.problem_id', '=', 'p.id').onRef('n.learner_id', '=', 'g.learner_id'),
          )
          .select(['p.id', 'p.number', 'p.title', 'p.url', 'p.topic', 'p.difficulty', 'p.patterns'])
          .select('n.body as note')
          .where('g.learner_id', '=', learnerId)
          .where('g.status', '!=', 'skipped')
          .where('p.number', '>', after)
          .orderBy('p.number')
          .limit(BATCH)
          .execute()
        all.push(...batch)
        const last = batch.at(-1)
        if (batch.length < BATCH || !last) return all
        after = last.number
      }
    },
  }
}
