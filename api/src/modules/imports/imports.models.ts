import { v7 as uuidv7 } from 'uuid'
import type { Fields, FileRow, Unique } from '../../shared/learner-data.ts'
import { importedParts } from '../learners/learner-data.ts'
import type { ImportFile } from './imports.schemas.ts'

export type FieldError = { field: string; message: string }

/** Faults that an answer names. */
export const ERRORS_MAX = 20

const CLOCK_TOLERANCE_MS = 60_000

/** Returns the first twenty faults of a file, by field: what this installation cannot take over. */
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
  const own = new Set<unknown>(file.own_problems.map(({ slug }) => slug))
  const refuseUnknown = (field: string, slug: string, mayBeOwn: boolean) => {
    if (!problems.has(slug) && !(mayBeOwn && own.has(slug)))
      refuse(field, `The catalogue here has no problem ${slug}.`)
  }
  for (const { at, row, fields } of allRows(file))
    for (const [name, { kind, ownToo, topics: hasTopics }] of Object.entries(fields)) {
      const [field, value] = [`${at}.${name}`, row[name]]
      if (kind === 'problem' && typeof value === 'string') refuseUnknown(field, value, ownToo === true)
      if (kind === 'plan')
        for (const { at: place, slug } of itemsOf(value)) refuseUnknown(`${field}.${place}.slug`, slug, true)
      if (
        kind === 'moment' &&
        typeof value === 'string' &&
        Date.parse(value) > now.getTime() + CLOCK_TOLERANCE_MS
      )
        refuse(field, 'In the future.')
      if (hasTopics)
        for (const [place, topic] of topicsOf(value))
          if (!topics.has(topic)) refuse(field + place, `The catalogue here has no topic ${topic}.`)
    }
  for (const { kind, unique = {}, nested = {}, check } of importedParts) {
    const rows = rowsOf(file[kind])
    for (const field of repeatedIn(rows, kind, unique)) refuse(field, 'In the file twice.')
    for (const [name, one] of Object.entries(nested))
      for (const [i, row] of rows.entries())
        for (const field of repeatedIn(rowsOf(row[name]), `${kind}.${i}.${name}`, one.unique))
          refuse(field, 'In the file twice.')
    const fault = check?.(rows)
    if (fault !== undefined) refuse(kind, fault)
  }
  return errors.slice(0, ERRORS_MAX)
}

/** The rows of one part: a list, one row or none. */
export function rowsOf(part: unknown): FileRow[] {
  return (Array.isArray(part) ? part : [part]).filter(isRow)
}

function isRow(value: unknown): value is FileRow {
  return typeof value === 'object' && value !== null
}

/** Every row of a file that is imported, nested ones too, and its place. */
function* allRows(file: ImportFile): Generator<{ at: string; row: FileRow; fields: Fields }> {
  for (const { kind, fields, order, nested = {} } of importedParts)
    for (const [i, row] of rowsOf(file[kind]).entries()) {
      const at = order ? `${kind}.${i}` : kind
      yield { at, row, fields }
      for (const [name, inside] of Object.entries(nested))
        for (const [j, one] of rowsOf(row[name]).entries())
          yield { at: `${at}.${name}.${j}`, row: one, fields: inside.fields }
    }
}

function* itemsOf(plan: unknown): Generator<{ at: string; id: unknown; slug: string }> {
  if (!isRow(plan)) return
  for (const [w, week] of rowsOf(plan.weeks).entries())
    for (const [d, day] of rowsOf(week.days).entries())
      for (const [i, { id, slug }] of rowsOf(day.problems).entries())
        if (typeof slug === 'string') yield { at: `weeks.${w}.days.${d}.problems.${i}`, id, slug }
  for (const [i, { slug }] of rowsOf(plan.overflow).entries())
    if (typeof slug === 'string') yield { at: `overflow.${i}`, id: undefined, slug }
}

/** The topics that a value names, each after its place in it. */
function topicsOf(value: unknown): [place: string, topic: string][] {
  if (typeof value === 'string') return [['', value]]
  if (Array.isArray(value)) return value.map((topic, i) => [`.${i}`, String(topic)])
  return isRow(value) ? Object.keys(value).map((topic) => [`.${topic}`, topic]) : []
}

function repeatedIn(rows: readonly FileRow[], at: string, unique: Unique): string[] {
  return Object.entries(unique).flatMap(([field, keyOf]) => {
    const seen = new Set<unknown>()
    return rows.flatMap((row, i) => {
      const key = keyOf(row)
      const isRepeated = key !== undefined && seen.has(key)
      seen.add(key)
      return isRepeated ? [`${at}.${i}.${field}`] : []
    })
  })
}

/**
 * Returns the file with a new id for every row, in the order of the file, because the old ids may belong to rows that
 * still exist. References, plans and events follow.
 */
export function renameFile(file: ImportFile, catalogueIds: ReadonlyMap<string, string>): ImportFile {
  const names = new Map<unknown, string>()
  const ids = new Map<string, Set<unknown>>()
  for (const { at, row, fields } of allRows(file))
    for (const [name, { kind }] of Object.entries(fields)) {
      const value = row[name]
      if (kind === 'id' && value !== null && !names.has(value)) names.set(value, uuidv7())
      if (kind === 'ownSlug') names.set(value, `own-${names.get(row.id)}`)
      // Another edition of the catalogue may know a problem by another id.
      if (kind === 'plan')
        for (const { id, slug } of itemsOf(value)) {
          const here = catalogueIds.get(slug)
          if (id !== undefined && here !== undefined && here !== id) names.set(id, here)
        }
      const [part = ''] = at.split('.')
      if (name === 'id') ids.set(part, (ids.get(part) ?? new Set()).add(value))
    }
  const rename = (row: FileRow, fields: Fields): FileRow => {
    const renamed: Record<string, unknown> = { ...row }
    for (const [name, { kind, to = '' }] of Object.entries(fields)) {
      const value = row[name]
      if (kind === 'json' || kind === 'plan') renamed[name] = renameDeep(value, names)
      if (kind === 'id' || kind === 'ownSlug' || kind === 'problem') renamed[name] = names.get(value) ?? value
      if (kind === 'reference') renamed[name] = ids.get(to)?.has(value) ? (names.get(value) ?? null) : null
    }
    return renamed
  }
  const parts: Record<string, unknown> = { ...file }
  for (const { kind, fields, order, nested = {} } of importedParts) {
    const rows = rowsOf(file[kind]).map((row) => ({
      ...rename(row, fields),
      ...Object.fromEntries(
        Object.entries(nested).map(([name, inside]) => [
          name,
          rowsOf(row[name]).map((one) => rename(one, inside.fields)),
        ]),
      ),
    }))
    parts[kind] = order ? rows : (rows[0] ?? null)
  }
  return asFile(parts)
}

/** Safe for the parts of a checked file, renamed, or sliced and joined again. */
export function asFile(parts: object): ImportFile {
  return parts as ImportFile
}

/** The same value with every text that is an old name replaced. */
function renameDeep(value: unknown, names: ReadonlyMap<unknown, string>): unknown {
  return value === null || value === undefined
    ? value
    : JSON.parse(JSON.stringify(value), (_, one: unknown) =>
        typeof one === 'string' ? (names.get(one) ?? one) : one,
      )
}
