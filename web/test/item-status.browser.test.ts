import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, still } from './accessibility.ts'
import { callApi } from './learner.ts'
import { liveBrowser } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'
import { cardAt, openToday, planOf, record, todayOf } from './today-page.ts'

const codify = liveCodify()
const browser = liveBrowser()

async function learnerToday(): Promise<Page> {
  const { page } = await browser.visit({ context: still })
  return openToday(page, codify.webUrl)
}

test('what was recorded is on every page, is not asked for again, and outlives the plan', async () => {
  const page = await learnerToday()
  const first = await cardAt(page, 0)
  await first.card.getByRole('radio', { name: 'Done' }).click()
  await first.card.getByRole('button', { name: /^How did it feel\?/ }).click()
  const feel = page.getByRole('dialog', { name: `How did ${first.title} feel?` })
  await feel.getByRole('radio', { name: 'Hard' }).click()
  await feel.getByLabel('Minutes it took').fill('25')
  await feel.getByRole('button', { name: 'Save' }).click()
  await first.card.getByText('Hard · 25 min').waitFor()
  await page.reload()
  await first.card.getByText('Hard · 25 min').waitFor()
  expect(await first.card.getByRole('button', { name: /How did it feel/ }).count()).toBe(0)
  await page
    .getByRole('listitem')
    .getByText(/: 25 min of .+ practised$/)
    .waitFor({ state: 'attached' })

  const second = await cardAt(page, 1)
  await second.card.getByRole('radio', { name: 'Tried' }).click()
  await second.card.getByText(/min planned · minutes not recorded$/).waitFor()
  await page.getByText(/^2 of \d+ practised · 25 min recorded · 1 not recorded/).waitFor()
  await expectAccessible(page)

  const planned = new Set((await planOf(page)).map(({ slug }) => slug))
  const outside = ['two-sum', '3sum', 'word-ladder', 'jump-game'].find((slug) => !planned.has(slug))
  for (const slug of [outside, (await todayOf(page)).items[0]?.slug])
    await record(page, slug ?? '', { outcome: 'stuck' })
  expect((await planOf(page)).map(({ status }) => status).filter((status) => status !== 'open')).toEqual([
    'solved',
    'tried',
  ])
  await page.goto(`${codify.webUrl}/plan`)
  await page.getByText(/^2 of \d+ practised$/).waitFor()
  await page.getByText(/min planned · 25 min · felt hard$/).waitFor()
  await page.goto(`${codify.webUrl}/progress`)
  await page.getByText(/You practised 25 min in 4 weeks \(3 attempts without minutes\)/).waitFor()

  await callApi(page, { method: 'POST', path: '/plans', body: {}, headers: { prefer: 'wait=60' } })
  await page.goto(`${codify.webUrl}/today`)
  await page.getByText('1 solved before this plan', { exact: true }).waitFor()
  await page.getByText(/^0 of .+ · 1 solved before this plan$/).waitFor()
  await page.goto(`${codify.webUrl}/plan`)
  await page.getByRole('link', { name: '1 solved before this plan' }).click()
  await page.getByRole('link', { name: /–|to/ }).nth(1).waitFor()
})

test('a stopwatch runs in the header, and stops when nobody works', async () => {
  const page = await learnerToday()
  await page.clock.install()
  await page.reload()
  const { card, title } = await cardAt(page, 0)
  const header = page.getByRole('banner')
  await card.getByRole('button', { name: `Start timer for ${title}` }).click()
  await header.getByRole('link', { name: /The stopwatch runs/ }).waitFor()
  await page.clock.fastForward('05:00')
  await card
    .getByRole('timer')
    .getByText(/^5:\d\d$/)
    .waitFor()
  await page.clock.fastForward('15:30')
  await card.getByText('Still working?').waitFor()
  await header.getByRole('link', { name: /^Still working\?/ }).waitFor()
  await expectAccessible(page)
  await card.getByRole('button', { name: 'No, I had stopped' }).click()
  await card.getByRole('button', { name: 'Go on' }).click()

  await hide(page, true)
  await page.clock.fastForward('10:00')
  await hide(page, false)
  await card.getByRole('button', { name: 'Yes, count all of it' }).click()
  await card
    .getByRole('timer')
    .getByText(/^1\d:\d\d$/)
    .waitFor()
  await page.clock.fastForward('14:00')
  await page.mouse.move(10, 10)
  await page.clock.fastForward('14:00')
  await card
    .getByRole('timer')
    .getByText(/^\d\d:\d\d$/)
    .waitFor()
})

/** As a browser does when another tab or window covers the page, and when it comes back. */
async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}
