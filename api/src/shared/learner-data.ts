import type { Tables } from '@codify/db'
import type { z } from 'zod'

/** A row as an export has it. */
export type FileRow = Readonly<Record<string, unknown>>

/** One field of a row in an export, and the column that holds it (of the same name unless `column` says another). */
export type Field = {
  kind:
    | 'value'
    | 'moment'
    /** JSON; names of renamed rows inside it are renamed with them. */
    | 'json'
    /** JSON of a plan, whose items name problems. */
    | 'plan'
    /** An id that an import makes anew. */
    | 'id'
    /** The slug of a learner's own problem; an import derives it from the new id. */
    | 'ownSlug'
    /** The id of a row of another kind, null where the file has no such row. */
    | 'reference'
    /** A slug in the file and the id of its problem in the column. */
    | 'problem'
    /** True where the column is not null. */
    | 'isSet'
    /** The same in every row. */
    | 'constant'
    | 'vector'
  column?: string
  /** Exported, and never taken from a file. */
  derived?: true
  /** The value names topics, as a text, a list or keys. */
  topics?: true
  /** Of a problem: it may be one of the learner's own. */
  ownToo?: true
  to?: string
  value?: unknown
  read?: (stored: unknown) => unknown
}

export type Fields = Readonly<Record<string, Field>>

/** Keys that may occur once in a file, by the field that an error names. A row whose key is undefined is never refused. */
export type Unique = Readonly<Record<string, (row: FileRow) => unknown>>

/** Rows of another table that belong to a row and are exported inside it. */
export type NestedData = {
  table: keyof Tables
  /** The column that names the row. */
  by: string
  order: string
  fields: Fields
  unique: Unique
  /** They name the learner as well. */
  ownedToo?: true
}

/**
 * One table of a learner's data, declared by its module. Export, import, deletion, "is this account empty", counts and
 * the lists on pages loop over these declarations. A table without `exported` is derived from others or useless
 * elsewhere: it is only deleted and counted.
 */
export type LearnerData = {
  table: keyof Tables
  /** The column that says whose a row is, `learner_id` unless given. */
  owner?: 'owner_id' | 'learner_id'
  /** For learners: in the text before deletion, and beside counts. */
  label: string
} & ({ exported?: never } | ExportedData)

export type ExportedData = {
  exported: z.ZodType
  /** The part of a file that an import takes over; without it the part is left out. */
  imported?: z.ZodType
  fields: Fields
  /** Time and id, oldest first; without them the learner has one row at most. */
  order?: readonly [time: string, id: string]
  unique?: Unique
  /** Returns what is wrong with all rows together. */
  check?: (rows: readonly FileRow[]) => string | undefined
  nested?: Readonly<Record<string, NestedData>>
}

/** Fields that are stored as they are exported. */
export function values(...names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, value]))
}

export const value: Field = { kind: 'value' }
export const id: Field = { kind: 'id' }
export const moment: Field = { kind: 'moment' }
export const json: Field = { kind: 'json' }
export const problem: Field = { kind: 'problem', column: 'problem_id' }
export const problemOrOwn: Field = { ...problem, ownToo: true }
export const uniqueId: Unique = { id: (row) => row.id }
export const uniqueProblem: Unique = { problem: (row) => row.problem }
