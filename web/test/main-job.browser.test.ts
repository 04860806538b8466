import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hasFocus, tabTo } from './keyboard.ts'
import { givePlan, saveIntake, signInByHand } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()

/** A new learner, signed in and where `place` says. */
async function learnerAt(place: string): Promise<Page> {
  const { page } = await browser.visit()
  await page.goto(codify.webUrl + place)
  await signInByHand(page)
  return page
}

test('a new learner answers with the keyboard alone, gets a plan that explains itself, and practises', async () => {
  const page = await learnerAt('/today')
  await tabTo(page, page.getByRole('link', { name: 'Start the questionnaire' }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Where are you now?' }).waitFor()

  await tabTo(page, page.getByRole('radio', { name: /^Beginner/ }))
  await page.keyboard.press('Space')
  // A finger stays on the key for a moment; the choice follows the focus only while it does.
  await page.keyboard.press('ArrowRight', { delay: 100 })
  await expect.poll(() => page.getByRole('radio', { name: /^Intermediate/ }).isChecked(), patience).toBe(true)
  await tabTo(page, page.getByLabel('Roles you aim for'))
  await page.keyboard.type('Compiler engineer')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remove Compiler engineer' }).waitFor()
  await page.keyboard.press('Enter')

  await arriveAt(page, 'How much time is there?')
  await tabTo(page, page.getByLabel('Hours a week'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('6')
  await page.keyboard.press('Enter')

  await arriveAt(page, 'How sure are you of each topic?')
  const rows = page.getByRole('radiogroup')
  await tabTo(page, rows.first().getByRole('radio').first())
  const topics = await rows.count()
  for (let row = 0; row < topics; row++) await page.keyboard.press(String((row % 4) + 1))
  await expect.poll(() => page.getByRole('radio', { checked: true }).count(), patience).toBe(topics)
  await page.keyboard.press('Enter')

  await arriveAt(page, 'What tends to go wrong?')
  await tabTo(page, page.getByRole('checkbox', { name: 'Spotting the pattern' }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: 'Continue' }))
  await page.keyboard.press('Enter')

  await arriveAt(page, 'Anything else the plan should know?')
  await tabTo(page, page.getByLabel('Constraints'))
  await page.keyboard.type('Only mornings')
  await tabTo(page, page.getByRole('button', { name: 'Make my plan' }))
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { name: 'Your plan', exact: true }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/plan')
  await page.getByText('This plan was made by the built-in rules, without a language model.').waitFor()
  for (const week of [1, 2, 3, 4]) await page.getByRole('heading', { name: `Week ${week} ·` }).waitFor()

  const why = page.getByRole('button', { name: 'Why this?' }).first()
  await why.click()
  await expect.poll(() => why.getAttribute('aria-expanded'), patience).toBe('true')
  const evidence = page.locator(`[id="${await why.getAttribute('aria-controls')}"]`)
  await evidence.getByText('Your answers').first().waitFor()

  await page.getByRole('button', { name: /^Checked: 11 rules, score \d+$/ }).click()
  const certificate = page.getByRole('dialog', { name: 'How this plan was checked' })
  await certificate.getByText('Fits your hours').waitFor()
  expect(await certificate.getByText('Passed', { exact: true }).count()).toBe(11)
  await page.keyboard.press('Escape')
  await certificate.waitFor({ state: 'hidden' })

  await page.getByRole('link', { name: 'Today' }).first().click()
  await page.getByRole('heading', { name: 'Today’s problems' }).waitFor()
  const first = page.getByRole('radiogroup', { name: /^How did .+ go\?$/ }).first()
  await first.getByRole('radio', { name: 'Done' }).click()
  await page.getByText(/^1 of \d+ practised/).waitFor()
  await page.reload()
  await page.getByText(/^1 of \d+ practised/).waitFor()
  expect(await first.getByRole('radio', { name: 'Done' }).isChecked()).toBe(true)
})

/** At a step of the questionnaire, with the focus on its heading. */
async function arriveAt(page: Page, title: string): Promise<void> {
  const heading = page.getByRole('heading', { name: title })
  await heading.waitFor()
  await expect.poll(() => hasFocus(heading), patience).toBe(true)
}

test('a step with a mistake says so at the field, and keeps the rest', async () => {
  const page = await learnerAt('/intake')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Choose beginner, intermediate or advanced.').waitFor()
  await page.getByText('Name at least one role.').waitFor()
  await page.getByRole('radio', { name: /^Advanced/ }).click()
  await page.getByText('Choose beginner, intermediate or advanced.').waitFor({ state: 'detached' })
  await page.getByText('Name at least one role.').waitFor()
  await page.getByRole('button', { name: 'Add Data engineer' }).click()
  await page.getByText('Name at least one role.').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Continue' }).click()
  const hours = page.getByLabel('Hours a week')
  await hours.fill('200')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('At most 80 hours a week.').waitFor()
  await expect.poll(() => hours.getAttribute('aria-invalid'), patience).toBe('true')
  await expect.poll(() => hasFocus(hours), patience).toBe(true)
  await page.goBack()
  expect(await page.getByRole('radio', { name: /^Advanced/ }).isChecked()).toBe(true)
})

test('a browser that does not know where it is is in UTC, and each zone is offered once', async () => {
  const { page } = await browser.visit({ context: { timezoneId: 'Pacific/Apia' } })
  await page.addInitScript(() => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      const options = resolvedOptions.call(this)
      return options.timeZone === 'Pacific/Apia' ? { ...options, timeZone: 'Etc/Unknown' } : options
    }
  })
  await page.goto(`${codify.webUrl}/intake?step=2`)
  await signInByHand(page)
  const zone = page.getByLabel('Time zone')
  await expect.poll(() => zone.locator('option').count(), patience).toBeGreaterThan(400)
  expect(await zone.inputValue()).toBe('UTC')
  await zone.focus()
  await page.keyboard.type('Asia/Kol')
  expect(await zone.locator('option:checked').textContent()).toBe('Asia/Kolkata')
  const labels = await zone.locator('option').allTextContents()
  expect(new Set(labels).size).toBe(labels.length)
})

test('a half-filled questionnaire outlives its tab', async () => {
  const { page, context } = await browser.visit()
  await page.goto(`${codify.webUrl}/intake`)
  await signInByHand(page)
  await page.getByRole('radio', { name: /^Advanced/ }).click()
  await page.getByRole('button', { name: 'Add Data engineer' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Hours a week').fill('11')
  await page.close()

  const again = await context.newPage()
  await again.goto(`${codify.webUrl}/intake`)
  await again.getByText('We kept what you had typed.').waitFor()
  expect(await again.getByLabel('Hours a week').inputValue()).toBe('11')
  await again.getByRole('button', { name: 'Back' }).click()
  expect(await again.getByRole('radio', { name: /^Advanced/ }).isChecked()).toBe(true)
  await again.getByRole('button', { name: 'Remove Data engineer' }).waitFor()
})

test('the answers can be changed later, without a new plan', async () => {
  const page = await learnerAt('/today')
  await givePlan(page)
  await page.goto(`${codify.webUrl}/plan`)
  await page.getByRole('link', { name: 'Change answers' }).click()
  await page.getByRole('button', { name: 'Step 2: Time' }).click()
  await page.getByLabel('Hours a week').fill('9')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Your answers are saved.').waitFor()
  await page.goto(`${codify.webUrl}/intake?step=2`)
  await expect.poll(() => page.getByLabel('Hours a week').inputValue(), patience).toBe('9')
  await page.goto(`${codify.webUrl}/plans`)
  await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'Made on' }).count(), patience).toBe(1)
})

