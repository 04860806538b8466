import http from 'node:http'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findFreePort } from '../../scripts/serve/ports.ts'
import { askForLink, freshEmail, signInByHand } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'
import {
  askForLink as askForLinkByMail,
  followLink,
  isSignedIn,
  type Jar,
  signOut,
  visit,
} from './sign-in-by-mail.ts'
import { webAlone } from './web-alone.ts'

const codify = liveCodify()
const browser = liveBrowser()
const alonesApiPort = await findFreePort()
const alone = webAlone(() => ({ API_URL: `http://127.0.0.1:${alonesApiPort}` }))

/** Signs in where no mail server is configured, as a browser without scripts would. */
async function signInHere(jar: Jar, email: string): Promise<void> {
  await askForLinkByMail(codify, jar, email)
  const page = await (await visit(codify, jar, 'GET', '/signin/check-email')).text()
  const link = /href="([^"]*confirm[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  await followLink(codify, jar, new URL(link))
  expect(isSignedIn(jar)).toBe(true)
}

test('a link signs in once, and opening it does not use it up', async () => {
  const email = freshEmail()
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/signin`)
  await askForLink(page, email)
  const link = (await page.getByRole('link', { name: 'Open the sign-in link' }).getAttribute('href')) ?? ''

  const scanner = await browser.visit()
  for (let times = 0; times < 3; times++) await scanner.page.goto(link)
  await scanner.page.getByRole('heading', { name: 'Open this link where you asked for it' }).waitFor()
  expect(await scanner.page.getByRole('button').count()).toBe(0)

  await page.goto(link)
  await page.getByRole('button', { name: `Sign in as ${email}` }).click()
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()

  await page.goto(link)
  await page.getByRole('button', { name: `Sign in as ${email}` }).click()
  await page.getByRole('heading', { name: 'This link can no longer be used' }).waitFor()
  await page.getByText('Ask for a new one').waitFor()
})

test.each([40, 120, 300])('two presses %i ms apart ask for one link, and sign in once', async (apart) => {
  const email = freshEmail()
  const { page } = await browser.visit()
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/auth/signin/email')) asked.push(request.url())
  })
  await page.goto(`${codify.webUrl}/signin`)
  await page.getByLabel('Email').fill(email)
  await pressTwice(page, 'Email me a sign-in link', apart)
  const link = page.getByRole('link', { name: 'Open the sign-in link' })
  const confirm = page.getByRole('button', { name: `Sign in as ${email}` })
  // A second press that comes late may fall on the link of the next page.
  await link.or(confirm).waitFor()
  expect(asked).toHaveLength(1)
  if (await link.isVisible()) await link.click()
  await confirm.waitFor()
  await pressTwice(page, `Sign in as ${email}`, apart)
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
})

/** As a hand does it: the second press comes whatever the first has begun. */
async function pressTwice(page: Page, button: string, apart: number): Promise<void> {
  const box = await page.getByRole('button', { name: button }).boundingBox()
  if (!box) throw new Error(`no button ${button}`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.click(x, y)
  await page.waitForTimeout(apart)
  await page.mouse.click(x, y)
}

test('what is typed before the page’s scripts run is not lost', async () => {
  const { page } = await browser.visit()
  const held = Promise.withResolvers<void>()
  await page.route('**/*.js', async (route) => {
    await held.promise
    await route.continue()
  })
  const opened = page.goto(`${codify.webUrl}/signin`)
  await page.getByLabel('Email').fill(freshEmail())
  held.resolve()
  await opened
  await page.getByRole('button', { name: 'Email me a sign-in link' }).click()
  await page.getByRole('link', { name: 'Open the sign-in link' }).waitFor()
})

test('a link of another browser signs nobody in, even past its page', async () => {
  const email = freshEmail()
  const asking = await browser.visit()
  await asking.page.goto(`${codify.webUrl}/signin`)
  await askForLink(asking.page, email)
  const link =
    (await asking.page.getByRole('link', { name: 'Open the sign-in link' }).getAttribute('href')) ?? ''
  const callback = new URL('/api/auth/callback/email', link)
  callback.search = new URL(link).search

  const other = await browser.visit()
  await other.page.goto(`${codify.webUrl}/signin`)
  await askForLink(other.page, freshEmail())
  await other.page.goto(link)
  await other.page.getByRole('heading', { name: 'Open this link where you asked for it' }).waitFor()
  await other.page.goto(callback.href)
  await other.page.getByRole('heading', { name: 'This link can no longer be used' }).waitFor()
  await other.page.getByRole('link', { name: 'Back to sign-in' }).click()
  await other.page.getByRole('heading', { name: 'Sign in' }).waitFor()

  await asking.page.goto(link)
  await asking.page.getByRole('button', { name: `Sign in as ${email}` }).click()
  await asking.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
})

test('the link is shown to the browser that asked, and to no other', async () => {
  const asking = await browser.visit()
  await asking.page.goto(`${codify.webUrl}/signin`)
  await askForLink(asking.page, freshEmail())
  await asking.page.getByRole('link', { name: 'Open the sign-in link' }).waitFor()

  const other = await browser.visit()
  await other.page.goto(`${codify.webUrl}/signin/check-email`)
  await other.page.getByRole('heading', { name: 'Check your email' }).waitFor()
  expect(await other.page.getByRole('link', { name: 'Open the sign-in link' }).count()).toBe(0)
})

test('an address with a mistake is refused at its field', async () => {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/signin`)
  await page.getByLabel('Email').fill('not an address')
  await page.keyboard.press('Enter')
  await page.getByText('Enter an email address').waitFor()
  await expect.poll(() => page.getByLabel('Email').getAttribute('aria-invalid'), patience).toBe('true')
})

