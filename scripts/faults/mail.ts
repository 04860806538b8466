import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { learnerIdOf } from '../../api/src/shared/learner-id.ts'
import type { Db } from '../../db/src/index.ts'
import type { FakeMailServer } from '../../web/test/fake-mail-server.ts'
import { askForLink, followLink, isSignedIn, type Jar, linkFor } from '../../web/test/sign-in-by-mail.ts'
import { bearer, type Signer } from '../bench/api/tokens.ts'
import type { TcpProxy } from './tcp-proxy.ts'

/** The longest that somebody waits to hear that no link could be sent. */
const CLEAR_WITHIN_MS = 20_000
/** The API looks every half minute for mails that are due. */
const LOOKS_WITHIN_MS = 75_000

type Setting = {
  webUrl: string
  apiUrl: string
  signer: Signer
  db: Db
  mail: FakeMailServer
  /** The way to the mail server. */
  way: TcpProxy
}

/**
 * The mail server goes while somebody signs in and while a daily mail is due, and comes back.
 *
 * @returns what was not as promised
 */
export async function throughMailFaults(setting: Setting): Promise<string[]> {
  const { way, mail } = setting
  const violations: string[] = []
  const check = (holds: boolean, otherwise: string) => {
    if (!holds) violations.push(`mail: ${otherwise}`)
  }
  check(await signsIn(setting), 'nobody can sign in to begin with')
  for (const fault of ['refuse', 'stall'] as const) {
    way.set(fault)
    const before = mail.messages.length
    const begun = performance.now()
    const promised = await askForLink(setting, new Map(), `${randomUUID()}@example.org`)
    const ms = performance.now() - begun
    check(!promised, `${fault}: a link was promised that nobody got`)
    check(ms < CLEAR_WITHIN_MS, `${fault}: it took ${(ms / 1000).toFixed(0)} s to say so`)
    const page = await fetch(`${setting.webUrl}/signin`)
    check(page.ok, `${fault}: the sign-in page is answered ${page.status}`)
    way.set('pass')
    const recovering = performance.now()
    check(await signsIn(setting), `${fault}: nobody can sign in afterwards`)
    const after = (performance.now() - recovering) / 1000
    console.log(
      `mail server ${fault === 'refuse' ? 'away' : 'silent'}: said so after ${(ms / 1000).toFixed(1)} s, signed in ${after.toFixed(1)} s after it was back`,
    )
    check(mail.messages.length >= before + 1, `${fault}: no mail came`)
  }
  violations.push(...(await dailyMail(setting)))
  return violations
}

async function signsIn(setting: Setting): Promise<boolean> {
  const jar: Jar = new Map()
  const email = `${randomUUID()}@example.org`
  if (!(await askForLink(setting, jar, email))) return false
  const link = await linkFor(setting, email)
  await followLink(setting, jar, link)
  return isSignedIn(jar)
}

/** Due while the mail server is away: it is sent once when that is back, and no second time. */
async function dailyMail(setting: Setting): Promise<string[]> {
  const { apiUrl, signer, db, mail, way } = setting
  const email = `${randomUUID()}@example.org`
  const learner = learnerIdOf(email)
  const call = async (method: string, path: string, body: unknown) => {
    const headers = { ...bearer({ learner, signer }), 'content-type': 'application/json', prefer: 'wait=30' }
    const answer = await fetch(apiUrl + path, { method, headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  }
  const intake = { level: 'beginner', role_target: ['Engineer'], timeline_weeks: 1, hours_per_week: 10 }
  await call('PUT', '/v1/intake', { ...intake, topic_confidence: {}, weaknesses: [] })
  await call('POST', '/v1/plans', {})
  await call('PUT', '/v1/reminder', { email, hour: 6 })

  const send = () =>
    db
      .selectFrom('reminder_sends')
      .select(['state', 'tries'])
      .where('learner_id', '=', learner)
      .executeTakeFirst()
  const comesTo = async (state: string) => {
    const deadline = Date.now() + LOOKS_WITHIN_MS
    while (Date.now() < deadline) {
      const row = await send()
      if (row?.state === state && row.tries > 0) return true
      await delay(500)
    }
    return false
  }
  way.set('refuse')
  const soon = new Date(Date.now() - 1000)
  await db.updateTable('reminders').set({ next_at: soon }).where('learner_id', '=', learner).execute()
  if (!(await comesTo('queued'))) return ['mail: a daily mail that could not be sent does not wait']
  way.set('pass')
  await db.updateTable('reminder_sends').set({ try_at: soon }).where('learner_id', '=', learner).execute()
  if (!(await comesTo('sent'))) return ['mail: a daily mail was not sent once the server was back']
  await delay(LOOKS_WITHIN_MS / 2)
  const came = mail.messages.filter((message) => message.includes(`To: ${email}`)).length
  console.log(`a daily mail that was due meanwhile: ${came} came, after ${(await send())?.tries} tries`)
  return came === 1 ? [] : [`mail: the daily mail came ${came} times`]
}
