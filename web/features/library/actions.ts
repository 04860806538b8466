import { type MarkedPattern, markedPatternSchema, type PatternMark } from '@codify/api/contract'
import { browserApi, unwrap } from '@/lib/browser-api.ts'

/** Sets one's mark of a pattern, or takes it back with null; repeating it changes nothing. */
export async function setPatternMark(slug: string, mark: PatternMark | null): Promise<MarkedPattern> {
  const call = browserApi.v1.patterns[':slug'].mark
  const answer =
    mark === null ? call.$delete({ param: { slug } }) : call.$put({ param: { slug }, json: { mark } })
  return unwrap(answer, markedPatternSchema)
}
