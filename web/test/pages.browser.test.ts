import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { desktop, expectAccessible, type Look, phone, still } from './accessibility.ts'
import { hasFocus, tabTo } from './keyboard.ts'
import { callApi, freshEmail, givePlan, signIn } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()
type Opened = Look & { role: 'dialog' | 'menu' | 'listbox'; open: () => Promise<void> }

/** Opens something, looks at it, and closes it with the keyboard. */
async function expectAccessibleOpen(page: Page, { role, open, ...look }: Opened): Promise<void> {
  await open()
  const opened = page.getByRole(role)
  await opened.first().waitFor()
  // It keeps the focus and hides the page behind it.
  await expectAccessible(page, { ...look, within: `[role=${role}]` })
  await page.keyboard.press('Escape')
  await opened.first().waitFor({ state: 'hidden' })
}

const signedOutPlaces = [
  '/',
  '/signin',
  '/signin?ended=1&error=EmailSignin',
  '/signin/check-email',
  '/signin/confirm?token=abc&email=ada%40example.org&callbackUrl=%2Ftoday',
  '/signin/error?error=Verification',
  '/goodbye?intake=1&plans=2&attempts=3',
  '/problems',
  '/problems?q=nothing+like+this',
  '/problems/two-sum',
  '/problems/no-such-problem',
  '/patterns',
  '/patterns/sliding-window',
  '/patterns/no-such-pattern',
  '/topics/graphs',
  '/nowhere',
]

test('every page for somebody who is signed out', async () => {
  const { page } = await browser.visit({ context: still, allows: [/404/] })
  for (const place of signedOutPlaces) {
    await page.goto(codify.webUrl + place)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expectAccessible(page)
  }
})

test('every page for somebody new', async () => {
  const { page } = await browser.visit({ context: still })
  await page.goto(`${codify.webUrl}/today`)
  await signIn(page)
  const places = [
    '/today',
    '/plan',
    '/plans',
    '/progress',
    '/settings',
    '/problems?difficulty=hard',
    '/problems/two-sum',
  ]
  const steps = [1, 2, 3, 4, 5].map((step) => `/intake?step=${step}`)
  for (const place of [...places, ...steps]) {
    await page.goto(codify.webUrl + place)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expectAccessible(page)
  }
  await page.goto(`${codify.webUrl}/intake`)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor()
  await expectAccessible(page)
})

test('every page for somebody with a plan, and all that opens on them', async () => {
  const { page } = await browser.visit({ context: still })
  await page.goto(`${codify.webUrl}/today`)
  await signIn(page, freshEmail('a-name-that-has-no-spaces'))
  // Two weeks: axe takes seconds for each run on a long plan, which has no other elements.
  await givePlan(page)
  await page.goto(`${codify.webUrl}/today`)
  const first = page.getByRole('radiogroup', { name: /^How did .+ go\?$/ }).first()
  await first.getByRole('radio', { name: 'Done' }).click()
  await page.getByText(/^1 of \d+ practised/).waitFor()
  await expectAccessible(page)
  await expectAccessibleOpen(page, {
    role: 'menu',
    open: () => page.getByRole('button', { name: 'Account menu' }).click(),
  })
  await expectAccessibleOpen(page, {
    role: 'menu',
    open: () => page.getByRole('button', { name: 'Theme' }).click(),
  })

  await page.goto(`${codify.webUrl}/plan`)
  await page.getByRole('heading', { name: 'Week 2 ·' }).click()
  await page.getByRole('button', { name: 'Why this?' }).first().click()
  await expectAccessible(page)
  await expectAccessibleOpen(page, {
    role: 'dialog',
    open: () => page.getByRole('button', { name: /^Checked:/ }).click(),
  })
  await expectAccessibleOpen(page, {
    role: 'dialog',
    open: () => page.getByRole('button', { name: 'New plan' }).click(),
  })

  await callApi(page, {
    method: 'POST',
    path: '/plans',
    body: { accept: false, answers: [{ q: 'What felt hardest?', a: 'Trees' }] },
    headers: { prefer: 'wait=60' },
  })
  await page.goto(`${codify.webUrl}/plan`)
  await page.getByRole('link', { name: 'See what changes' }).click()
  await page.getByRole('heading', { name: 'What changes' }).waitFor()
  await expectAccessible(page)
  await page.goto(`${codify.webUrl}/plans`)
  await page.getByText('Waiting for you').waitFor()
  await expectAccessible(page)

  await page.goto(`${codify.webUrl}/problems/valid-palindrome`)
  const field = page.getByRole('textbox', { name: 'Your comment' })
  await field.fill(
    `# A heading\n\n- a list\n- \`code\`\n\n${'Averylongwordwithoutanyspaces'.repeat(8)}\n\n    ${'code '.repeat(60)}`,
  )
  await page.getByRole('tab', { name: 'Preview' }).last().click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Post comment' }).click()
  const comment = page.getByRole('article').first()
  const remove = comment.getByRole('button', { name: 'Delete' })
  await expectAccessibleOpen(page, { role: 'dialog', open: () => remove.click() })
  await page.getByRole('radio', { name: 'Stuck' }).click()
  await page.getByRole('button', { name: 'Save attempt' }).click()
  await page.getByText('Recorded as stuck').waitFor()
  await expectAccessible(page)
  await comment.getByRole('button', { name: 'Edit' }).click()
  await comment.getByRole('textbox', { name: 'Edit your comment' }).waitFor()
  await expectAccessible(page)

  await page.goto(`${codify.webUrl}/problems?difficulty=easy`)
  const topics = page.getByRole('button', { name: /^Topic/ })
  await expectAccessibleOpen(page, { role: 'dialog', open: () => topics.click(), sizes: [desktop] })
  await page.setViewportSize(phone)
  const filters = page.getByRole('button', { name: /^Filters/ })
  await expectAccessibleOpen(page, { role: 'dialog', open: () => filters.click(), sizes: [phone] })
  const sort = page.getByRole('combobox', { name: 'Sort by' })
  await expectAccessibleOpen(page, { role: 'listbox', open: () => sort.click(), sizes: [phone] })

  await page.goto(`${codify.webUrl}/settings`)
  const deletion = page.getByRole('button', { name: 'Delete my account' })
  await expectAccessibleOpen(page, { role: 'dialog', open: () => deletion.click() })
})

