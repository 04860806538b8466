import { expect, test } from 'vitest'
import { expectAccessible, still } from './accessibility.ts'
import { signIn } from './learner.ts'
import { liveBrowser } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()

test('a pattern is found, read and its other language chosen without script', async () => {
  const { page } = await browser.visit({
    context: { ...still, javaScriptEnabled: false },
    // Chromium's word for a script that is not run.
    allows: [/request: csp/],
  })
  await page.goto(`${codify.webUrl}/patterns`)
  await page.getByRole('link', { name: 'Sliding window', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Sliding window' }).waitFor()
  expect(await page.locator('figure li').count()).toBeGreaterThan(1)
  const template = page.getByRole('group', { name: 'Template: language' })
  expect(await template.getByText('def ').isVisible()).toBe(true)
  await template.getByText('TypeScript').click()
  expect(await template.getByText('def ').isVisible()).toBe(false)
  expect(await template.getByText('function ').isVisible()).toBe(true)
})

test('a mark stays, shows in the list, and is taken back by a second press', async () => {
  const { page } = await browser.visit({ context: still })
  await page.goto(`${codify.webUrl}/today`)
  await signIn(page)
  await page.goto(`${codify.webUrl}/patterns/hash-map`)
  const can = page.getByRole('button', { name: 'I can do this' })
  await can.click()
  await page.getByRole('button', { name: 'I can do this', pressed: true }).waitFor()
  await expectAccessible(page)
  await page.goto(`${codify.webUrl}/patterns`)
  await page.getByRole('listitem').filter({ hasText: 'Hash map lookup' }).getByText('I can do this').waitFor()
  await page.goto(`${codify.webUrl}/patterns/hash-map`)
  await page.getByRole('button', { name: 'I can do this', pressed: true }).click()
  await page.getByRole('button', { name: 'I can do this', pressed: false }).waitFor()
})

test('a pattern leads to its problems, and a problem says what is asked and leads to its topic', async () => {
  const { page } = await browser.visit({ context: still })
  await page.goto(`${codify.webUrl}/patterns/sliding-window`)
  await page.getByRole('link', { name: 'Minimum Window Substring' }).click()
  await page.getByRole('heading', { level: 1, name: /Minimum Window Substring/ }).waitFor()
  await page.getByRole('heading', { level: 2, name: 'What is asked' }).waitFor()
  await page.getByRole('complementary').getByRole('link', { name: 'Sliding Window' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Sliding Window' }).waitFor()
})

test('addresses of the first documents lead on for good, with their query', async () => {
  const { page } = await browser.visit({ context: still })
  const places = { signup: '/signin', onboarding: '/intake', dashboard: '/today' }
  for (const [from, to] of Object.entries(places)) {
    const answer = await page.request.get(`${codify.webUrl}/${from}?ref=a`, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([308, `${to}?ref=a`])
  }
})
