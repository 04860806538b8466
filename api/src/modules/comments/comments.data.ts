import { z } from 'zod'
import { id, type LearnerData, moment, problem, uniqueId, values } from '../../shared/learner-data.ts'
import { givenDateTime, slug } from '../../shared/schemas.ts'
import { commentSchema, createCommentSchema } from './comments.schemas.ts'

const FILE_MAX = 2_000

export const commentsData = {
  table: 'comments',
  label: 'Comments',
  exported: z.array(commentSchema.extend({ problem: z.string() })),
  imported: z
    .array(
      z.strictObject({
        ...commentSchema.shape,
        body: createCommentSchema.shape.body,
        problem: slug,
        created_at: givenDateTime,
        updated_at: givenDateTime,
      }),
    )
    .max(FILE_MAX, `At most ${FILE_MAX} comments.`),
  fields: {
    id,
    author: { kind: 'value', column: 'author_name', derived: true },
    mine: { kind: 'constant', value: true, derived: true },
    ...values('body', 'tag'),
    hidden: { kind: 'isSet', column: 'hidden_at', derived: true },
    reported: { kind: 'constant', value: false, derived: true },
    created_at: moment,
    updated_at: moment,
    problem,
  },
  order: ['created_at', 'id'],
  unique: uniqueId,
} satisfies LearnerData