test('a first visit to any page leaves no complaint in the console', async () => {
  const { page: signedOut } = await browser.visit()
  await signedOut.goto(codify.webUrl)
  const visitor = await signedOut.context().storageState()
  const { page: learner } = await browser.visit({ context: still })
  await learner.goto(`${codify.webUrl}/today`)
  await signIn(learner)
  await givePlan(learner)
  const signedIn = await learner.context().storageState()
  const answer = await learner.request.get(`${codify.webUrl}/api/v1/plans/current`)
  const { id } = z.object({ id: z.string() }).parse(await answer.json())
  const ofVisitors = signedOutPlaces.filter((place) => !/no-such|nowhere/.test(place))
  const ofLearners = [
    ...[
      '/today',
      '/plan',
      '/plans',
      `/plans/${id}`,
      '/progress',
      '/settings',
      '/interview',
      '/intake?step=5',
    ],
    ...['/problems', '/problems/two-sum', '/problems/two-sum/practise', '/unsubscribe?key=none'],
  ]
  const visits = [
    ...ofVisitors.map((place) => ({ place, storageState: visitor })),
    ...ofLearners.map((place) => ({ place, storageState: signedIn })),
  ]
  // Several at once, because most of a visit is the wait until the network is quiet.
  const visitInTurn = async () => {
    for (let next = visits.shift(); next !== undefined; next = visits.shift()) {
      // A profile of its own each, so that nothing is there from the page before.
      const { page, context } = await browser.visit({ context: { storageState: next.storageState } })
      await page.goto(codify.webUrl + next.place)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      await context.close()
    }
  }
  await Promise.all(Array.from({ length: 4 }, visitInTurn))
})

/** An input method takes the key: the last press of it in Chromium, then in Safari. */
const composed = [
  { key: 'Enter', isComposing: true, keyCode: 13 },
  { key: 'Enter', isComposing: false, keyCode: 229 },
]

test('Enter that ends a composition adds nothing, sends nothing and goes nowhere', async () => {
  const { page } = await browser.visit({ context: still })
  await page.goto(`${codify.webUrl}/intake`)
  await signIn(page)
  await page.goto(`${codify.webUrl}/intake`)
  const press = async (field: Locator) => {
    await field.focus()
    for (const init of composed)
      await field.evaluate((element, given) => {
        const event = new KeyboardEvent('keydown', { ...given, bubbles: true, cancelable: true })
        element.dispatchEvent(event)
      }, init)
  }
  const role = page.getByRole('textbox', { name: /role/i })
  await role.fill('バックエンド')
  await press(role)
  expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0)
  await role.press('Enter')
  await page.getByRole('button', { name: 'Remove バックエンド' }).waitFor()
  await press(page.getByRole('radio', { name: /beginner/i }).first())
  expect(new URL(page.url()).searchParams.get('step') ?? '1').toBe('1')

  // A real one, as the browser itself makes it while an input method is at work.
  await role.focus()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Input.imeSetComposition', {
    text: 'えすあーるいー',
    selectionStart: 7,
    selectionEnd: 7,
  })
  await page.keyboard.press('Enter')
  expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(1)
  expect(new URL(page.url()).searchParams.get('step') ?? '1').toBe('1')
  await devtools.send('Input.insertText', { text: 'SRE' })
  await role.press('Enter')
  await page.getByRole('button', { name: 'Remove SRE' }).waitFor()
})

test('the keyboard goes from the skip link through the navigation to the page', async () => {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/today`)
  await signIn(page)
  await page.reload()
  await page.keyboard.press('Tab')
  expect(await hasFocus(page.getByRole('link', { name: 'Skip to content' }))).toBe(true)
  for (const name of ['Today', 'Plan', 'Problems', 'Patterns', 'Progress', 'History']) {
    await page.keyboard.press('Tab')
    if (name === 'Today') await page.keyboard.press('Tab')
    expect(await hasFocus(page.getByRole('link', { name, exact: true }).first()), name).toBe(true)
  }
  const menu = page.getByRole('button', { name: 'Account menu' })
  const settings = page.getByRole('menuitem', { name: 'Settings' })
  await tabTo(page, menu)
  await page.keyboard.press('Enter')
  await expect.poll(() => hasFocus(settings), patience).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => hasFocus(menu), patience).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => hasFocus(settings), patience).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()

  await page.reload()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const isInMain = await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))
  expect(isInMain).toBe(true)
})

test('the chosen theme is kept', async () => {
  const { page } = await browser.visit({ context: { colorScheme: 'light' } })
  await page.goto(codify.webUrl)
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect.poll(background, patience).not.toBe(light)
  await page.reload()
  expect(await background()).not.toBe(light)
})