test.each(['/today', '/intake?step=2', '/plan', '/plans', '/progress', '/settings'])(
  '%s asks to sign in, and comes back',
  async (place) => {
    const { page } = await browser.visit()
    await page.goto(codify.webUrl + place)
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await signInByHand(page)
    expect(page.url()).toBe(codify.webUrl + place)
  },
)

test('signing in never leads to another site', async () => {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/signin?callbackUrl=${encodeURIComponent('//evil.example/today')}`)
  await signInByHand(page)
  expect(page.url()).toBe(`${codify.webUrl}/today`)
})

test('signing out ends the session', async () => {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/today`)
  await signInByHand(page)
  await page.getByRole('button', { name: 'Account menu' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(`${codify.webUrl}/`)
  await page.goto(`${codify.webUrl}/today`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('signing out ends the session on the server, and no other', async () => {
  const email = freshEmail()
  const [here, copied, phone]: [Jar, Jar, Jar] = [new Map(), new Map(), new Map()]
  for (const jar of [here, phone]) await signInHere(jar, email)
  for (const [name, value] of here) copied.set(name, value)
  await signOut(codify, here)
  expect(isSignedIn(here)).toBe(false)

  for (const path of ['/today', '/settings', '/plan']) {
    const jar: Jar = new Map(copied)
    const answer = await visit(codify, jar, 'GET', path)
    expect(answer.headers.get('location')).toContain('/signin?')
    expect(isSignedIn(jar)).toBe(false)
  }
  expect((await visit(codify, new Map(copied), 'GET', '/api/v1/attempts')).status).toBe(401)
  expect(await (await visit(codify, new Map(copied), 'GET', '/api/auth/session')).json()).toEqual({})
  expect((await visit(codify, phone, 'GET', '/api/v1/attempts')).status).toBe(200)

  const { page, context } = await browser.visit()
  const value = copied.get('next-auth.session-token') ?? ''
  await context.addCookies([{ name: 'next-auth.session-token', value, url: codify.webUrl }])
  await page.goto(`${codify.webUrl}/plan`)
  await page.getByText('This session was signed out. Sign in again to go on.').waitFor()
})

test('signing in again in the same browser ends the session before', async () => {
  const email = freshEmail()
  const jar: Jar = new Map()
  await signInHere(jar, email)
  const before: Jar = new Map(jar)
  await signInHere(jar, email)
  expect((await visit(codify, before, 'GET', '/api/v1/attempts')).status).toBe(401)
  expect((await visit(codify, jar, 'GET', '/api/v1/attempts')).status).toBe(200)
})

test('while the API is away signing out deletes the cookie, and the end follows when it is back', async () => {
  const jar: Jar = new Map([['next-auth.session-token', await alone.sessionCookie()]])
  await signOut(alone, jar)
  expect(isSignedIn(jar)).toBe(false)
  const asked = Promise.withResolvers<string>()
  const api = http.createServer((request, answer) => {
    asked.resolve(`${request.method} ${request.url}`)
    answer.writeHead(204).end()
  })
  api.listen(alonesApiPort, '127.0.0.1')
  expect(await asked.promise).toBe('POST /v1/me/sign-out')
  api.close()
})

test('a newer link ends the older one of that browser, and says so', async () => {
  const email = freshEmail()
  const { page } = await browser.visit()
  const links = []
  for (let times = 0; times < 2; times++) {
    await page.goto(`${codify.webUrl}/signin`)
    await askForLink(page, email)
    links.push(await page.getByRole('link', { name: 'Open the sign-in link' }).getAttribute('href'))
  }
  const stranger: Jar = new Map()
  for (let times = 0; times < 6; times++) await askForLinkByMail(codify, stranger, email)
  const [older = '', newer = ''] = links
  for (let times = 0; times < 2; times++) {
    await page.goto(older ?? '')
    await page.getByRole('button', { name: `Sign in as ${email}` }).click()
    await page.getByRole('heading', { name: 'A newer link was sent' }).waitFor()
  }
  await page.goto(newer ?? '')
  await page.getByRole('button', { name: `Sign in as ${email}` }).click()
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
})

test('signing out everywhere ends the other sessions too', async () => {
  const email = freshEmail()
  const here = await browser.visit()
  const there = await browser.visit()
  for (const { page } of [here, there]) {
    await page.goto(`${codify.webUrl}/settings`)
    await signInByHand(page, email)
  }
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await here.page.waitForURL(`${codify.webUrl}/`)
  await there.page.goto(`${codify.webUrl}/today`)
  await there.page.getByText('This session was signed out.').waitFor()
})

test('a forged or spoilt session cookie leads to sign-in', async () => {
  const { page, context } = await browser.visit()
  await context.addCookies([
    { name: 'next-auth.session-token', value: 'eyJhbGciOiJub25lIn0.e30.', url: codify.webUrl },
  ])
  await page.goto(`${codify.webUrl}/plan`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(new URL(page.url()).searchParams.get('callbackUrl')).toBe('/plan')
})

test('deleting the account says what went, and nothing is left', async () => {
  const email = freshEmail()
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/settings`)
  await signInByHand(page, email)
  await page.getByRole('button', { name: 'Delete my account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete your account' })
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await dialog.getByText('to go on').waitFor()
  await dialog.getByLabel(/to confirm/).fill('delete my account')
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await page.waitForURL('**/goodbye**')
  await page.goto(`${codify.webUrl}/today`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
