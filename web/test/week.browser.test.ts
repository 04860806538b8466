import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { IntakeInput } from '../../api/src/contract.ts'
import { attemptPageSchema, currentPlanSchema, dayAt, todaySchema } from '../../api/src/contract.ts'
import { desktop, expectAccessible, phone, still } from './accessibility.ts'
import { hasFocus } from './keyboard.ts'
import { callApi, givePlan, signIn } from './learner.ts'
import { liveBrowser, patience, type VisitOptions } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()

/** Where the day begins last; 25 hours behind where it begins first. */
const latest = 'Pacific/Pago_Pago'
const earliest = 'Pacific/Kiritimati'
const everyDay: Partial<IntakeInput> = {
  hours_per_week: 14,
  study_days: [1, 2, 3, 4, 5, 6, 7],
  time_zone: latest,
}

async function learnerToday(options: VisitOptions = {}): Promise<Page> {
  const { page } = await browser.visit(options)
  await page.goto(`${codify.webUrl}/today`)
  await signIn(page)
  await givePlan(page, everyDay)
  await page.reload()
  await page.getByRole('heading', { name: 'Today’s problems' }).waitFor()
  return page
}

async function read(page: Page, path: string): Promise<unknown> {
  return (await page.request.get(`${codify.webUrl}/api/v1${path}`)).json()
}

async function attemptsOf(page: Page) {
  return attemptPageSchema
    .parse(await read(page, '/attempts'))
    .items.filter((one) => one.retracted_at === null)
}

async function planOf(page: Page) {
  const { plan_json } = currentPlanSchema.parse(await read(page, '/plans/current'))
  return plan_json.weeks.flatMap(({ days }) => days).flatMap(({ problems }) => problems)
}

const todayOf = async (page: Page) => todaySchema.parse(await read(page, '/today'))
async function record(page: Page, slug: string, body: object): Promise<void> {
  await callApi(page, { method: 'POST', path: `/problems/${slug}/attempts`, body })
}

const groups = (page: Page) => page.getByRole('radiogroup', { name: /^How did .+ go\?$/ })

/** The card at a place of the list, by the title it has now. */
async function cardAt(page: Page, index: number): Promise<{ card: Locator; title: string }> {
  const title = (await todayOf(page)).items[index]?.title ?? ''
  return { card: page.getByRole('listitem', { name: title, exact: true }), title }
}

test('on a phone: done, how it felt, skip, another, later, and the way back from each', async () => {
  const page = await learnerToday({ context: { viewport: phone, ...still } })
  const first = await cardAt(page, 0)
  await first.card.getByRole('radio', { name: 'Done' }).click()
  await page.getByText(/^1 of \d+ practised/).waitFor()
  await first.card.getByRole('button', { name: /^How did it feel\?/ }).click()
  const feel = page.getByRole('dialog', { name: `How did ${first.title} feel?` })
  await feel.getByRole('radio', { name: 'Hard' }).click()
  await feel.getByLabel('Minutes it took').fill('18')
  await feel.getByRole('button', { name: 'Save' }).click()
  await first.card.getByText('Hard · 18 min').waitFor()
  expect(await attemptsOf(page)).toMatchObject([{ outcome: 'solved', rating: 'hard', minutes: 18 }])

  for (const action of ['Skip', 'Another like this', 'Later']) {
    const { card, title } = await cardAt(page, 1)
    await card.getByRole('button', { name: `${action} ${title}` }).click()
    await card.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'See what moved' }).click()
    await expectAccessible(page, { sizes: [phone] })
    await page.locator('main').getByRole('button', { name: 'Undo' }).click()
    await card.waitFor()
  }

  await first.card.getByRole('radio', { name: 'Tried' }).click()
  await expect
    .poll(async () => (await attemptsOf(page)).map(({ outcome }) => outcome), patience)
    .toEqual(['tried'])
  await first.card.getByRole('radio', { name: 'Tried' }).click()
  await expect.poll(() => attemptsOf(page), patience).toEqual([])
  await page.getByText(/^0 of \d+ practised/).waitFor()
})

