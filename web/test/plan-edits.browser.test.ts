import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { IntakeInput, PlanJson } from '../../api/src/contract.ts'
import { planSchema, problemPageSchema, storedIntakeSchema, topicsSchema } from '../../api/src/contract.ts'
import { desktop, expectAccessible, phone, still } from './accessibility.ts'
import { hasFocus, tabTo } from './keyboard.ts'
import { givePlan, signIn } from './learner.ts'
import { liveBrowser, patience, type VisitOptions } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()

async function learnerAt(place: string, options: VisitOptions = {}): Promise<Page> {
  const { page } = await browser.visit({ ...options, context: { ...still, ...options.context } })
  await page.goto(`${codify.webUrl}/signin?callbackUrl=${encodeURIComponent(place)}`)
  await signIn(page)
  return page
}

const everyDay: Partial<IntakeInput> = { hours_per_week: 7, study_days: [1, 2, 3, 4, 5, 6, 7] }

async function learnerWithPlan(place: string, options: VisitOptions = {}): Promise<Page> {
  const page = await learnerAt('/problems', options)
  await givePlan(page, everyDay)
  await page.goto(`${codify.webUrl}${place}`)
  return page
}

async function read(page: Page, path: string): Promise<unknown> {
  return (await page.request.get(`${codify.webUrl}/api/v1${path}`)).json()
}

async function planOf(page: Page): Promise<PlanJson> {
  return planSchema.parse(await read(page, '/plans/current')).plan_json
}

const itemsOf = ({ weeks }: PlanJson) => weeks.flatMap(({ days }) => days.flatMap(({ problems }) => problems))
const holds = async (page: Page, slug: string) =>
  itemsOf(await planOf(page)).some((item) => item.slug === slug)
const skippedBy = async (page: Page) => storedIntakeSchema.parse(await read(page, '/intake')).known_topics

/** A problem of the plan's own first topic that it left out. */
async function leftOut(page: Page): Promise<{ slug: string; title: string }> {
  const plan = await planOf(page)
  const planned = new Set(itemsOf(plan).map(({ slug }) => slug))
  const query = new URLSearchParams({ topic: itemsOf(plan)[0]?.topic ?? '', difficulty: 'easy' })
  const { items } = problemPageSchema.parse(await read(page, `/problems?${query}`))
  const found = items.find(({ slug, premium }) => !premium && !planned.has(slug))
  if (!found) throw new Error('the plan holds all of its first topic')
  return found
}

test('a problem goes into the plan from its own page, with its place and the way back', async () => {
  const page = await learnerWithPlan('/plan')
  const { slug, title } = await leftOut(page)
  await page.goto(`${codify.webUrl}/problems/${slug}`)
  await tabTo(page, page.getByRole('button', { name: 'Add to plan' }))
  await page.keyboard.press('Enter')
  const place = page.getByRole('link', { name: /^In your plan: / })
  await expect.poll(() => hasFocus(place), patience).toBe(true)
  await page.getByText(new RegExp(`^${title} is in your plan, on `)).waitFor()
  await page.getByRole('heading', { name: 'In your plan' }).waitFor()
  expect(await holds(page, slug)).toBe(true)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Your plan is as it was').waitFor()
  await page.getByRole('button', { name: 'Add to plan' }).waitFor()
  expect(await holds(page, slug)).toBe(false)

  await page.getByRole('button', { name: 'Add to plan' }).click()
  await place.click()
  await page.waitForURL('**/plan#day-*')
  await page.getByText('because you added a problem.').waitFor()
})

