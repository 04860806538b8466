import { type LearnerData, values } from '../../shared/learner-data.ts'
import { reminderInputSchema } from './reminders.schemas.ts'

/** Never imported: the address belongs to the old account's sign-in. */
export const reminderData = {
  table: 'reminders',
  label: 'Daily mails and the address they go to',
  exported: reminderInputSchema.nullable(),
  fields: values('email', 'hour'),
} satisfies LearnerData

export const reminderSendsData = {
  table: 'reminder_sends',
  label: 'Days on which a mail was sent',
} satisfies LearnerData
