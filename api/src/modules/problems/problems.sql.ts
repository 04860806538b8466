import { CompiledQuery } from 'kysely'
import { validate as isUuid } from 'uuid'
import { likePattern, type SortColumn, sortKeys } from './problems.models.ts'
import type { ListProblemsQuery, ProblemStatus } from './problems.schemas.ts'

// Written as text, because building these queries anew costs more than the rest of the request. What a learner gives
// is a parameter everywhere, and lists are arrays, so that the texts are few and the server keeps their plans.

/** What differs between requests about a problem; the catalogue has the rest. */
export type ProblemRow = {
  id: string
  /** The same of a problem that the learner added as the catalogue has of its own; null for those. */
  own: string | null
  number: number
  /** What the list is sorted by. */
  key: string | number
  upvotes: number
  comments: number
  too_hard: number
  good_intro: number
  pattern_practice: number
  upvoted: boolean
  status: ProblemStatus | null
}

const COUNTS = 's.upvotes, s.comments, s.too_hard, s.good_intro, s.pattern_practice'
const NOBODY = 'null as own, false as upvoted, null as status'
const OWN = ['id', 'slug', 'number', 'title', 'url', 'topic', 'difficulty', 'patterns', 'minutes', 'lists']
  .concat('acceptance', 'premium')
  .map((column) => `'${column}', p.${column}`)
const LEARNER = `u.learner_id is not null as upvoted, g.status,
  case when p.owner_id is not null then json_build_object(${OWN.join(', ')}, 'own', true, 'has_exercise', false)::text end as own`

const sortExpressions: Record<SortColumn, string> = {
  number: 'p.number',
  // Byte order, so that both databases sort alike whatever their locale.
  title_key: 'lower(p.title) collate "C"',
  difficulty_rank: 'p.difficulty_rank',
  minutes: 'p.minutes',
  upvotes: 's.upvotes',
  acceptance: 'p.acceptance',
}

/** At most `limit + 1` problems after the cursor, in the query's order. */
export function listStatement(options: {
  learnerId: string | undefined
  query: ListProblemsQuery
  after: readonly [sortValue: string | number, number: number] | undefined
}): CompiledQuery<ProblemRow> {
  const { learnerId, query, after } = options
  const parameters: unknown[] = []
  const value = (given: unknown) => `$${parameters.push(given)}`
  const { column, direction } = sortKeys[query.sort]
  const key = sortExpressions[column]
  const marks = learnerId === undefined ? '' : marksOf(value(learnerId))
  const where = ['p.retired_at is null', learnerId === undefined ? 'p.owner_id is null' : visibleTo('$1')]
  if (query.mine) where.push('p.owner_id is not null')
  if (query.topic.length) where.push(`p.topic = any(${value(query.topic)}::text[])`)
  if (query.difficulty.length) where.push(`p.difficulty = any(${value(query.difficulty)}::text[])`)
  if (query.pattern.length) where.push(`p.patterns && ${value(query.pattern)}::text[]`)
  if (query.list.length) where.push(`p.lists && ${value(query.list)}::text[]`)
  if (query.status.length) {
    const status = learnerId === undefined ? `'todo'` : `coalesce(g.status, 'todo')`
    where.push(`${status} = any(${value(query.status)}::text[])`)
  }
  if (query.q) {
    const like = value(likePattern(query.q))
    where.push(`(p.title ilike ${like} or p.slug ilike ${like} or p.number::text = ${value(query.q)})`)
  }
  if (after) {
    const [last, number] = after
    const beyond = direction === 'asc' ? '>' : '<'
    const [lastKey, lastNumber] = [value(last), value(number)]
    where.push(`(${key} ${beyond} ${lastKey} or (${key} = ${lastKey} and p.number > ${lastNumber}))`)
  }
  return CompiledQuery.raw(
    `select p.id, p.number, ${key} as key, ${COUNTS}, ${marks ? LEARNER : NOBODY}
    from problems p join problem_stats s on s.problem_id = p.id ${marks}
    where ${where.join(' and ')} order by ${key} ${direction}, p.number limit ${value(query.limit + 1)}`,
    parameters,
  )
}

/** One problem: what the catalogue knows by that name, else the learner's own. */
export function findStatement(options: {
  known: { id: string; number: number } | undefined
  slugOrId: string
  learnerId: string | undefined
}): CompiledQuery<ProblemRow> {
  const { known, slugOrId, learnerId } = options
  if (known && learnerId === undefined)
    return CompiledQuery.raw(
      `select s.problem_id as id, 0 as number, 0 as key, ${COUNTS}, ${NOBODY} from problem_stats s where s.problem_id = $1`,
      [known.id],
    )
  const name = known || isUuid(slugOrId) ? 'p.id' : 'p.slug'
  return CompiledQuery.raw(`${learnerRows} where ${name} = $2 and ${visibleTo('$1')}`, [
    learnerId,
    known?.id ?? slugOrId,
  ])
}

export function findManyStatement(options: { ids: string[]; learnerId: string }): CompiledQuery<ProblemRow> {
  return CompiledQuery.raw(`${learnerRows} where p.id = any($2::uuid[]) and ${visibleTo('$1')}`, [
    options.learnerId,
    options.ids,
  ])
}

/** The catalogue is everyone's; a learner's own problems are theirs alone. */
function visibleTo(learner: string): string {
  return `(p.owner_id is null or p.owner_id = ${learner}::uuid)`
}

function marksOf(learner: string): string {
  return `left join upvotes u on u.problem_id = p.id and u.learner_id = ${learner}::uuid
    left join problem_progress g on g.problem_id = p.id and g.learner_id = ${learner}::uuid`
}

const learnerRows = `select p.id, p.number, p.number as key, ${COUNTS}, ${LEARNER}
  from problems p join problem_stats s on s.problem_id = p.id ${marksOf('$1')}`
