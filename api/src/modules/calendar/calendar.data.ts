import { type LearnerData, moment, values } from '../../shared/learner-data.ts'
import { calendarSchema } from './calendar.schemas.ts'

/** Never imported: the address belongs to the old account's sign-in. */
export const calendarData = {
  table: 'calendar_feeds',
  label: 'Your private calendar address',
  exported: calendarSchema.nullable().meta({ description: 'Without its key, which is not kept.' }),
  fields: {
    active: { kind: 'constant', value: true },
    ...values('start_time', 'alarm_minutes'),
    created_at: moment,
  },
} satisfies LearnerData

export const calendarEventsData = {
  table: 'calendar_events',
  label: 'Events in your calendar feed',
} satisfies LearnerData
