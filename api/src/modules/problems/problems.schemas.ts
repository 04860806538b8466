import { z } from 'zod'
import { pageOf, pageQuery, repeatable, slug, uuid } from '../../shared/schemas.ts'

export const difficulties = ['easy', 'medium', 'hard'] as const
export const difficultySchema = z.enum(difficulties)
export type Difficulty = z.infer<typeof difficultySchema>

export const problemLists = ['blind75', 'grind75', 'grind169', 'neetcode150', 'neetcode250'] as const
export const problemListSchema = z.enum(problemLists)

/** `todo` is what has no attempt; the others are the newest attempt's outcome. */
export const problemStatuses = ['todo', 'solved', 'tried', 'stuck', 'skipped'] as const
export const problemStatusSchema = z.enum(problemStatuses)
export type ProblemStatus = z.infer<typeof problemStatusSchema>

/** `upvotes` and `acceptance` go down, the others up. */
export const problemSorts = ['number', 'title', 'difficulty', 'minutes', 'upvotes', 'acceptance'] as const
export const problemSortSchema = z.enum(problemSorts)
export type ProblemSort = z.infer<typeof problemSortSchema>

export const problemSchema = z
  .object({
    id: uuid,
    slug,
    number: z.int(),
    title: z.string(),
    url: z.url(),
    source: z.string().meta({ description: 'The site it comes from; `own`: added by the learner.' }),
    topic: slug,
    difficulty: difficultySchema,
    patterns: z.array(slug),
    minutes: z.int().meta({ description: 'Suggested solving time.' }),
    lists: z.array(z.string()),
    acceptance: z.int().meta({ description: 'Share of accepted submissions at the source, whole percent.' }),
    premium: z.boolean().meta({ description: 'The source asks for a subscription.' }),
    own: z
      .boolean()
      .meta({ description: 'Added by the learner, who alone sees it; its number says nothing.' }),
    has_exercise: z.boolean().meta({ description: 'Can be solved in the page: GET …/exercise.' }),
    upvotes: z.int(),
    upvoted: z.boolean(),
    comment_count: z.int(),
    tag_counts: z.object({ too_hard: z.int(), good_intro: z.int(), pattern_practice: z.int() }),
    status: problemStatusSchema,
  })
  .meta({ ref: 'Problem' })
export type Problem = z.infer<typeof problemSchema>

export const problemPageSchema = pageOf(problemSchema)
export type ProblemPage = z.infer<typeof problemPageSchema>

export const listProblemsQuerySchema = z.strictObject({
  topic: repeatable(slug),
  pattern: repeatable(slug),
  difficulty: repeatable(difficultySchema),
  list: repeatable(problemListSchema),
  status: repeatable(problemStatusSchema),
  mine: z.literal('true').optional().meta({ description: "Only the learner's own problems." }),
  q: z.string().trim().max(100).optional().meta({ description: 'Words of the title, or the number.' }),
  sort: problemSortSchema.default('number'),
  ...pageQuery,
})
export type ListProblemsQuery = z.output<typeof listProblemsQuerySchema>

/** A problem by its slug or its id. */
export const problemParamSchema = z.object({ slug: z.string().min(1).max(120) })

export const upvoteSchema = z.object({ upvotes: z.int(), upvoted: z.boolean() }).meta({ ref: 'Upvote' })
export type Upvote = z.infer<typeof upvoteSchema>
