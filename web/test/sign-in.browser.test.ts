import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { askForLink, freshEmail, signIn } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()

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
  await page.getByRole('link', { name: 'Open the sign-in link' }).click()
  expect(asked).toHaveLength(1)
  await page.getByRole('button', { name: `Sign in as ${email}` }).waitFor()
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
    await signIn(page)
    expect(page.url()).toBe(codify.webUrl + place)
  },
)

test('signing in never leads to another site', async () => {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/signin?callbackUrl=${encodeURIComponent('//evil.example/today')}`)
  await signIn(page)
  expect(page.url()).toBe(`${codify.webUrl}/today`)
})

test('signing out ends the session', async () => {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/today`)
  await signIn(page)
  await page.getByRole('button', { name: 'Account menu' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(`${codify.webUrl}/`)
  await page.goto(`${codify.webUrl}/today`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('signing out everywhere ends the other sessions too', async () => {
  const email = freshEmail()
  const here = await browser.visit()
  const there = await browser.visit()
  for (const { page } of [here, there]) {
    await page.goto(`${codify.webUrl}/settings`)
    await signIn(page, email)
  }
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await here.page.waitForURL(`${codify.webUrl}/`)
  await there.page.goto(`${codify.webUrl}/today`)
  await there.page.getByText('You were signed out everywhere, here too.').waitFor()
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
  await signIn(page, email)
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
