import { type ProblemPage, problemPageSchema, type Upvote, upvoteSchema } from '@codify/api/contract'
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
