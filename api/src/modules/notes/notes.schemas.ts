import { z } from 'zod'
import { dateTime, markdownText, uuid } from '../../shared/schemas.ts'

export const NOTE_MAX = 10_000

const version = uuid.meta({ description: 'Another one with every change.' })

export const noteSchema = z
  .object({
    body: z.string().meta({ description: 'Markdown; render it without raw HTML.' }),
    version,
    updated_at: dateTime,
  })
  .meta({ ref: 'Note' })
export type Note = z.infer<typeof noteSchema>

export const noteBody = markdownText(
  z
    .string()
    .max(NOTE_MAX, `At most ${NOTE_MAX.toLocaleString('en')} characters.`)
    .refine((text) => text.trim() !== '', 'Write something first; DELETE removes a note.'),
)

export const saveNoteSchema = z.strictObject({
  body: noteBody,
  version: version
    .nullable()
    .meta({ description: 'Of the text you began from; null when there was no note.' }),
})
export type SaveNote = z.infer<typeof saveNoteSchema>

export const deleteNoteQuerySchema = z.strictObject({ version })