test('a problem of one’s own goes into the plan like any other', async () => {
  const page = await learnerWithPlan('/problems')
  await page.getByRole('button', { name: 'Add your own' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Link').fill('https://example.org/puzzle')
  await dialog.getByLabel('Title').fill('A puzzle of mine')
  await dialog.getByRole('combobox', { name: 'Topic' }).click()
  await page.getByRole('option', { name: 'Arrays & Hashing' }).click()
  await dialog.getByRole('button', { name: 'Add problem' }).click()
  await page.getByRole('heading', { level: 1, name: 'A puzzle of mine' }).waitFor()
  await page.getByRole('button', { name: 'Add to plan' }).click()
  await page.getByRole('link', { name: /^In your plan: / }).waitFor()
  await expect
    .poll(async () => itemsOf(await planOf(page)).map((item) => item.title), patience)
    .toContain('A puzzle of mine')
})

test('without a plan, and without room, one is told so', async () => {
  const page = await learnerAt('/problems/two-sum', { allows: [/409/] })
  await page.getByRole('button', { name: 'Add to plan' }).click()
  await page.getByText('No plan is under way. Make one first.').waitFor()
  await page.getByRole('button', { name: 'Go to Plan' }).click()
  await page.waitForURL('**/plan')

  await givePlan(page, { hours_per_week: 1, timeline_weeks: 1, study_days: [1, 2, 3, 4, 5, 6, 7] })
  await page.goto(`${codify.webUrl}/problems/edit-distance`)
  await page.getByRole('button', { name: 'Add to plan' }).click()
  await page.getByText('Edit Distance was not added').waitFor()
  await page.getByRole('button', { name: 'Add to plan' }).waitFor()
})

test('the list adds problems from each row’s menu, with the keyboard on a phone as well', async () => {
  const page = await learnerWithPlan('/plan', { context: { viewport: phone } })
  const { slug, title } = await leftOut(page)
  await page.goto(`${codify.webUrl}/problems?q=${encodeURIComponent(title)}`)
  await expectAccessible(page)
  await page.setViewportSize(phone)
  const more = page.getByRole('button', { name: `More for ${title}` })
  await tabTo(page, more)
  await page.keyboard.press('Enter')
  const add = page.getByRole('menuitem', { name: 'Add to plan' })
  await expect.poll(() => hasFocus(add), patience).toBe(true)
  await expectAccessible(page, { sizes: [phone], within: '[role=menu]' })
  await page.keyboard.press('Enter')
  await page.getByText(new RegExp(`^${title} is in your plan, on `)).waitFor()
  await expect.poll(() => hasFocus(more), patience).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: /^In your plan: / }).waitFor()
  expect(await holds(page, slug)).toBe(true)
})

test('a topic is skipped from an item, says what left, and comes back; what did not fit can be added', async () => {
  const page = await learnerWithPlan('/plan')
  const before = await planOf(page)
  const { topics } = topicsSchema.parse(await read(page, '/topics'))
  const titles = Object.fromEntries(topics.map(({ slug, title }) => [slug, title]))
  const last = itemsOf({ ...before, weeks: before.weeks.slice(0, 1) }).findLast(({ kind }) => kind === 'new')
  if (!last) throw new Error('the first week has nothing new')
  await page
    .getByRole('button', { name: `More for ${last.title}` })
    .first()
    .click()
  await expectAccessible(page, { within: '[role=menu]' })
  await page.getByRole('menuitem', { name: /^Skip the topic / }).click()
  await page.getByText('because you changed the topics you skip.').waitFor()
  expect(await skippedBy(page)).toEqual([last.topic])
  await page.getByRole('heading', { name: 'Topics', exact: true }).click()
  await page.getByRole('button', { name: /^Bring back / }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Bring back / }).click()
  await expect.poll(() => skippedBy(page), patience).toEqual([])

  const [first] = itemsOf(before)
  const title = first && titles[first.topic]
  await page.getByRole('button', { name: `Skip the topic ${title}` }).focus()
  await page.keyboard.press('Enter')
  const back = page.getByRole('button', { name: `Bring back the topic ${title}` })
  await back.waitFor()
  expect(await hasFocus(back)).toBe(true)
  expect(await skippedBy(page)).toEqual([first?.topic])
  const between = await planOf(page)
  await page.locator('main').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => skippedBy(page), patience).toEqual([])
  expect((await planOf(page)).weeks).not.toEqual(between.weeks)

  await page.getByRole('heading', { name: 'Did not fit' }).click()
  await page
    .getByRole('button', { name: /^Add .+ to the plan$/ })
    .first()
    .waitFor()
  await expectAccessible(page, { sizes: [desktop] })
})

test('today offers to skip an item’s topic', async () => {
  const page = await learnerWithPlan('/today')
  const [item] = itemsOf(await planOf(page))
  if (!item) throw new Error('the plan is empty')
  await page.getByRole('button', { name: `More for ${item.title}` }).click()
  await page.getByRole('menuitem', { name: /^Skip the topic / }).click()
  await page.getByRole('listitem', { name: item.title, exact: true }).waitFor({ state: 'detached' })
  await page.locator('main').getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('listitem', { name: item.title, exact: true }).waitFor()
  expect(await skippedBy(page)).toEqual([])
})
