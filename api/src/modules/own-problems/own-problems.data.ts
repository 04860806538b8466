import { z } from 'zod'
import { id, type LearnerData, uniqueId, value, values } from '../../shared/learner-data.ts'
import { dateTime, givenDateTime, slug, uuid } from '../../shared/schemas.ts'
import { ownProblemInputSchema } from './own-problems.schemas.ts'

/** Live and deleted ones in one file. */
const FILE_MAX = 5_000

export const ownProblemsData = {
  table: 'problems',
  owner: 'owner_id',
  label: 'Problems of your own',
  exported: z.array(
    ownProblemInputSchema.extend({ id: uuid, slug, created_at: dateTime, deleted_at: dateTime.nullable() }),
  ),
  imported: z
    .array(
      z.strictObject({
        ...ownProblemInputSchema.shape,
        id: uuid,
        slug: slug.startsWith('own-'),
        created_at: givenDateTime,
        deleted_at: givenDateTime.nullable(),
      }),
    )
    .max(FILE_MAX, `At most ${FILE_MAX} problems of one’s own.`),
  fields: {
    id,
    slug: { kind: 'ownSlug' },
    ...values('title', 'url', 'difficulty', 'minutes'),
    topic: { ...value, topics: true },
    created_at: { kind: 'moment', column: 'added_at' },
    deleted_at: { kind: 'moment', column: 'retired_at' },
  },
  order: ['added_at', 'id'],
  unique: {
    ...uniqueId,
    slug: (row) => row.slug,
    url: ({ url, deleted_at }) => (deleted_at === null ? url : undefined),
  },
} satisfies LearnerData
