import { v7 as uuidv7 } from 'uuid'
import type { ImportFile } from './imports.schemas.ts'

export type FieldError = { field: string; message: string }

/** Faults that an answer names. */
export const ERRORS_MAX = 20

/** What the file says that this installation cannot take over, by field; the first twenty. */
export function checkFile(options: {
  file: ImportFile
  /** Of the catalogue here. */
  problems: ReadonlySet<string>
  topics: ReadonlySet<string>
  now: Date
}): FieldError[] {
  const { file, problems, topics, now } = options
  const errors: FieldError[] = []
  const refuse = (field: string, message: string) => errors.push({ field, message })
  const own = new Set(file.own_problems.map(({ slug }) => slug))

  for (const { field, slug, mayBeOwn } of problemsIn(file))
    if (!problems.has(slug) && !(mayBeOwn && own.has(slug)))
      refuse(field, `The catalogue here has no problem ${slug}.`)
  for (const { field, topic } of topicsIn(file))
    if (!topics.has(topic)) refuse(field, `The catalogue here has no topic ${topic}.`)
  for (const { field, moment } of momentsIn(file))
    if (moment !== null && Date.parse(moment) > now.getTime() + CLOCK_TOLERANCE_MS)
      refuse(field, 'In the future.')
  for (const { field } of repeatedIn(file)) refuse(field, 'In the file twice.')
  if (file.interviews.filter(({ ended_at }) => ended_at === null).length > 1)
    refuse('interviews', 'More than one is open.')
  for (const status of ['current', 'proposed'])
    if (file.plans.filter((plan) => plan.status === status).length > 1)
      refuse('plans', `More than one is ${status}.`)
  return errors.slice(0, ERRORS_MAX)
}

const CLOCK_TOLERANCE_MS = 60_000

function problemsIn(file: ImportFile) {
  const plans = file.plans.flatMap(({ plan_json, revisions }, plan) => [
    { field: `plans.${plan}.plan_json`, plan_json },
    ...revisions.map((one, i) => ({
      field: `plans.${plan}.revisions.${i}.plan_json`,
      plan_json: one.plan_json,
    })),
  ])
  const items = plans.flatMap(({ field, plan_json: { weeks, overflow } }) => [
    ...weeks.flatMap(({ days }, week) =>
      days.flatMap(({ problems }, day) =>
        problems.map(({ slug }, i) => ({
          field: `${field}.weeks.${week}.days.${day}.problems.${i}.slug`,
          slug,
        })),
      ),
    ),
    ...overflow.map(({ slug }, i) => ({ field: `${field}.overflow.${i}.slug`, slug })),
  ])
  const stoodFor = file.attempts.flatMap(({ for_problem }, i) =>
    for_problem === null ? [] : [{ field: `attempts.${i}.for_problem`, slug: for_problem }],
  )
  const named = (
    ['attempts', 'notes', 'code_drafts', 'submissions', 'hints', 'interviews', 'upvotes', 'comments'] as const
  ).flatMap((part) =>
    file[part].map(({ problem }, i) => ({
      field: `${part}.${i}.problem`,
      slug: problem,
      mayBeOwn: part === 'attempts' || part === 'notes',
    })),
  )
  return [...named, ...[...items, ...stoodFor].map((item) => ({ ...item, mayBeOwn: true }))]
}

function topicsIn({ intake, own_problems }: ImportFile) {
  const named = own_problems.map(({ topic }, i) => ({ field: `own_problems.${i}.topic`, topic }))
  if (!intake) return named
  return [
    ...named,
    ...Object.keys(intake.topic_confidence).map((topic) => ({
      field: `intake.topic_confidence.${topic}`,
      topic,
    })),
    ...intake.known_topics.map((topic, i) => ({ field: `intake.known_topics.${i}`, topic })),
  ]
}

function momentsIn(file: ImportFile) {
  const { intake } = file
  return [
    ...(intake ? [{ field: 'intake.created_at', moment: intake.created_at }] : []),
    ...(intake ? [{ field: 'intake.updated_at', moment: intake.updated_at }] : []),
    ...file.interviews.flatMap(({ started_at, predicted_at, ended_at }, i) =>
      Object.entries({ started_at, predicted_at, ended_at }).map(([name, moment]) => ({
        field: `interviews.${i}.${name}`,
        moment,
      })),
    ),
    ...file.plans.map((plan, i) => ({ field: `plans.${i}.generated_at`, moment: plan.generated_at })),
    ...(
      [
        'generations',
        'attempts',
        'own_problems',
        'submissions',
        'hints',
        'upvotes',
        'comments',
        'breaks',
      ] as const
    ).flatMap((part) =>
      file[part].map(({ created_at }, i) => ({ field: `${part}.${i}.created_at`, moment: created_at })),
    ),
    ...file.plans.flatMap(({ revisions }, plan) =>
      revisions.map(({ created_at }, i) => ({
        field: `plans.${plan}.revisions.${i}.created_at`,
        moment: created_at,
      })),
    ),
    ...(file.settings ? [{ field: 'settings.updated_at', moment: file.settings.updated_at }] : []),
    ...file.attempts.map(({ retracted_at }, i) => ({
      field: `attempts.${i}.retracted_at`,
      moment: retracted_at,
    })),
    ...file.attempts.map(({ started_at }, i) => ({ field: `attempts.${i}.started_at`, moment: started_at })),
    ...file.attempts.map(({ pasted_at }, i) => ({ field: `attempts.${i}.pasted_at`, moment: pasted_at })),
    ...(['notes', 'code_drafts', 'comments'] as const).flatMap((part) =>
      file[part].map(({ updated_at }, i) => ({ field: `${part}.${i}.updated_at`, moment: updated_at })),
    ),
    ...file.own_problems.map(({ deleted_at }, i) => ({
      field: `own_problems.${i}.deleted_at`,
      moment: deleted_at,
    })),
  ]
}

