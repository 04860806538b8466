import { addDays } from '@codify/api/contract'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { progressSchema } from '../../api/src/contract.ts'
import { formatDay, formatDayRange, formatMinutes } from '../lib/calendar-day.ts'
import { desktop, expectAccessible, phone, still } from './accessibility.ts'
import { hasFocus, tabTo } from './keyboard.ts'
import { callApi, givePlan, signIn } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()

// The pictures are loaded after the page.
const scripted = { waitUntil: 'networkidle' } as const

async function newLearner(): Promise<Page> {
  const { page } = await browser.visit({ context: still })
  await page.goto(`${codify.webUrl}/progress`, scripted)
  await signIn(page)
  await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor()
  return page
}

async function progressOf(page: Page) {
  return progressSchema.parse(await (await page.request.get(`${codify.webUrl}/api/v1/progress`)).json())
}

/** Somebody with a plan who practised on two of the last days: an hour at three problems. */
async function learnerUnderWay(): Promise<Page> {
  const page = await newLearner()
  await givePlan(page)
  const { date } = await progressOf(page)
  const [yesterday, before] = [addDays(date, -1), addDays(date, -2)]
  const text = `two-sum, ${before}, 25\nvalid-anagram, ${before}, 15\ncontains-duplicate, ${yesterday}, 20`
  await callApi(page, { method: 'POST', path: '/me/history', body: { text } })
  await page.goto(`${codify.webUrl}/progress`, scripted)
  await page.getByRole('heading', { name: '2 of the last 7 days' }).waitFor()
  return page
}

const figure = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Opens a picture's table and returns its rows. */
async function rowsOf(section: Locator, summary: string): Promise<string[][]> {
  await section.getByText(summary).click()
  const rows = section.locator('tbody tr')
  await rows.first().waitFor()
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')),
  )
  return cells
}

test('somebody new sees what will be here, and the map of topics', async () => {
  const page = await newLearner()
  await page.getByRole('heading', { name: 'Nothing to show yet' }).waitFor()
  await figure(page, 'Topics and what they build on').getByText('Of 19 topics 19 are new.').waitFor()
  await page.getByRole('button', { name: /^Arrays & Hashing/ }).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Go to today' }).click()
  await page.waitForURL('**/today')
})

test('every picture says the same in words and as a table', async () => {
  const page = await learnerUnderWay()
  const progress = await progressOf(page)
  await page.getByLabel(/^Planned and practised minutes by week/).waitFor()
  await page.getByLabel(/^Minutes that lie ahead by day/).waitFor()

  const weeks = figure(page, 'Planned and practised')
  expect(await rowsOf(weeks, 'The weeks as a table')).toEqual(
    progress.weeks
      .slice(-4)
      .reverse()
      .map(({ from, to, planned, actual }) => [
        formatDayRange(from, to),
        formatMinutes(planned),
        formatMinutes(actual),
      ]),
  )
  const planned = progress.weeks.reduce((sum, week) => sum + week.planned, 0)
  await weeks.getByText(`You practised 1 h in 4 weeks; ${formatMinutes(planned)} were planned.`).waitFor()

  const days = await rowsOf(figure(page, 'The next 14 days'), 'The days as a table')
  expect(days).toHaveLength(14)
  expect(days.map((cells) => cells.slice(1))).toEqual(
    progress.load.days.map((day) => [formatMinutes(day.new_minutes), formatMinutes(day.review_minutes)]),
  )
  expect(days[0]?.[0]).toContain(formatDay(progress.date))

  const year = figure(page, 'The last year')
  await year.getByText('You practised on 2 days of the last year: 1 h in 3 attempts').waitFor()
  const months = await rowsOf(year, 'The months as a table')
  expect(months.reduce((sum, cells) => sum + Number(cells[2]), 0)).toBe(3)

  const ratings = figure(page, 'What you said and what was measured').getByRole('row', { name: /^Arrays/ })
  expect(await ratings.getByRole('cell').allTextContents()).toEqual(['3', '4', '1 higher'])
  const easy = figure(page, 'Pace by difficulty').getByRole('row', { name: /^Easy/ })
  expect(await easy.getByRole('rowheader').textContent()).toContain('3 solves')
  expect(await easy.getByRole('cell').last().textContent()).toBe('20 min')

  await expectAccessible(page)
})

test('the map is walked, opened and zoomed with the keyboard', async () => {
  const page = await learnerUnderWay()
  const topic = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })
  await tabTo(page, topic('Arrays & Hashing'))
  for (const [key, name] of [
    ['ArrowDown', 'Stack'],
    ['ArrowRight', 'Two Pointers'],
    ['ArrowUp', 'Arrays & Hashing'],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(() => hasFocus(topic(name)), patience).toBe(true)
  }

  await page.keyboard.press('Enter')
  const details = page.getByRole('dialog', { name: 'Arrays & Hashing' })
  await details.getByText('3 attempts on 2 days').waitFor()
  await details.getByText('4 of 5').waitFor()
  await expectAccessible(page, { sizes: [desktop] })
  await page.keyboard.press('Escape')
  await details.waitFor({ state: 'hidden' })
  await expect.poll(() => hasFocus(topic('Arrays & Hashing')), patience).toBe(true)

  const place = () => page.locator('.react-flow__viewport').evaluate((element) => element.style.transform)
  const whole = await place()
  await page.getByRole('button', { name: 'Zoom in' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(place, patience).not.toBe(whole)
  await page.getByRole('button', { name: 'Show the whole map' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(place, patience).toBe(whole)
})

test('on a phone the topics are a list, and lead to their problems', async () => {
  const page = await learnerUnderWay()
  await page.setViewportSize(phone)
  await page.goto(`${codify.webUrl}/progress`, scripted)
  const list = figure(page, 'Topics and what they build on')
  expect(await page.locator('.react-flow').count()).toBe(0)
  const trees = list.getByRole('listitem').filter({ hasText: 'After Binary Search, Linked List' })
  await trees.getByRole('link', { name: 'Trees' }).click()
  await page.waitForURL('**/problems?topic=trees')
})
