import { z } from 'zod'
import { decodeCursor, toPage } from '../../shared/cursor.ts'
import { invalidRequest } from '../../shared/errors.ts'
import type { TopicsRepository } from '../topics/topics.repository.ts'
import { problemNotFound } from './problems.errors.ts'
import { sortKeys } from './problems.models.ts'
import type { ProblemsRepository } from './problems.repository.ts'
import type { ListProblemsQuery, Problem, ProblemPage, Upvote } from './problems.schemas.ts'

/** One keyset page of the catalogue. Unknown topics and patterns are refused rather than answered with nothing. */
export async function listProblems({
  query,
  learnerId,
  problems,
  topics,
}: {
  query: ListProblemsQuery
  learnerId: string | undefined
  problems: ProblemsRepository
  topics: TopicsRepository
}): Promise<ProblemPage> {
  await refuseUnknown({ query, topics })
  const { column, value } = sortKeys[query.sort]
  const after = decodeCursor(query.cursor, z.tuple([value, z.int32()]))
  const rows = await problems.list({ learnerId, query, after })
  return toPage({
    rows,
    limit: query.limit,
    cursorOf: (row) => [row[column], row.number],
    toItem: problems.toProblem,
  })
}

export async function getProblem({
  slugOrId,
  learnerId,
  problems,
}: {
  slugOrId: string
  learnerId: string | undefined
  problems: ProblemsRepository
}): Promise<Problem> {
  const problem = await problems.find({ slugOrId, learnerId })
  if (!problem) throw problemNotFound()
  return problem
}

/** Sets or takes back the learner's upvote; repeating it changes nothing. */
export async function setUpvote({
  slugOrId,
  learnerId,
  upvoted,
  problems,
}: {
  slugOrId: string
  learnerId: string
  upvoted: boolean
  problems: ProblemsRepository
}): Promise<Upvote> {
  const problem = await problems.findId({ slugOrId })
  if (!problem) throw problemNotFound()
  const change = { learnerId, problemId: problem.id }
  return upvoted ? problems.upvote(change) : problems.removeUpvote(change)
}

async function refuseUnknown({ query, topics }: { query: ListProblemsQuery; topics: TopicsRepository }) {
  if (query.topic.length) {
    const known = new Set(await topics.listTopicSlugs())
    const unknown = query.topic.filter((slug) => !known.has(slug))
    if (unknown.length)
      throw invalidRequest([
        { field: 'topic', message: `Unknown topic ${unknown.join(', ')}; see GET /v1/topics.` },
      ])
  }
  if (query.pattern.length) {
    const known = new Set((await topics.listPatterns()).map((pattern) => pattern.slug))
    const unknown = query.pattern.filter((slug) => !known.has(slug))
    if (unknown.length)
      throw invalidRequest([
        { field: 'pattern', message: `Unknown pattern ${unknown.join(', ')}; see GET /v1/topics.` },
      ])
  }
}
