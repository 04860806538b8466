import { createCatalogueRepository } from '../../../api/src/modules/catalogue/catalogue.repository.ts'
import { createCatalogueCache } from '../../../api/src/modules/catalogue/catalogue-cache.ts'
import { createCommentsRepository } from '../../../api/src/modules/comments/comments.repository.ts'
import { createIntakeRepository } from '../../../api/src/modules/intake/intake.repository.ts'
import { createPlansRepository } from '../../../api/src/modules/plans/plans.repository.ts'
import { createProblemsRepository } from '../../../api/src/modules/problems/problems.repository.ts'
import { listProblemsQuerySchema } from '../../../api/src/modules/problems/problems.schemas.ts'
import type { Database } from '../../../db/src/index.ts'
import { createRecordingDb, type Statement } from '../../../db/src/testing.ts'

/** The SQL that the API sends for each call, as it sends it: the bare server sends the same. */
export async function recordStatements(
  database: Database,
  learner: string,
): Promise<Record<string, Statement[]>> {
  const { db, statements: seen } = createRecordingDb(database)
  const catalogue = createCatalogueCache({ catalogue: createCatalogueRepository({ readDb: db }) })
  const problems = createProblemsRepository({ db, readDb: db, catalogue })
  const comments = createCommentsRepository({ db, readDb: db })
  const intakes = createIntakeRepository({ db })
  const plans = createPlansRepository({ db })
  const twoSum = await problems.findId({ slugOrId: 'two-sum' })
  const problemId = twoSum?.id ?? ''
  const list = (query: unknown) =>
    problems.list({ learnerId: undefined, query: listProblemsQuerySchema.parse(query), after: undefined })
  const calls: Record<string, () => Promise<unknown>> = {
    list: () => list({}),
    filtered: () => list({ topic: 'trees', difficulty: 'hard', sort: 'upvotes' }),
    page: () => problems.find({ slugOrId: 'two-sum', learnerId: undefined }),
    upvote: async () => {
      await problems.findId({ slugOrId: 'two-sum' })
      await problems.upvote({ learnerId: learner, problemId })
    },
    comments: () =>
      comments.list({ problemId, order: 'newest', after: undefined, limit: 20, readerId: undefined }),
    intake: () => intakes.find({ learnerId: learner }),
    plan: () => plans.findCurrent({ learnerId: learner }),
  }
  const recorded: Record<string, Statement[]> = {}
  for (const [name, call] of Object.entries(calls)) {
    seen.length = 0
    await call()
    recorded[name] = [...seen]
  }
  return recorded
}
