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
 * by turns. Under `<name>-rows` it sends what asks for a row each.
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
    problems.list({ query: listProblemsQuerySchema.parse(query), after: undefined })
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
  const recorded: Record<string, Statement[][]> = Object.fromEntries(
    Object.entries(rowByRow).map(([name, statement]) => [`${name}-rows`, [[statement]]]),
  )
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