test('with the keyboard alone: the list, the marks, undo, and the keys can be turned off', async () => {
  const page = await learnerToday({ context: { viewport: desktop, ...still } })
  const first = await cardAt(page, 0)
  const second = await cardAt(page, 1)
  const legend = page.getByRole('dialog', { name: 'Keys for today' })
  await page.keyboard.press('?')
  await legend.waitFor()
  await page.keyboard.press('Escape')
  await legend.waitFor({ state: 'hidden' })
  await page.keyboard.press('j')
  await expect.poll(() => hasFocus(first.card), patience).toBe(true)
  await page.keyboard.press('j')
  await expect.poll(() => hasFocus(second.card), patience).toBe(true)
  await page.keyboard.press('s')
  await expect
    .poll(async () => (await attemptsOf(page)).map(({ outcome }) => outcome), patience)
    .toEqual(['stuck'])
  await page.getByText(`${second.title}: stuck`).waitFor()
  await page.keyboard.press('u')
  await expect.poll(() => attemptsOf(page), patience).toEqual([])
  await page.keyboard.press('k')
  await expect.poll(() => hasFocus(first.card), patience).toBe(true)
  // As fast as somebody types: the step back waits for the step before it.
  await page.keyboard.press('l')
  await page.keyboard.press('u')
  await page.getByText('Your plan is as it was').waitFor()
  await first.card.waitFor()
  await first.card.focus()
  await page.keyboard.press('l')
  await first.card.waitFor({ state: 'detached' })
  const next = await cardAt(page, 0)
  await expect.poll(() => hasFocus(next.card), patience).toBe(true)
  await page.keyboard.press('u')
  await first.card.waitFor()

  await page.keyboard.press('?')
  await legend.waitFor()
  await expectAccessible(page, { sizes: [desktop], within: '[role=dialog]' })
  await legend.getByRole('switch', { name: 'Use single keys on this page' }).press('Space')
  await page.keyboard.press('Escape')
  await legend.waitFor({ state: 'hidden' })
  await page.keyboard.press('?')
  expect(await legend.count()).toBe(0)
})

test('only twenty minutes: shown first, then kept, then undone', async () => {
  const page = await learnerToday({ context: { viewport: phone, ...still } })
  const whole = await todayOf(page)
  await page.getByRole('button', { name: 'Only 20 minutes today?' }).click()
  const chooser = page.getByRole('dialog', { name: 'A shorter day' })
  await chooser.getByText(/fits/).waitFor()
  expect(await todayOf(page)).toEqual(whole)
  await expectAccessible(page, { within: '[role=dialog]', sizes: [phone] })
  await chooser.getByRole('button', { name: 'Shorten today' }).click()
  await page.getByText(/because you shortened today\.$/).waitFor()
  await page.getByRole('button', { name: 'See what moved' }).click()
  await page.getByText('You have only 20 minutes today.').first().waitFor()
  expect((await todayOf(page)).minutes.left).toBeLessThanOrEqual(20)
  await page.locator('main').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await todayOf(page)).minutes.left, patience).toBe(whole.minutes.left)
})

test('a missed day costs nothing, and days off leave the page calm', async () => {
  const page = await learnerToday({ context: still })
  const missed = await todayOf(page)
  await page.goto(`${codify.webUrl}/settings`)
  await page.getByLabel('Time zone').selectOption(earliest)
  await page.getByRole('button', { name: 'Save my days' }).click()
  await page.getByText('Your days are saved').waitFor()
  await page.getByText(/^Your plan .+ because your (settings|hours) changed\.$/).waitFor()
  await expectAccessible(page)
  await page.goto(`${codify.webUrl}/today`)
  const day = await todayOf(page)
  expect(day.date > missed.date).toBe(true)
  await page.getByRole('button', { name: 'See what moved' }).click()
  await page.getByText('0 of the last 7 days').waitFor()
  await expectAccessible(page)

  const to = new Date(Date.parse(day.date) + 3 * 86_400_000).toISOString().slice(0, 10)
  await page.goto(`${codify.webUrl}/settings`)
  await page.getByLabel('First day off').fill(day.date)
  await page.getByLabel('Last day off').fill(to)
  await page.getByRole('button', { name: 'Take days off' }).click()
  await page.getByText(/because of your days off\.$/).waitFor()
  await expectAccessible(page)
  await page.goto(`${codify.webUrl}/today`)
  await page.getByText(/^You have days off until/).waitFor()
  await expectAccessible(page)
  await page.goto(`${codify.webUrl}/settings`)
  await page
    .getByRole('list', { name: 'Days off' })
    .getByRole('button', { name: /^Remove/ })
    .click()
  await page.getByRole('list', { name: 'Days off' }).waitFor({ state: 'detached' })
  await expect.poll(async () => (await todayOf(page)).break, patience).toBe(null)
})

