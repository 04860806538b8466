import { decodeCursor } from '../../shared/cursor.ts'
import { invalidRequest } from '../../shared/errors.ts'
import type { Catalogue } from '../catalogue/catalogue-cache.ts'
import { problemNotFound } from './problems.errors.ts'
import { sortKeys } from './problems.models.ts'
import type { ProblemsRepository } from './problems.repository.ts'
import type { ListProblemsQuery, Problem, ProblemPage, Upvote } from './problems.schemas.ts'

/** One keyset page of the catalogue. Unknown topics and patterns are refused rather than answered with nothing. */
export async function listProblems({
  query,
  learnerId,
  problems,
}: {
  query: ListProblemsQuery
  learnerId: string | undefined
  problems: ProblemsRepository
}): Promise<ProblemPage> {
  refuseUnknown({ query, catalogue: await problems.catalogue.get() })
  const after = decodeCursor(query.cursor, sortKeys[query.sort].cursor)
  return problems.list({ query, after, learnerId })
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

function refuseUnknown({ query, catalogue }: { query: ListProblemsQuery; catalogue: Catalogue }): void {
  const topics = query.topic.filter((slug) => !catalogue.topicSlugs.has(slug))
  if (topics.length)
    throw invalidRequest([
      { field: 'topic', message: `Unknown topic ${topics.join(', ')}; see GET /v1/topics.` },
    ])
  const patterns = query.pattern.filter((slug) => !catalogue.patternSlugs.has(slug))
  if (patterns.length)
    throw invalidRequest([
      { field: 'pattern', message: `Unknown pattern ${patterns.join(', ')}; see GET /v1/topics.` },
    ])
}
