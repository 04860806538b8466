import { createCatalogueRepository } from '../../../api/src/modules/catalogue/catalogue.repository.ts'
import { createCatalogueCache } from '../../../api/src/modules/catalogue/catalogue-cache.ts'
import { createCommentsRepository } from '../../../api/src/modules/comments/comments.repository.ts'
import { createIntakeRepository } from '../../../api/src/modules/intake/intake.repository.ts'
import { createPlansRepository } from '../../../api/src/modules/plans/plans.repository.ts'
import { createProblemsRepository } from '../../../api/src/modules/problems/problems.repository.ts'
import { listProblemsQuerySchema } from '../../../api/src/modules/problems/problems.schemas.ts'
import type { Database } from '../../../db/src/index.ts'
import { createRecordingDb, type Statement } from '../../../db/src/testing.ts'

const COUNTS = 's.upvotes, s.comments, s.too_hard, s.good_intro, s.pattern_practice'
const BEGIN = `select p.id, p.number, ${COUNTS} from problems p join problem_stats s on s.problem_id = p.id
  where p.retired_at is null and p.owner_id is null`
/** The same of problems a row each and a column each, as one writes it first, where the API asks otherwise. */
const rowByRow: Record<string, Statement> = {
  list: { sql: `${BEGIN} order by p.number limit $1`, parameters: [51] },
  filtered: {
    sql: `${BEGIN} and p.topic = any($1::text[]) and p.difficulty = any($2::text[]) order by s.upvotes desc, p.number limit $3`,
    parameters: [['trees'], ['hard'], 51],
  },
  page: {
    sql: `select s.problem_id, ${COUNTS} from problem_stats s where s.problem_id = (select id from problems where slug = $1)`,
    parameters: ['two-sum'],
  },
}
export const hasRowByRow = (name: string) => name in rowByRow

/**
 * The SQL that the API sends for each call, as it sends it: the bare server sends the same. Under `<name>-rows` it
 * sends what asks for a row each.
 */
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
    problems.list({ query: listProblemsQuerySchema.parse(query), after: undefined })
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
  const recorded: Record<string, Statement[]> = Object.fromEntries(
    Object.entries(rowByRow).map(([name, statement]) => [`${name}-rows`, [statement]]),
  )
  for (const [name, call] of Object.entries(calls)) {
    seen.length = 0
    await call()
    recorded[name] = [...seen]
  }
  return recorded
}
