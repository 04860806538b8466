import {
  difficulties,
  type ProblemSort,
  problemLists,
  problemSortSchema,
  problemStatuses,
} from '@codify/api/contract'
import { routes } from '../../lib/routes.ts'

const filterNames = ['topic', 'pattern', 'difficulty', 'list', 'status', 'mine'] as const
export type FilterName = (typeof filterNames)[number]

/** Filters, search and order of a list of problems, as in its address. */
export type ProblemQuery = Record<FilterName, string[]> & { q: string; sort: ProblemSort }

/** The slugs an address may name; anything else in it is left out rather than refused. */
type KnownSlugs = { topics: readonly string[]; patterns: readonly string[] }

/** As many values of one filter as the API takes. */
const mostValues = 20
const longestSearch = 100

type SearchParams = Record<string, string | string[] | undefined>

/** Reads a shared or hand-made address; what makes no sense is ignored. Only a learner has statuses, and problems of their own. */
export function parseProblemQuery({
  search,
  known,
  signedIn,
}: {
  search: SearchParams
  known: KnownSlugs
  signedIn: boolean
}): ProblemQuery {
  const pick = (name: FilterName, allowed: readonly string[]) => {
    const given = new Set([search[name] ?? []].flat())
    return allowed.filter((value) => given.has(value)).slice(0, mostValues)
  }
  const sort = problemSortSchema.safeParse(search.sort)
  return {
    q: ([search.q ?? []].flat()[0] ?? '').trim().slice(0, longestSearch),
    topic: pick('topic', known.topics),
    pattern: pick('pattern', known.patterns),
    difficulty: pick('difficulty', difficulties),
    list: pick('list', problemLists),
    status: signedIn ? pick('status', problemStatuses) : [],
    mine: signedIn ? pick('mine', ['true']) : [],
    sort: sort.success ? sort.data : 'number',
  }
}

/** The address of a list; what is at its default is not in it. */
export function problemListPath(query: Partial<ProblemQuery>): string {
  const search = new URLSearchParams()
  if (query.q) search.set('q', query.q)
  for (const name of filterNames) for (const value of query[name] ?? []) search.append(name, value)
  if (query.sort && query.sort !== 'number') search.set('sort', query.sort)
  return search.size ? `${routes.problems}?${search}` : routes.problems
}

/** The query in the API's words. */
export function toApiQuery(query: ProblemQuery) {
  return {
    topic: query.topic,
    pattern: query.pattern,
    difficulty: difficulties.filter((each) => query.difficulty.includes(each)),
    list: problemLists.filter((each) => query.list.includes(each)),
    status: problemStatuses.filter((each) => query.status.includes(each)),
    sort: query.sort,
    ...(query.mine.length > 0 ? { mine: 'true' as const } : {}),
    ...(query.q ? { q: query.q } : {}),
  }
}

/** Sets a value of a filter, or takes it away when it is set. */
export function withToggled(query: ProblemQuery, name: FilterName, value: string): ProblemQuery {
  const values = query[name]
  if (values.includes(value)) return { ...query, [name]: values.filter((each) => each !== value) }
  return values.length < mostValues ? { ...query, [name]: [...values, value] } : query
}

/** Without search and filters; the order stays. */
export function withoutFilters({ sort }: ProblemQuery): ProblemQuery {
  return { q: '', topic: [], pattern: [], difficulty: [], list: [], status: [], mine: [], sort }
}

export function countFilters(query: ProblemQuery): number {
  return filterNames.reduce((sum, name) => sum + query[name].length, 0)
}
