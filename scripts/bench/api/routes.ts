import { createCatalogueRepository } from '../../../api/src/modules/catalogue/catalogue.repository.ts'
import { createCatalogueCache } from '../../../api/src/modules/catalogue/catalogue-cache.ts'
import { createCommentsRepository } from '../../../api/src/modules/comments/comments.repository.ts'
import { createIntakeRepository } from '../../../api/src/modules/intake/intake.repository.ts'
import { createPlansRepository } from '../../../api/src/modules/plans/plans.repository.ts'
import { createProblemsRepository } from '../../../api/src/modules/problems/problems.repository.ts'
import {
  difficulties,
  listProblemsQuerySchema,
  problemSorts,
} from '../../../api/src/modules/problems/problems.schemas.ts'
import type { Database } from '../../../db/src/index.ts'
import { createRecordingDb, type Statement } from '../../../db/src/testing.ts'

/** Lists that differ: the whole catalogue and each topic, in several orders and lengths. */
export function differentLists(topics: string[]): Record<string, string>[] {
  const whole = problemSorts.flatMap((sort) =>
    ['20', '50'].flatMap((limit) => [
      { sort, limit },
      ...difficulties.map((difficulty) => ({ sort, limit, difficulty })),
    ]),
  )
  return [...whole, ...topics.flatMap((topic) => ['number', 'upvotes'].map((sort) => ({ topic, sort })))]
}

/**
 * The SQL that the API sends for each call, as it sends it: the bare server sends the same, that of calls which differ
 * by turns.
 */
export async function recordStatements({
  database,
  learner,
  slugs,
  topics,
}: {
  database: Database
  learner: string
  slugs: string[]
  topics: string[]
}): Promise<Record<string, Statement[][]>> {
  const { db, statements: seen } = createRecordingDb(database)
  const catalogue = createCatalogueCache({ catalogue: createCatalogueRepository({ readDb: db }) })
  const problems = createProblemsRepository({ db, readDb: db, catalogue })
  const comments = createCommentsRepository({ db, readDb: db })
  const intakes = createIntakeRepository({ db })
  const plans = createPlansRepository({ db })
  const twoSum = await problems.findId({ slugOrId: 'two-sum' })
  const problemId = twoSum?.id ?? ''
  const list = (query: unknown) =>
    problems.list({ query: listProblemsQuerySchema.parse(query), after: undefined, learnerId: undefined })
  const page = (slug: string) => () => problems.find({ slugOrId: slug, learnerId: undefined })
  const calls: Record<string, (() => Promise<unknown>)[]> = {
    list: [() => list({})],
    filtered: [() => list({ topic: 'trees', difficulty: 'hard', sort: 'upvotes' })],
    page: [page('two-sum')],
    lists: differentLists(topics).map((query) => () => list(query)),
    pages: slugs.map(page),
    upvote: [
      async () => {
        await problems.findId({ slugOrId: 'two-sum' })
        await problems.upvote({ learnerId: learner, problemId })
      },
    ],
    comments: [
      () => comments.list({ problemId, order: 'newest', after: undefined, limit: 20, readerId: undefined }),
    ],
    intake: [() => intakes.find({ learnerId: learner })],
    plan: [() => plans.findCurrentText({ learnerId: learner })],
  }
  const recorded: Record<string, Statement[][]> = {}
  for (const [name, turns] of Object.entries(calls)) {
    recorded[name] = []
    for (const call of turns) {
      seen.length = 0
      await call()
      recorded[name].push([...seen])
    }
  }
  return recorded
}
