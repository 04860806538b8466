import { type Kysely, sql } from 'kysely'

type Profiles = { intake_profiles: { time_zone: string; unknown_time_zone: string | null } }

/**
 * Every stored time zone becomes one that Intl knows, under one name. Offsets and unknown names are kept beside what
 * stands in for them, so that their learner can be asked: the zone of the same offset where there is one, else UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table intake_profiles add column unknown_time_zone text`.execute(db)
  const profiles = db as Kysely<Profiles>
  const stored = await profiles.selectFrom('intake_profiles').select('time_zone').distinct().execute()
  for (const { time_zone } of stored) {
    const name = canonicalName(time_zone)
    if (name === time_zone) continue
    await profiles
      .updateTable('intake_profiles')
      .set(name ? { time_zone: name } : { time_zone: zoneOfOffset(time_zone), unknown_time_zone: time_zone })
      .where('time_zone', '=', time_zone)
      .execute()
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table intake_profiles drop column unknown_time_zone`.execute(db)
}

function canonicalName(stored: string): string | undefined {
  const name = stored.trim()
  if (!/^[a-z]/i.test(name)) return undefined
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return timeZone === 'Etc/UTC' || timeZone === 'GMT' ? 'UTC' : timeZone
  } catch {
    return undefined
  }
}

/** Keeps a learner's days where they were: `Etc/GMT-10` is ten hours ahead of UTC, and `Asia/Calcutta` five and a half. */
function zoneOfOffset(stored: string): string {
  const found = /^([+\-\u2212])(\d{2}):?(\d{2})?$/.exec(stored.trim())
  if (!found) return 'UTC'
  const [, sign, hours, minutes = '00'] = found
  const ahead = (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes))
  if (ahead === 0) return 'UTC'
  if (minutes === '00' && ahead >= -720 && ahead <= 840)
    return `Etc/GMT${ahead > 0 ? '-' : '+'}${Number(hours)}`
  return Intl.supportedValuesOf('timeZone').find((name) => hasOffset(name, ahead)) ?? 'UTC'
}

function hasOffset(timeZone: string, minutes: number): boolean {
  const sign = minutes < 0 ? '-' : '+'
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const wanted = `GMT${sign}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  return [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)].every(
    (moment) => format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value === wanted,
  )
}
