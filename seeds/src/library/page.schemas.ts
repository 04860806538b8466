import { z } from 'zod'

/** A pattern page's `##` headings, all of them, in this order. */
export const sectionTitles = [
  'When to think of it',
  'The idea',
  'Template',
  'Worked example',
  'Why it is right',
  'What it costs',
  'Typical mistakes',
] as const

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug')
const sentence = (most: number) => z.string().trim().min(1).max(most)

/** The YAML at the top of `seeds/patterns/<slug>.mdx`. */
export const frontMatter = z.strictObject({
  summary: sentence(160),
  related: z.array(slug).min(1).max(6),
  confused_with: z
    .array(z.strictObject({ pattern: slug, tell: sentence(260) }))
    .min(1)
    .max(4),
  problems: z.array(slug).min(1).max(8),
})

const value = z.union([z.string().max(24), z.number()])
const place = z.number().int().min(0)
const spot = z.tuple([place, place])

const steps = <Cell extends z.ZodType, Cells extends z.ZodType>(cell: Cell, cells: Cells) =>
  z
    .array(
      z.strictObject({
        say: sentence(240),
        marks: z.record(z.string().min(1).max(12), cell).default({}),
        lit: z.array(cell).default([]),
        cells: cells.optional(),
      }),
    )
    .min(1)
    .max(8)

const row = z.array(value).min(1).max(16)
const rows = z.array(row).min(1).max(8)
const heap = z.array(value.nullable()).min(1).max(31)
const node = z.union([z.string().max(24), z.number().transform(String)])
const alt = sentence(300)

/** A `drawing` fence as it is written. */
export const drawingSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('array'), alt, array: row, steps: steps(place, row) }),
  z.strictObject({ kind: z.literal('list'), alt, array: row, steps: steps(place, row) }),
  z.strictObject({ kind: z.literal('tree'), alt, array: heap, steps: steps(place, heap) }),
  z.strictObject({ kind: z.literal('grid'), alt, array: rows, steps: steps(spot, rows) }),
  z.strictObject({
    kind: z.literal('graph'),
    alt,
    directed: z.boolean().default(false),
    nodes: z.array(node).min(1).max(12),
    edges: z.array(z.union([z.tuple([node, node]), z.tuple([node, node, value])])).max(24),
    steps: steps(node, z.never()),
  }),
])

export type FrontMatter = z.output<typeof frontMatter>
export type DrawingSource = z.output<typeof drawingSource>
