import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import {
  ArchiveError,
  type Contents,
  endSchema,
  FORMAT,
  type Header,
  headerSchema,
  type Row,
  rowSchema,
  type Sequences,
  sequencesSchema,
  tableSchema,
} from './archive.ts'

/** Far above any row of ours; a line that never ends must not fill the memory. */
const LONGEST_LINE = 64 * 1024 * 1024

export type Piece =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; table: string; columns: string[] }
  | { kind: 'row'; row: Row }
  | { kind: 'sequences'; sequences: Sequences }
  | { kind: 'end'; contents: Contents }

/**
 * Reads an archive piece by piece. Only once the `end` has come is everything known to be whole: every count and
 * checksum has been compared by then.
 *
 * @throws {ArchiveError} for what is no archive, or a damaged, shortened, or unknown one
 */
export async function* readArchive(file: string): AsyncGenerator<Piece> {
  const whole = createHash('sha256')
  const seen: Contents = []
  let current:
    | { table: string; rows: number; columns: number; hash: ReturnType<typeof createHash> }
    | undefined
  let place: 'header' | 'tables' | 'end' = 'header'
  const finishTable = () => {
    if (current) seen.push({ table: current.table, rows: current.rows, sha256: current.hash.digest('hex') })
    current = undefined
  }

  for await (const line of linesOf(file)) {
    if (place === 'end') throw damaged('something follows its end')
    const value = parseJson(line)
    if (place === 'header') {
      place = 'tables'
      yield { kind: 'header', header: readHeader(value) }
    } else if (Array.isArray(value)) {
      const row = shaped(rowSchema, value)
      if (!current || row.length !== current.columns) throw damaged('a row is not of its table')
      current.rows += 1
      current.hash.update(`${line}\n`)
      yield { kind: 'row', row }
    } else if (isRecord(value) && 'end' in value) {
      finishTable()
      const end = shaped(endSchema, value)
      if (end.sha256 !== whole.digest('hex') || JSON.stringify(end.end) !== JSON.stringify(seen))
        throw damaged('its checksums do not match')
      place = 'end'
      yield { kind: 'end', contents: seen }
      continue
    } else if (isRecord(value) && 'sequences' in value) {
      finishTable()
      yield { kind: 'sequences', ...shaped(sequencesSchema, value) }
    } else {
      finishTable()
      const { table, columns } = shaped(tableSchema, value)
      current = { table, rows: 0, columns: columns.length, hash: createHash('sha256').update(`${line}\n`) }
      yield { kind: 'table', table, columns }
    }
    whole.update(`${line}\n`)
  }
  if (place !== 'end') throw new ArchiveError('The archive is cut short: its end is missing.')
}

/** Reads the whole archive once, so that nothing is begun with one that does not hold. */
export async function checkArchive(file: string): Promise<{ header: Header; contents: Contents }> {
  let header: Header | undefined
  let contents: Contents | undefined
  for await (const piece of readArchive(file)) {
    if (piece.kind === 'header') header = piece.header
    if (piece.kind === 'end') contents = piece.contents
  }
  if (!header || !contents) throw new ArchiveError('The archive is cut short: its end is missing.')
  return { header, contents }
}

function readHeader(value: unknown): Header {
  const header = headerSchema.safeParse(value)
  if (header.success && header.data.format === FORMAT) return header.data
  if (isRecord(value) && value.codify === 'backup' && value.format !== FORMAT)
    throw new ArchiveError(
      `The archive is of format ${String(value.format)}; this release reads format ${FORMAT}. Restore it with the release that wrote it, or a newer one.`,
    )
  throw new ArchiveError('The file is not an archive of Codify.')
}

/** Lines end at \n alone: text may hold every other separator. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  try {
    // The loop below hears of every error; the callback has nothing left to say.
    const unpacked = pipeline(fs.createReadStream(file), createGunzip(), () => {})
    for await (const chunk of unpacked) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > LONGEST_LINE) throw damaged('a line does not end')
      yield* lines
    }
  } catch (error) {
    throw asArchiveError(error)
  }
  if (rest !== '') throw new ArchiveError('The archive is cut short: its last line does not end.')
}

function asArchiveError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return new ArchiveError('There is no such file.', { cause: error })
  if (code === 'Z_BUF_ERROR') return new ArchiveError('The archive is cut short.', { cause: error })
  if (code.startsWith('Z_'))
    return new ArchiveError('The file is damaged, or is not an archive of Codify.', { cause: error })
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return damaged('it holds what is not text')
  return error
}

function shaped<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw damaged('a line is not as it should be')
  return parsed.data
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw damaged('a line is not JSON')
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function damaged(how: string): ArchiveError {
  return new ArchiveError(`The archive is damaged: ${how}.`)
}