test('closing the tab while a plan is made loses nothing', async () => {
  const { page, context } = await browser.visit()
  await page.goto(`${codify.webUrl}/today`)
  await signInByHand(page)
  await saveIntake(page)
  await page.goto(`${codify.webUrl}/plan`)
  const started = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/plans'))
  await page.getByRole('button', { name: 'Make my plan' }).click()
  await started
  await page.close()

  const again = await context.newPage()
  await expect
    .poll(async () => {
      await again.goto(`${codify.webUrl}/plan`)
      return again.getByRole('heading', { name: 'Week 1 ·' }).count()
    }, patience)
    .toBe(1)
})

test('what felt hardest shapes a new plan, which waits until it is accepted', async () => {
  const page = await learnerAt('/today')
  await givePlan(page)
  await page.goto(`${codify.webUrl}/plan`)
  await page.getByRole('button', { name: 'New plan' }).click()
  const dialog = page.getByRole('dialog', { name: 'What felt hardest?' })
  await dialog.getByLabel('In your own words').fill('Trees, every time. <b>Recursion</b> most of all.')
  await dialog.getByRole('button', { name: 'Make a new plan' }).click()
  await page.getByRole('heading', { name: 'Your next plan' }).waitFor()
  await page.getByRole('heading', { name: 'What changes' }).waitFor()
  for (const change of ['Added', 'Moved', 'Removed', 'Kept'])
    await page.getByRole('heading', { name: new RegExp(`^${change} \\d+$`) }).waitFor()

  await page.goto(`${codify.webUrl}/today`)
  await page.getByText('A new plan is ready and waits for your decision.').waitFor()
  await page.getByRole('link', { name: 'See what changes' }).click()
  await page.getByRole('button', { name: 'Use this plan' }).first().click()
  await page.getByText('This is your plan now.').waitFor()
  await page.getByRole('heading', { name: 'Your plan', exact: true }).waitFor()

  await page.getByRole('link', { name: 'History' }).first().click()
  const plans = page.getByRole('listitem').filter({ hasText: 'Made on' })
  await plans.nth(1).waitFor()
  await plans.first().getByText('Current').waitFor()
  await plans.nth(1).getByText('Past').waitFor()
  await plans.nth(1).getByRole('link').click()
  await page.getByRole('heading', { name: 'A plan of yours' }).waitFor()
  await page.getByRole('heading', { name: 'Week 1 ·' }).waitFor()
})

