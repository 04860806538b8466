import { z } from 'zod'

/** Of the format below; another number is another format. */
export const FORMAT = 1

/** The archive cannot be used, and why: nothing was written. */
export class ArchiveError extends Error {
  override name = 'ArchiveError'
}

/*
 * An archive is gzip over lines of JSON: the header, then for every table its line and a line a row, the sequences, the end.
 * A row is an array of PostgreSQL's own text for each value, so that both databases and every type write it alike.
 */
export const headerSchema = z.strictObject({
  codify: z.literal('backup'),
  format: z.int(),
  /** The release that wrote it. */
  app: z.string(),
  created_at: z.iso.datetime(),
  /** Every migration that had run, in order: the schema of the rows. */
  migrations: z.array(z.string()).min(1),
})
export type Header = z.infer<typeof headerSchema>

/** No name needs quoting, so that none can be more than a name. */
const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/)
export const tableSchema = z.strictObject({ table: name, columns: z.array(name).min(1) })
export const rowSchema = z.array(z.string().nullable())
export type Row = z.infer<typeof rowSchema>

/** Where each sequence stands; the line is left out where there is none. */
export const sequencesSchema = z.strictObject({
  sequences: z.array(z.strictObject({ name, value: z.string().regex(/^-?\d+$/), called: z.boolean() })),
})
export type Sequences = z.infer<typeof sequencesSchema>['sequences']

export const endSchema = z.strictObject({
  end: z.array(z.strictObject({ table: name, rows: z.int(), sha256: z.string() })),
  /** Of every line before this one. */
  sha256: z.string(),
})
export type Contents = z.infer<typeof endSchema>['end']