function repeatedIn(file: ImportFile) {
  const live = file.own_problems
    .map((problem, i) => ({ problem, i }))
    .filter((one) => !one.problem.deleted_at)
  return [
    ...(
      [
        'plans',
        'generations',
        'attempts',
        'own_problems',
        'submissions',
        'hints',
        'interviews',
        'comments',
        'breaks',
      ] as const
    ).flatMap((part) => repeated(file[part].map(({ id }, i) => ({ field: `${part}.${i}.id`, key: id })))),
    ...(['notes', 'upvotes'] as const).flatMap((part) =>
      repeated(file[part].map(({ problem }, i) => ({ field: `${part}.${i}.problem`, key: problem }))),
    ),
    ...repeated(
      file.code_drafts.map(({ problem, language }, i) => ({
        field: `code_drafts.${i}.problem`,
        key: `${problem} ${language}`,
      })),
    ),
    ...repeated(file.own_problems.map(({ slug }, i) => ({ field: `own_problems.${i}.slug`, key: slug }))),
    ...repeated(live.map(({ problem, i }) => ({ field: `own_problems.${i}.url`, key: problem.url }))),
    ...repeated(file.breaks.map(({ from, to }, i) => ({ field: `breaks.${i}.from`, key: `${from} ${to}` }))),
    ...file.plans.flatMap(({ revisions }, plan) =>
      repeated(
        revisions.map(({ revision }, i) => ({
          field: `plans.${plan}.revisions.${i}.revision`,
          key: revision,
        })),
      ),
    ),
    ...file.generations.flatMap(({ events }, generation) =>
      repeated(
        events.map(({ seq }, i) => ({ field: `generations.${generation}.events.${i}.seq`, key: seq })),
      ),
    ),
  ]
}

function repeated<Place extends { key: string | number }>(places: Place[]): Place[] {
  const seen = new Set<string | number>()
  return places.filter(({ key }) => {
    const again = seen.has(key)
    seen.add(key)
    return again
  })
}

/**
 * The file under names of its own: every id is made anew (those in the file may belong to rows that are still there),
 * in the order of the file, and whatever in plans and events names an old one names the new one.
 */
export function renameFile(file: ImportFile, catalogueIds: ReadonlyMap<string, string>): ImportFile {
  const names = new Map<string, string>()
  for (const part of [
    file.generations,
    file.plans,
    file.attempts,
    file.submissions,
    file.hints,
    file.interviews,
    file.comments,
    file.breaks,
  ])
    for (const { id } of part) names.set(id, uuidv7())
  for (const { paste_id } of file.attempts)
    if (paste_id !== null && !names.has(paste_id)) names.set(paste_id, uuidv7())
  for (const { id, slug } of file.own_problems) {
    const fresh = uuidv7()
    names.set(id, fresh)
    names.set(slug, `own-${fresh}`)
  }
  // Another edition of the catalogue may know a problem by another id.
  for (const { id, slug } of file.plans.flatMap(itemsOf)) {
    const here = catalogueIds.get(slug)
    if (here !== undefined && here !== id) names.set(id, here)
  }
  const nameOf = (old: string) => names.get(old) ?? old
  const submissions = new Set(file.submissions.map(({ id }) => id))
  const attempts = new Set(file.attempts.map(({ id }) => id))
  const plans = new Set(file.plans.map(({ id }) => id))
  return {
    ...file,
    plans: renameDeep(file.plans, names),
    generations: file.generations.map((generation) =>
      renameDeep(
        { ...generation, plan_id: plans.has(generation.plan_id ?? '') ? generation.plan_id : null },
        names,
      ),
    ),
    attempts: file.attempts.map((one) => ({
      ...one,
      id: nameOf(one.id),
      problem: nameOf(one.problem),
      for_problem: one.for_problem && nameOf(one.for_problem),
      paste_id: one.paste_id && nameOf(one.paste_id),
    })),
    breaks: file.breaks.map((one) => ({ ...one, id: nameOf(one.id) })),
    own_problems: file.own_problems.map((one) => ({ ...one, id: nameOf(one.id), slug: nameOf(one.slug) })),
    notes: file.notes.map((one) => ({ ...one, problem: nameOf(one.problem) })),
    submissions: file.submissions.map((one) => ({
      ...one,
      id: nameOf(one.id),
      attempt_id: attempts.has(one.attempt_id ?? '') ? nameOf(one.attempt_id ?? '') : null,
    })),
    hints: file.hints.map((one) => ({
      ...one,
      id: nameOf(one.id),
      attempt_id: attempts.has(one.attempt_id ?? '') ? nameOf(one.attempt_id ?? '') : null,
    })),
    interviews: file.interviews.map((one) => ({
      ...one,
      id: nameOf(one.id),
      submission_id: submissions.has(one.submission_id ?? '') ? nameOf(one.submission_id ?? '') : null,
    })),
    comments: file.comments.map((one) => ({ ...one, id: nameOf(one.id) })),
  }
}

function itemsOf({ plan_json: { weeks } }: ImportFile['plans'][number]) {
  return weeks.flatMap(({ days }) => days.flatMap(({ problems }) => problems))
}

/** The same value with every text that is an old name replaced. */
function renameDeep<Value>(value: Value, names: ReadonlyMap<string, string>): Value {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'string' ? (names.get(one) ?? one) : one,
  )
}