test('a proposal can be put aside', async () => {
  const page = await learnerAt('/today')
  await givePlan(page)
  await page.goto(`${codify.webUrl}/plan`)
  await page.getByRole('button', { name: 'New plan' }).click()
  await page.getByRole('button', { name: 'Make a new plan' }).click()
  await page.getByRole('button', { name: 'Keep the old one' }).first().click()
  await page.getByText('Declined. Your plan stays as it was.').waitFor()
  await page.getByRole('heading', { name: 'Your plan', exact: true }).waitFor()
  await expect.poll(() => page.getByText('waits for your decision').count(), patience).toBe(0)
  await page.getByRole('link', { name: 'History' }).first().click()
  await page.getByRole('listitem').filter({ hasText: 'Made on' }).first().getByText('Declined').waitFor()
})

test('the plan of one learner is nobody else’s', async () => {
  const owner = await learnerAt('/today')
  await givePlan(owner)
  const { plans, generation } = await addressesOf(owner)
  const { page } = await browser.visit({ allows: [/404/] })
  await page.goto(`${codify.webUrl}/today`)
  await signInByHand(page)
  for (const place of [plans, generation]) {
    await page.goto(codify.webUrl + place)
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor()
  }
})

async function addressesOf(page: Page): Promise<{ plans: string; generation: string }> {
  await page.goto(`${codify.webUrl}/plan`)
  await page.getByRole('button', { name: 'New plan' }).click()
  await page.getByRole('button', { name: 'Make a new plan' }).click()
  await page.waitForURL('**/plan/making/*')
  const generation = new URL(page.url()).pathname
  await page.waitForURL('**/plans/*')
  return { plans: new URL(page.url()).pathname, generation }
}
