import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { IntakeInput } from '../../api/src/contract.ts'
import { hydrated } from './hydrated.ts'

export function freshEmail(name = 'learner'): string {
  return `${name}.${randomUUID()}@example.org`
}

/** From the sign-in page, as a person does it where no mail server is configured; ends where `page` is led to. */
export async function signInByHand(page: Page, email = freshEmail()): Promise<string> {
  await askForLink(page, email)
  await page.getByRole('link', { name: 'Open the sign-in link' }).click()
  await page.getByRole('button', { name: `Sign in as ${email}` }).click()
  await page.waitForURL((url) => !/^\/(signin|api)/.test(url.pathname))
  await hydrated(page)
  return email
}

/** From the sign-in page as well, but without the pages in between: most tests begin like this. */
export async function signIn(page: Page, email = freshEmail()): Promise<string> {
  await page.waitForURL((url) => url.pathname === '/signin')
  const { origin, searchParams } = new URL(page.url())
  const csrf = await page.request.get(`${origin}/api/auth/csrf`)
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json())
  const callbackUrl = new URL(searchParams.get('callbackUrl') ?? '/today', origin).href
  const form = { email, csrfToken, callbackUrl, json: 'true' }
  await page.request.post(`${origin}/api/auth/signin/email`, { form })
  const asked = await (await page.request.get(`${origin}/signin/check-email`)).text()
  const link = /href="([^"]*confirm[^"]*)"/.exec(asked)?.[1]?.replaceAll('&amp;', '&')
  if (link === undefined) throw new Error('There is no sign-in link on the page.')
  await page.goto(`${origin}/api/auth/callback/email${new URL(link, origin).search}`)
  return email
}

/** On the sign-in page. */
export async function askForLink(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Email me a sign-in link' }).click()
  await page.waitForURL('**/signin/check-email')
}

const intake: IntakeInput = {
  level: 'intermediate',
  role_target: ['Backend engineer'],
  timeline_weeks: 2,
  hours_per_week: 6,
  topic_confidence: { 'arrays-hashing': 3, 'two-pointers': 2, stack: 2, trees: 1, graphs: 1 },
  weaknesses: ['pattern_recognition'],
  time_zone: 'UTC',
}

/** Stores an intake of the person who is signed in, without the questionnaire. */
export async function saveIntake(page: Page, changes: Partial<IntakeInput> = {}): Promise<void> {
  await callApi(page, { method: 'PUT', path: '/intake', body: { ...intake, ...changes } })
}

/** Gives the person who is signed in an intake and a plan. */
export async function givePlan(page: Page, changes: Partial<IntakeInput> = {}): Promise<void> {
  await saveIntake(page, changes)
  await callApi(page, { method: 'POST', path: '/plans', body: {}, headers: { prefer: 'wait=60' } })
}

type Call = { method: string; path: string; body?: unknown; headers?: Record<string, string> }

/**
 * Calls the API as the page would, through the web server.
 *
 * @throws when it does not agree, with its answer
 */
export async function callApi(page: Page, { method, path, body, headers = {} }: Call): Promise<void> {
  const { origin } = new URL(page.url())
  const answer = await page.request.fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { origin, ...headers },
    ...(body !== undefined && { data: body }),
  })
  if (answer.status() >= 300) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
}
