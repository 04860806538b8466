import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { commentPageSchema, noteSchema, settingsSchema } from '../../api/src/contract.ts'
import { hydrated } from './hydrated.ts'
import { givePlan, signIn } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()

type Slow = { page: Page; letScriptsRun: () => Promise<void> }

/** A page of somebody signed in whose scripts come only when they are let. */
async function slowPage(
  place: string,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<Slow> {
  const { page, context } = await browser.visit()
  await page.goto(`${codify.webUrl}/signin?callbackUrl=/problems`)
  await signIn(page)
  await prepare(page)
  const slow = await context.newPage()
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await slow.route(/\/_next\/static\/.*\.js/, async (route) => {
    await opened
    await route.continue()
  })
  // The page is there, its scripts are not: waiting for them would wait for ever.
  await slow.evaluate((address) => window.location.assign(address), `${codify.webUrl}${place}`)
  return {
    page: slow,
    async letScriptsRun() {
      open()
      await hydrated(slow)
    },
  }
}

async function read(page: Page, path: string): Promise<unknown> {
  return (await page.request.get(`${codify.webUrl}/api/v1${path}`)).json()
}

test('a comment and a note that are written before the scripts run stay and are kept', async () => {
  const { page, letScriptsRun } = await slowPage('/problems/two-sum')
  const comment = page.getByRole('form', { name: 'Your comment' }).getByRole('textbox')
  await comment.fill('Written at once')
  await page.getByRole('textbox', { name: 'Your note, in Markdown' }).fill('A note at once')
  await letScriptsRun()
  expect(await comment.inputValue()).toBe('Written at once')
  await page.getByText('15 / 2,000').waitFor()
  await expect
    .poll(async () => noteSchema.safeParse(await read(page, '/problems/two-sum/note')).data?.body, patience)
    .toBe('A note at once')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect
    .poll(
      async () =>
        commentPageSchema.parse(await read(page, '/problems/two-sum/comments')).items.map(({ body }) => body),
      patience,
    )
    .toContain('Written at once')
})

test('a comment that is posted before the scripts run is posted once they do', async () => {
  const { page, letScriptsRun } = await slowPage('/problems/valid-anagram')
  await page.getByRole('form', { name: 'Your comment' }).getByRole('textbox').fill('Sent at once')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await letScriptsRun()
  await page.getByRole('article').getByText('Sent at once').waitFor()
  expect(commentPageSchema.parse(await read(page, '/problems/valid-anagram/comments')).items).toHaveLength(1)
})

test('a search begins with what was typed before the scripts ran', async () => {
  const { page, letScriptsRun } = await slowPage('/problems')
  await page.getByLabel('Search problems').fill('Course Schedule')
  await letScriptsRun()
  await page.waitForURL('**/problems?q=Course+Schedule')
  expect(await page.getByLabel('Search problems').inputValue()).toBe('Course Schedule')
})

test('settings that are typed and saved before the scripts run are saved', async () => {
  const { page, letScriptsRun } = await slowPage('/settings', (made) => givePlan(made, { hours_per_week: 6 }))
  await page.getByLabel('Hours a week').fill('9')
  await page.getByLabel('First day off').fill('2030-01-02')
  await page.getByRole('button', { name: 'Save my days' }).click()
  await letScriptsRun()
  await page.getByText('Your days are saved').waitFor()
  expect(settingsSchema.parse(await read(page, '/settings')).hours_per_week).toBe(9)
  expect(await page.getByLabel('First day off').inputValue()).toBe('2030-01-02')
})

test('answers that are given before the scripts run count', async () => {
  const { page, letScriptsRun } = await slowPage('/intake?step=2')
  await page.getByLabel('Hours a week').fill('11')
  await page.getByRole('button', { name: '8 weeks' }).click()
  await letScriptsRun()
  await expect.poll(() => page.getByLabel('Hours a week').inputValue(), patience).toBe('11')
  await expect
    .poll(() => page.getByLabel('Weeks until you want to be ready').inputValue(), patience)
    .toBe('8')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'How sure are you of each topic?' }).waitFor()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  expect(await page.getByLabel('Hours a week').inputValue()).toBe('11')
})
