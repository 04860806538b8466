import { z } from 'zod'
import { dateTime, uuid } from '../../shared/schemas.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'

export const CODE_MAX = 50_000

export const codeLanguages = ['typescript', 'javascript', 'python'] as const
export const codeLanguageSchema = z.enum(codeLanguages)
export type CodeLanguage = z.infer<typeof codeLanguageSchema>

export const codeSchema = z
  .string()
  .max(CODE_MAX, `At most ${CODE_MAX.toLocaleString('en')} characters.`)
  .meta({ description: 'A learner’s program. No server runs it.' })

const version = uuid.meta({ description: 'Another one with every change.' })

export const codeDraftSchema = z
  .object({ language: codeLanguageSchema, code: codeSchema, version, updated_at: dateTime })
  .meta({ ref: 'CodeDraft' })
export type CodeDraft = z.infer<typeof codeDraftSchema>

/** Drafts of one problem, at most one for each language. */
export const codeDraftsSchema = z.object({ items: z.array(codeDraftSchema) }).meta({ ref: 'CodeDrafts' })

export const saveCodeDraftSchema = z.strictObject({
  code: codeSchema,
  version: version
    .nullable()
    .meta({ description: 'Of the text you began from; null when there was no draft.' }),
})
export type SaveCodeDraft = z.infer<typeof saveCodeDraftSchema>

export const codeDraftParamSchema = problemParamSchema.extend({ language: codeLanguageSchema })
