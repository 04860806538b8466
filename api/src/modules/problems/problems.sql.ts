import { CompiledQuery } from 'kysely'
import { validate as isUuid } from 'uuid'
import {
  type ListPosition,
  likePattern,
  type ProblemListRow,
  type ProblemRow,
  type SortColumn,
  sortKeys,
} from './problems.models.ts'
import type { ListProblemsQuery } from './problems.schemas.ts'

// Written as text, because building these queries anew costs more than the rest of the request. What a learner gives
// is a parameter everywhere, and lists are arrays, so that the texts are few and the server keeps their plans.

const COUNTS = 'p.id, s.upvotes, s.comments, s.too_hard, s.good_intro, s.pattern_practice'
const NOBODY = `${COUNTS}, false as upvoted, 'todo' as status`
const LEARNER = `${COUNTS}, u.learner_id is not null as upvoted, coalesce(g.status, 'todo') as status`

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
  after: ListPosition | undefined
}): CompiledQuery<ProblemListRow> {
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
    `select ${marks ? LEARNER : NOBODY}, p.number, ${key} as key
      from problems p join problem_stats s on s.problem_id = p.id ${marks}
      where ${where.join(' and ')} order by ${key} ${direction}, p.number limit ${value(query.limit)}::int + 1`,
    parameters,
  )
}

/** Counts of problems of the catalogue, as everyone sees them. */
export function knownStatement(ids: string[]): CompiledQuery<ProblemRow> {
  return CompiledQuery.raw(
    `select ${NOBODY} from problems p join problem_stats s on s.problem_id = p.id where p.id = any($1::uuid[])`,
    [ids],
  )
}

/** One problem for a learner: what the catalogue knows by that name, else their own. */
export function findStatement(options: {
  known: { id: string } | undefined
  slugOrId: string
  learnerId: string
}): CompiledQuery<ProblemRow> {
  const { known, slugOrId, learnerId } = options
  const name = known || isUuid(slugOrId) ? 'p.id' : 'p.slug'
  return CompiledQuery.raw(learnerRows(`${name} = $2`), [learnerId, known?.id ?? slugOrId])
}

export function findManyStatement(options: { ids: string[]; learnerId: string }): CompiledQuery<ProblemRow> {
  return CompiledQuery.raw(learnerRows('p.id = any($2::uuid[])'), [options.learnerId, options.ids])
}

/** The catalogue is everyone's; a learner's own problems are theirs alone. */
function visibleTo(learner: string): string {
  return `(p.owner_id is null or p.owner_id = ${learner}::uuid)`
}

function marksOf(learner: string): string {
  return `left join upvotes u on u.problem_id = p.id and u.learner_id = ${learner}::uuid
    left join problem_progress g on g.problem_id = p.id and g.learner_id = ${learner}::uuid`
}

function learnerRows(where: string): string {
  return `select ${LEARNER} from problems p join problem_stats s on s.problem_id = p.id ${marksOf('$1')}
    where ${where} and ${visibleTo('$1')}`
}
