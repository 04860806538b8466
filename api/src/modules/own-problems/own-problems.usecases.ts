import { z } from 'zod'
import { decodeCursor, toPage } from '../../shared/cursor.ts'
import { invalidRequest } from '../../shared/errors.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import type { Problem, ProblemPage } from '../problems/problems.schemas.ts'
import { ownProblemNotFound } from './own-problems.errors.ts'
import type { OwnProblemsRepository } from './own-problems.repository.ts'
import type { ChangeOwnProblem, OwnProblemInput } from './own-problems.schemas.ts'

export type OwnProblemsDeps = {
  ownProblems: OwnProblemsRepository
  problems: ProblemsRepository
  catalogue: CatalogueCache
}
type Owned = OwnProblemsDeps & { learnerId: string; id: string }

/** One keyset page of what the learner added, newest first. */
export async function listOwnProblems(
  options: OwnProblemsDeps & { learnerId: string; limit: number; cursor: string | undefined },
): Promise<ProblemPage> {
  const { learnerId, limit, ownProblems, problems } = options
  const [after] = decodeCursor(options.cursor, z.tuple([z.int32()])) ?? []
  const places = await ownProblems.list({ learnerId, after, limit })
  const found = await problems.findMany({ learnerId, ids: places.map(({ id }) => id) })
  const byId = new Map(found.map((problem) => [problem.id, problem]))
  const page = toPage({
    rows: places,
    limit,
    cursorOf: (row) => [row.number],
    toItem: (row) => byId.get(row.id),
  })
  return { ...page, items: page.items.filter((problem) => problem !== undefined) }
}

/** @throws 400 at `topic` when there is none such, 409 `own_problem.exists` or `own_problem.limit` */
export async function addOwnProblem({
  learnerId,
  problem,
  ...deps
}: OwnProblemsDeps & { learnerId: string; problem: OwnProblemInput }): Promise<Problem> {
  await refuseUnknownTopic(problem, deps)
  const id = await deps.ownProblems.create({ learnerId, problem })
  return readOwn({ learnerId, id, ...deps })
}

export async function changeOwnProblem({
  change,
  ...owned
}: Owned & { change: ChangeOwnProblem }): Promise<Problem> {
  await refuseUnknownTopic(change, owned)
  if (!(await owned.ownProblems.update({ ...owned, change }))) throw ownProblemNotFound()
  return readOwn(owned)
}

export async function deleteOwnProblem(owned: Owned): Promise<void> {
  if (!(await owned.ownProblems.remove(owned))) throw ownProblemNotFound()
}

async function readOwn({ learnerId, id, problems }: Owned): Promise<Problem> {
  const problem = await problems.find({ slugOrId: id, learnerId })
  if (!problem) throw ownProblemNotFound()
  return problem
}

async function refuseUnknownTopic({ topic }: { topic?: string | undefined }, { catalogue }: OwnProblemsDeps) {
  if (topic === undefined || (await catalogue.get()).topicSlugs.has(topic)) return
  throw invalidRequest([{ field: 'topic', message: 'Unknown topic; see GET /v1/topics.' }])
}
