import {
  type OwnProblemInput,
  type Problem,
  type ProblemPage,
  problemPageSchema,
  problemSchema,
  type Upvote,
  upvoteSchema,
} from '@codify/api/contract'
import { browserApi, unwrap } from '@/lib/browser-api.ts'
import { type ProblemQuery, toApiQuery } from './problem-query.ts'

export async function fetchProblemPage(query: ProblemQuery, cursor: string): Promise<ProblemPage> {
  const answer = browserApi.v1.problems.$get({ query: { ...toApiQuery(query), cursor } })
  return unwrap(answer, problemPageSchema)
}

/** Sets or takes back one's upvote; repeating it changes nothing. */
export async function setUpvote(slug: string, upvoted: boolean): Promise<Upvote> {
  const call = browserApi.v1.problems[':slug'].upvote
  return unwrap(upvoted ? call.$put({ param: { slug } }) : call.$delete({ param: { slug } }), upvoteSchema)
}

/** Adds a problem of one's own, or with an id changes it. Throws `ApiError` with the fields that were refused. */
export async function saveOwnProblem(body: OwnProblemInput, id?: string): Promise<Problem> {
  const calls = browserApi.v1['own-problems']
  const answer = id ? calls[':id'].$patch({ param: { id }, json: body }) : calls.$post({ json: body })
  return unwrap(answer, problemSchema)
}

export async function deleteOwnProblem(id: string): Promise<void> {
  await unwrap(browserApi.v1['own-problems'][':id'].$delete({ param: { id } }))
}
