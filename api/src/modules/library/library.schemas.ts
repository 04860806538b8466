import { z } from 'zod'
import { slug } from '../../shared/schemas.ts'
import { problemSchema } from '../problems/problems.schemas.ts'

/** `read`: the page was read; `can_do`: the learner says that they can use the pattern, which is weak evidence. */
export const patternMarks = ['read', 'can_do'] as const
export const patternMarkSchema = z.enum(patternMarks)
export type PatternMark = z.infer<typeof patternMarkSchema>

const mark = patternMarkSchema
  .nullable()
  .meta({ description: "The learner's mark; null without one or without a token." })

export const setMarkSchema = z.strictObject({ mark: patternMarkSchema })
export const markedPatternSchema = z.object({ slug, mark }).meta({ ref: 'MarkedPattern' })
export type MarkedPattern = z.infer<typeof markedPatternSchema>

const named = z.object({ slug, title: z.string() })

export const patternSummarySchema = named
  .extend({
    summary: z.string(),
    minutes: z.int().meta({ description: 'To read the page; 0: it is not written yet.' }),
    stage: z.int().meta({ description: 'Of its first topic, from 1.' }),
    topics: z.array(slug).meta({ description: 'Where it occurs, most often first.' }),
    mark,
  })
  .meta({ ref: 'PatternSummary' })
export type PatternSummary = z.infer<typeof patternSummarySchema>
export const patternListSchema = z.object({ items: z.array(patternSummarySchema) })

/** A problem as pages of the library list it. */
export const libraryProblemSchema = problemSchema
  .pick({
    slug: true,
    title: true,
    topic: true,
    difficulty: true,
    minutes: true,
    premium: true,
    has_exercise: true,
    status: true,
  })
  .meta({ ref: 'LibraryProblem' })
export type LibraryProblem = z.infer<typeof libraryProblemSchema>

const value = z.union([z.string(), z.number()])
const steps = <Cell extends z.ZodType, Cells extends z.ZodType>(cell: Cell, cells: Cells) =>
  z.array(
    z.object({
      say: z.string(),
      marks: z.record(z.string(), cell).meta({ description: 'Pointers by name, each at a cell.' }),
      lit: z.array(cell).meta({ description: 'Cells that stand out.' }),
      cells,
    }),
  )
const alt = z.string().meta({ description: 'The drawing in words.' })

/** A drawn example; cells are named by index, in a grid by row and column, in a graph by node. */
export const drawingSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('array'), alt, steps: steps(z.int(), z.array(value)) }),
    z.object({ kind: z.literal('list'), alt, steps: steps(z.int(), z.array(value)) }),
    z.object({ kind: z.literal('tree'), alt, steps: steps(z.int(), z.array(value.nullable())) }),
    z.object({
      kind: z.literal('grid'),
      alt,
      steps: steps(z.tuple([z.int(), z.int()]), z.array(z.array(value))),
    }),
    z.object({
      kind: z.literal('graph'),
      alt,
      directed: z.boolean(),
      nodes: z.array(z.string()),
      edges: z.array(z.object({ from: z.string(), to: z.string(), label: value.nullable() })),
      steps: z.array(
        z.object({ say: z.string(), marks: z.record(z.string(), z.string()), lit: z.array(z.string()) }),
      ),
    }),
  ])
  .meta({ ref: 'Drawing' })
export type Drawing = z.infer<typeof drawingSchema>

const snippets = z.object({ python: z.string(), typescript: z.string() })
const sections = z.array(z.object({ title: z.string(), markdown: z.string() }))

export const patternTextSchema = z
  .object({
    sections,
    drawing: drawingSchema,
    templates: snippets,
    examples: snippets.extend({ output: z.string() }).meta({
      description: 'Complete programs, and what each of them prints.',
    }),
  })
  .meta({ ref: 'PatternText' })
export type PatternText = z.infer<typeof patternTextSchema>

export const patternPageSchema = patternSummarySchema
  .extend({
    text: patternTextSchema.nullable().meta({ description: 'Null: nobody has written it yet.' }),
    confused_with: z.array(named.extend({ tell: z.string() })),
    related: z.array(named),
    problems: z.array(libraryProblemSchema).meta({ description: 'From easy to hard.' }),
    previous: named.nullable(),
    next: named.nullable(),
  })
  .meta({ ref: 'PatternPage' })
export type PatternPage = z.infer<typeof patternPageSchema>

export const topicPageSchema = named
  .extend({
    stage: z.int(),
    sections,
    prerequisites: z.array(named),
    leads_to: z.array(named),
    patterns: z.array(patternSummarySchema),
    problems: z.array(libraryProblemSchema).meta({ description: 'From easy to hard, by number.' }),
  })
  .meta({ ref: 'TopicPage' })
export type TopicPage = z.infer<typeof topicPageSchema>

export const curatedHintsSchema = z
  .object({
    about: z.string().nullable().meta({
      description: 'The kind of problem in a sentence; null where an exercise has its own statement.',
    }),
    items: z.array(z.object({ number: z.int(), text: z.string().meta({ description: 'Markdown.' }) })),
  })
  .meta({ ref: 'CuratedHints' })
export type CuratedHints = z.infer<typeof curatedHintsSchema>

export const libraryParamSchema = z.object({ slug })
