import { z } from 'zod'
import { emailSchema } from '../../shared/email.ts'

const hour = z.int('A whole hour.').min(0, 'From 0 to 23.').max(23, 'From 0 to 23.')

export const reminderInputSchema = z.strictObject({
  email: emailSchema.meta({ description: 'Your own: the address you sign in with.' }),
  hour: hour.meta({ description: 'When the mail comes, in your time zone.' }),
})
export type ReminderInput = z.infer<typeof reminderInputSchema>

export const reminderSchema = z
  .object({
    available: z.boolean().meta({ description: 'Whether this installation can send mail.' }),
    active: z.boolean(),
    email: z.string().nullable(),
    hour: hour.nullable(),
  })
  .meta({ ref: 'Reminder' })
export type Reminder = z.infer<typeof reminderSchema>

export const unsubscribeSchema = z.strictObject({ key: z.string().min(1).max(100) })
export const unsubscribedSchema = z.object({ unsubscribed: z.literal(true) }).meta({ ref: 'Unsubscribed' })
