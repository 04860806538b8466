import pino from 'pino'
import { describe, expect, test } from 'vitest'
import { useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { learnerIdOf } from '../../shared/learner-id.ts'
import { anIntake } from '../intake/testing.ts'
import { getToday } from '../today/today.usecases.ts'
import type { Mailer } from './mailer.ts'
import { sendReminders } from './reminder-worker.ts'
import { createRemindersRepository } from './reminders.repository.ts'
import { reminderSchema, unsubscribedSchema } from './reminders.schemas.ts'

let now = new Date('2026-05-04T05:30:00Z')
const clock = () => now
const api = useTestApi({ clock, mailer: async () => {} })

let numbered = 0
/** Somebody with a plan whose mail comes at six, UTC. */
async function subscriber({ planned = true } = {}) {
  numbered += 1
  const email = `ada${numbered}@example.org`
  const learner = { id: learnerIdOf(email), name: 'Ada' }
  if (planned) {
    const body = anIntake({ time_zone: 'UTC', timeline_weeks: 1 })
    expect((await api.call('PUT', '/v1/intake', { learner, body })).status).toBe(200)
    const headers = { prefer: 'wait=60' }
    expect((await api.call('POST', '/v1/plans', { learner, body: {}, headers })).status).toBe(201)
  }
  const saved = await api.call('PUT', '/v1/reminder', { learner, body: { email, hour: 6 } })
  await readAnswer(saved, { status: 200, schema: reminderSchema })
  return { email, learner }
}

/** A worker of another process over the same database. */
function worker(mailer: Mailer) {
  const { db } = api.database
  return () =>
    sendReminders({
      reminders: createRemindersRepository({ db }),
      mailer,
      readToday: (learnerId) => getToday({ learnerId, deps: api.deps.life }),
      webUrl: 'https://codify.example.org',
      clock,
      logger: pino({ level: 'silent' }),
    })
}

type Sent = { to: string; subject: string; text: string; headers: Record<string, string> }
function outbox() {
  const mails: Sent[] = []
  const mailer: Mailer = async ({ to, mail }) => {
    mails.push({ to, ...mail })
  }
  return { mails, mailer }
}

async function at(moment: string) {
  now = new Date(moment)
}
async function everyoneOff() {
  await api.database.db.deleteFrom('reminders').execute()
  await api.database.db.deleteFrom('reminder_sends').execute()
  await at('2026-05-04T05:30:00Z')
}

describe('the daily mail', () => {
  test('comes once, at its hour, however many processes look', async () => {
    await everyoneOff()
    const people = [await subscriber(), await subscriber(), await subscriber()]
    const { mails, mailer } = outbox()
    const workers = Array.from({ length: 4 }, () => worker(mailer))
    await Promise.all(workers.map((look) => look()))
    expect(mails).toEqual([])
    await at('2026-05-04T06:00:00Z')
    await Promise.all(workers.map((look) => look()))
    await Promise.all(workers.map((look) => look()))
    expect(mails.map(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort())
    expect(mails[0]?.subject).toMatch(/^(One problem|\d+ problems) for today, \d+ minutes$/)
    expect(mails[0]?.text).toContain('https://codify.example.org/today')
    await at('2026-05-05T06:00:00Z')
    await Promise.all(workers.map((look) => look()))
    expect(mails).toHaveLength(6)
  })

  test('is not sent where there is nothing to do', async () => {
    await everyoneOff()
    await subscriber({ planned: false })
    const { mails, mailer } = outbox()
    await at('2026-05-04T06:00:00Z')
    expect(await worker(mailer)()).toBe(0)
    expect(mails).toEqual([])
  })

  test('that the server does not take is tried again, and no more once it was taken', async () => {
    await everyoneOff()
    await subscriber()
    const { mails, mailer } = outbox()
    let refusals = 2
    const look = worker(async (options) => {
      refusals -= 1
      if (refusals >= 0) throw new Error('451 try again later')
      await mailer(options)
    })
    await at('2026-05-04T06:00:00Z')
    for (const moment of ['06:00:30', '06:01:00', '06:03:00', '06:06:00', '06:30:00']) {
      await at(`2026-05-04T${moment}Z`)
      await look()
    }
    expect(mails).toHaveLength(1)
  })

  test('comes once a day, however the clock jumps', async () => {
    await everyoneOff()
    const { email } = await subscriber()
    const { mails, mailer } = outbox()
    const look = worker(mailer)
    const days = []
    for (const moment of [
      '2026-05-04T06:30:00Z',
      // A clock that is thirty hours ahead for a while, then right again.
      '2026-05-05T12:30:00Z',
      '2026-05-04T06:31:00Z',
      '2026-05-05T06:30:00Z',
      // And one that is a day behind.
      '2026-05-04T06:30:00Z',
      '2026-05-05T06:31:00Z',
      '2026-05-06T06:30:00Z',
    ]) {
      await at(moment)
      await look()
      days.push(mails.filter(({ to }) => to === email).length)
    }
    expect(days).toEqual([1, 2, 2, 2, 2, 2, 3])
  })

  test('whose process died in the middle of sending is not sent a second time', async () => {
    await everyoneOff()
    await subscriber()
    await at('2026-05-04T06:00:00Z')
    let reached: () => void = () => {}
    const sending = new Promise<void>((resolve) => {
      reached = resolve
    })
    // It never comes back, like a process that was killed while it spoke to the mail server.
    void worker(() => {
      reached()
      return new Promise(() => {})
    })()
    await sending
    const { mails, mailer } = outbox()
    await at('2026-05-04T07:00:00Z')
    expect(await worker(mailer)()).toBe(0)
    expect(mails).toEqual([])
  })
})

describe('unsubscribing', () => {
  test('takes one call with the key that the mail carries, and forgets the address', async () => {
    await everyoneOff()
    const { learner } = await subscriber()
    const { mails, mailer } = outbox()
    await at('2026-05-04T06:00:00Z')
    await worker(mailer)()
    expect(mails[0]?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const key = /key=([\w-]+)/.exec(mails[0]?.headers['List-Unsubscribe'] ?? '')?.[1]
    expect(mails[0]?.text).toContain(`https://codify.example.org/unsubscribe?key=${key}`)
    const answer = await api.call('POST', '/v1/reminder/unsubscribe', { body: { key } })
    await readAnswer(answer, { status: 200, schema: unsubscribedSchema })
    const read = await api.call('GET', '/v1/reminder', { learner })
    expect(await readAnswer(read, { status: 200, schema: reminderSchema })).toEqual({
      available: true,
      active: false,
      email: null,
      hour: null,
    })
    const again = await api.call('POST', '/v1/reminder/unsubscribe', { body: { key: 'made up' } })
    expect(again.status).toBe(200)
  })
})

describe('switching it on', () => {
  test('works for the address that one signs in with, and for no other', async () => {
    await everyoneOff()
    const { learner } = await subscriber({ planned: false })
    const body = { email: 'somebody.else@example.org', hour: 7 }
    const refused = await api.call('PUT', '/v1/reminder', { learner, body })
    const problem = await readProblem(refused, { status: 400, code: 'request.invalid' })
    expect(problem.errors?.map(({ field }) => field)).toEqual(['email'])
  })

  test.each([
    ['an hour beyond the day', { hour: 24 }, 'hour'],
    ['half an hour', { hour: 6.5 }, 'hour'],
    ['no address', { email: 'nobody' }, 'email'],
  ])('%s is refused at its field', async (_, change, field) => {
    const learner = { id: learnerIdOf('ada@example.org'), name: 'Ada' }
    const body = { email: 'ada@example.org', hour: 6, ...change }
    const refused = await api.call('PUT', '/v1/reminder', { learner, body })
    const problem = await readProblem(refused, { status: 400, code: 'request.invalid' })
    expect(problem.errors?.map((error) => error.field)).toEqual([field])
  })
})