test('a minute without a connection loses nothing, and counts nothing twice', async () => {
  const page = await learnerToday({ allows: [/ERR_INTERNET_DISCONNECTED/] })
  const { card } = await cardAt(page, 0)
  await page.context().setOffline(true)
  await card.getByRole('radio', { name: 'Done' }).click()
  await card.getByText('Kept here, waiting to be sent').waitFor()
  await page.context().setOffline(false)
  await card.getByText('Kept here, waiting to be sent').waitFor({ state: 'detached' })
  await expect.poll(async () => (await attemptsOf(page)).length, patience).toBe(1)
  await page.reload()
  await expect
    .poll(() => groups(page).first().getByRole('radio', { name: 'Done' }).isChecked(), patience)
    .toBe(true)
  expect(await attemptsOf(page)).toHaveLength(1)
})

test('a second device that is behind is told the newest state', async () => {
  const page = await learnerToday({ allows: [/40[49]/] })
  const { card, title } = await cardAt(page, 0)
  const behind = await page.context().newPage()
  await behind.goto(`${codify.webUrl}/today`)
  await card.getByRole('button', { name: `Skip ${title}` }).click()
  await card.waitFor({ state: 'detached' })
  const old = behind.getByRole('listitem', { name: title, exact: true })
  await old.getByRole('button', { name: `Later ${title}` }).click()
  await behind.getByText('Your day has changed elsewhere.').waitFor()
  await old.waitFor({ state: 'detached' })
})

test('a plan that has ended is followed by the next one from the page itself', async () => {
  const { page } = await browser.visit({ context: { viewport: phone, ...still } })
  await page.goto(`${codify.webUrl}/today`)
  await signIn(page)
  const endsOn = dayAt(new Date(), { timeZone: latest, dayStartHour: 0 })
  await givePlan(page, { ...everyDay, timeline_weeks: 1, interview_date: endsOn })
  const { items } = await todayOf(page)
  const [first] = items
  await record(page, first?.slug ?? '', { outcome: 'solved', minutes: 25, item_id: first?.item_id })
  await callApi(page, { method: 'PUT', path: '/settings', body: { time_zone: earliest } })
  await page.goto(`${codify.webUrl}/today`)
  await page.getByText(`1 of ${items.length} practised, ${items.length - 1} not reached`).waitFor()
  await page.getByRole('heading', { name: `Not reached: ${items.length - 1}` }).click()
  const notReached = page.getByRole('list', { name: 'Not reached' }).getByRole('listitem')
  expect(await notReached.count()).toBe(items.length - 1)
  await expectAccessible(page, { sizes: [phone] })
  await page.getByRole('button', { name: 'Make the next plan' }).click()
  const dialog = page.getByRole('dialog', { name: 'What felt hardest?' })
  await dialog.getByText(/Kept for later: no language model reads it here/).waitFor()
  await expectAccessible(page, { within: '[role=dialog]', sizes: [phone] })
})

test('days away are entered beside the text that no model reads', async () => {
  const page = await learnerToday({ context: still })
  await page.goto(`${codify.webUrl}/intake?step=5`)
  expect(await page.getByText(/^Kept for later: no language model reads it here/).count()).toBe(2)
  const { date } = await todayOf(page)
  await page.getByLabel('Constraints').fill('Away next week')
  await page.getByRole('button', { name: 'Days away? Add them here' }).click()
  const dialog = page.getByRole('dialog', { name: 'Days away' })
  await dialog.getByLabel('First day off').fill(date)
  await dialog.getByLabel('Last day off').fill(date)
  await dialog.getByRole('button', { name: 'Take days off' }).click()
  await dialog.getByText(/because of your days off\.$/).waitFor()
  await expectAccessible(page, { within: '[role=dialog]' })
  await page.keyboard.press('Escape')
  await page.getByText('1 break kept free').waitFor()
  expect(new URL(page.url()).pathname).toBe('/intake')
  expect(await page.getByLabel('Constraints').inputValue()).toBe('Away next week')
  await expect.poll(async () => (await todayOf(page)).break?.to, patience).toBe(date)
  await expectAccessible(page)
})

test('what was recorded is on every page, is not asked for again, and outlives the plan', async () => {
  const page = await learnerToday({ context: still })
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
  const page = await learnerToday({ context: still })
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
