import { z } from 'zod'
import {
  type FileRow,
  id,
  json,
  type LearnerData,
  moment,
  uniqueId,
  values,
} from '../../shared/learner-data.ts'
import { dateTime, day, givenDateTime, slug, uuid } from '../../shared/schemas.ts'
import { changeCauses, changeSetSchema } from './changes/plan-changes.schemas.ts'
import { planJsonSchema, planSchema } from './plans.schemas.ts'

export const plansData = {
  table: 'plans',
  label: 'Plans',
  exported: z.array(
    planSchema.extend({
      plan_json: z.unknown().meta({ description: 'As it was saved; see PlanJson.' }),
      repaired_on: day.nullable(),
      revisions: z.array(
        z.object({
          revision: z.int(),
          cause: z.enum(changeCauses),
          changes: z.unknown().meta({ description: 'What moved; see PlanChange.' }),
          plan_json: z.unknown().meta({ description: 'The plan before; see PlanJson.' }),
          attempt_id: uuid.nullable(),
          known_topic: slug.nullable(),
          created_at: dateTime,
        }),
      ),
    }),
  ),
  imported: z.array(
    z.strictObject({
      ...planSchema.shape,
      revision: z.int32().min(0),
      repaired_on: day.nullable(),
      generated_at: givenDateTime,
      // Earlier exports did not have it.
      declined_at: givenDateTime.nullable().default(null),
      revisions: z.array(
        z.strictObject({
          revision: z.int32().min(1),
          cause: z.enum(changeCauses),
          changes: changeSetSchema,
          plan_json: planJsonSchema,
          attempt_id: uuid.nullable(),
          // Earlier exports did not have it.
          known_topic: slug.nullable().default(null),
          created_at: givenDateTime,
        }),
      ),
    }),
  ),
  fields: {
    id,
    generated_at: moment,
    declined_at: moment,
    ...values('status', 'revision', 'repaired_on'),
    plan_json: { kind: 'plan' },
  },
  order: ['generated_at', 'id'],
  unique: uniqueId,
  check: (rows) =>
    ['current', 'proposed']
      .filter((status) => rows.filter((plan) => plan.status === status).length > 1)
      .map((status) => `More than one is ${status}.`)[0],
  nested: {
    revisions: {
      table: 'plan_revisions',
      by: 'plan_id',
      order: 'revision',
      ownedToo: true,
      fields: {
        ...values('revision', 'cause', 'known_topic'),
        changes: json,
        plan_json: { kind: 'plan' },
        attempt_id: { kind: 'reference', to: 'attempts' },
        created_at: moment,
      },
      unique: { revision: (row: FileRow) => row.revision },
    },
  },
} satisfies LearnerData

/** Exported inside their plans. */
export const planChangesData = {
  table: 'plan_revisions',
  label: 'Changes of plans that could be undone',
} satisfies LearnerData
