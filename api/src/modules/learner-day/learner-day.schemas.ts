import { z } from 'zod'
import { canonicalTimeZone, refusalOf } from './time-zones.models.ts'

/** A time zone as it is given, in any case and by any of its names; its canonical name comes out. */
export const timeZoneSchema = z
  .string()
  .max(64, 'At most 64 characters.')
  .transform((name, context) => {
    const timeZone = canonicalTimeZone(name)
    if (timeZone !== undefined) return timeZone
    context.issues.push({ code: 'custom', input: name, message: refusalOf(name) })
    return z.NEVER
  })
  .meta({ description: 'A name of the IANA database, such as Europe/Berlin; offsets are refused.' })

/** Told beside a time zone that stands in for what is stored. */
export const unknownTimeZoneSchema = z.string().nullable().meta({
  description:
    'What was stored as the time zone and is none; `time_zone` stands in for it until one is chosen. Else null.',
})
