import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, phone } from './accessibility.ts'
import { hasFocus, tabTo } from './keyboard.ts'
import { signIn } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()
const path = '/problems/two-sum/practise'

const solved = {
  TypeScript: `function twoSum(nums: number[], target: number): number[] {
  const seen = new Map<number, number>()
  for (let at = 0; at < nums.length; at++) {
    const other = seen.get(target - nums[at]!)
    if (other !== undefined) return [other, at]
    seen.set(nums[at]!, at)
  }
  return []
}
`,
  JavaScript: `function twoSum(nums, target) {
  const seen = new Map()
  for (let at = 0; at < nums.length; at++) {
    if (seen.has(target - nums[at])) return [seen.get(target - nums[at]), at]
    seen.set(nums[at], at)
  }
  return []
}
`,
  Python: `def two_sum(nums, target):
    seen = {}
    for at, num in enumerate(nums):
        if target - num in seen:
            return [seen[target - num], at]
        seen[num] = at
    return []
`,
}
const wrong = 'function twoSum() {\n  console.log("here")\n  return [0, 0]\n}\n'
const endless = 'function twoSum() {\n  for (;;) {}\n}\n'

/** Somebody new at the workbench. */
async function opened(options: Parameters<typeof browser.visit>[0] = {}): Promise<Page> {
  const { page } = await browser.visit(options)
  await page.goto(codify.webUrl + path)
  await signIn(page)
  await editor(page).waitFor()
  return page
}

const editor = (page: Page) => page.getByRole('textbox', { name: 'Code' })
const outcome = (page: Page) => page.getByRole('region', { name: 'Results' })
/** Python is loaded for its first run, which takes its time on a busy machine. */
const counted = (page: Page, text: string | RegExp) =>
  outcome(page).getByText(text).first().waitFor({ timeout: 60_000 })

/** Writes in the editor as by keyboard, over what is there. */
async function write(page: Page, code: string): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(code)
}

const submit = (page: Page) => page.keyboard.press('Control+Shift+Enter')

test.each(['TypeScript', 'JavaScript', 'Python'] as const)(
  'a problem is solved in %s by keyboard, and recorded with one key',
  async (language) => {
    const page = await opened()
    if (language !== 'TypeScript') {
      const chosen = page.getByRole('combobox', { name: 'Language' })
      await chosen.focus()
      await page.keyboard.press('Enter')
      const option = page.getByRole('option', { name: language })
      await option.waitFor()
      await page.keyboard.type(language)
      await expect.poll(() => hasFocus(option), patience).toBe(true)
      await page.keyboard.press('Enter')
      await chosen.getByText(language).waitFor()
    }
    await tabTo(page, editor(page))
    await write(page, solved[language])
    await page.keyboard.press('Control+Enter')
    await counted(page, 'Examples pass')
    await submit(page)
    await counted(page, 'Accepted')
    const record = page.getByRole('button', { name: 'Record', exact: true })
    await record.waitFor()
    await page
      .getByRole('region', { name: 'Record this attempt' })
      .getByText(/^Solved|· easy/)
      .waitFor()
    await record.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Recorded as solved').waitFor()
    await page.getByRole('link', { name: 'Back to the problem’s page' }).click()
    await page.getByText('Solved').first().waitFor()
  },
)

test('the keyboard goes in and out of the editor, and moves the panes', async () => {
  const page = await opened()
  await tabTo(page, editor(page))
  await page.keyboard.press('Escape')
  expect(await hasFocus(page.getByRole('button', { name: 'Run', exact: true }))).toBe(true)
  const edge = page.getByRole('separator', { name: 'Width of the problem' })
  const before = await edge.getAttribute('aria-valuenow')
  await edge.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => edge.getAttribute('aria-valuenow')).not.toBe(before)
})

test('a wrong answer shows what came, a hidden case its input, and both are kept', async () => {
  const page = await opened()
  await write(page, wrong)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await counted(page, 'Wrong answer')
  await counted(page, 'here')
  await submit(page)
  await counted(page, /of \d+ tests/)
  const hidden = outcome(page).locator('li[data-status=failed]').last()
  await hidden.locator('summary').click()
  await hidden.getByText('Input').waitFor()
  await page.getByRole('region', { name: 'Record this attempt' }).getByText(/Tried/).waitFor()
  await page.getByRole('button', { name: 'Earlier submissions' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Show its code' }).click()
  await page.getByRole('dialog').getByText('console.log').waitFor()
})

test('a loop without an end stops with words, and the next run is clean', async () => {
  const page = await opened()
  await write(page, endless)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await counted(page, 'Too slow')
  await write(page, solved.TypeScript)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await counted(page, 'Examples pass')
})

test('code that does not parse is told with its line', async () => {
  const page = await opened()
  await write(page, 'function twoSum( {\n')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await counted(page, 'The code did not run')
})

test('an input of one’s own runs without anything to compare with', async () => {
  const page = await opened()
  await write(page, solved.TypeScript)
  await page.getByRole('button', { name: 'Own input' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('[1, 2')
  await dialog.getByRole('button', { name: 'Run it' }).click()
  await dialog
    .getByText(/as JSON/)
    .last()
    .waitFor()
  await dialog.getByRole('textbox').first().fill('[1, 2, 3]')
  await dialog.getByRole('textbox').nth(1).fill('5')
  await dialog.getByRole('button', { name: 'Run it' }).click()
  await counted(page, 'Your own input')
  await counted(page, '[1,2]')
})

test('code and timer survive a reload, code another device too; a fresh start can be taken back', async () => {
  const page = await opened()
  await write(page, wrong)
  await page
    .getByRole('timer')
    .getByText(/0:0[1-9]/)
    .waitFor()
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await editor(page).getByText('console.log').waitFor()
  await page
    .getByRole('timer')
    .getByText(/^[1-9]|0:[1-9]|0:0[1-9]/)
    .waitFor()
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('codify:code')) localStorage.removeItem(key)
  })
  await page.reload()
  await editor(page).getByText('console.log').waitFor()
  await page.getByRole('button', { name: 'Start fresh' }).click()
  await editor(page).getByText('console.log').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await editor(page).getByText('console.log').waitFor()
})

test('two devices: the newer code is offered and nothing is lost', async () => {
  const page = await opened({ allows: [/status of 409/, /409/] })
  await write(page, '// first')
  await page.getByText('Saved', { exact: true }).waitFor()
  const state = await page.context().storageState()
  const other = await browser.visit({ context: { storageState: { ...state, origins: [] } } })
  await other.page.goto(codify.webUrl + path)
  await editor(other.page).getByText('// first').waitFor()
  await write(other.page, '// from the desk')
  await other.page.getByText('Saved in this browser').waitFor()
  await other.page.getByText('Saved', { exact: true }).waitFor()
  await write(page, '// from the sofa')
  await page.getByText('Another device has newer code').waitFor()
  await page.getByRole('button', { name: 'Take the newer' }).click()
  await editor(page).getByText('// from the desk').waitFor()
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await editor(page).getByText('// from the sofa').waitFor()
})

test('a submission without a network is sent when there is one', async () => {
  const page = await opened({ allows: [/ERR_INTERNET_DISCONNECTED/] })
  await write(page, solved.TypeScript)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await counted(page, 'Examples pass')
  await page.context().setOffline(true)
  await submit(page)
  await counted(page, 'Accepted')
  await page.getByText('1 submission to send').waitFor()
  await page.context().setOffline(false)
  await page.getByText('1 submission to send').waitFor({ state: 'detached' })
  await page.getByRole('region', { name: 'Record this attempt' }).waitFor()
})

test('hints come one by one and are counted, also after a reload', async () => {
  const page = await opened()
  await page.getByRole('button', { name: 'Show hint 1' }).click()
  await page.getByText('1 of 3 used').waitFor()
  await page.reload()
  await page.getByText('1 of 3 used').waitFor()
  // Without a model there is nothing more to ask.
  expect(await page.getByText('About your code').count()).toBe(0)
  await page.getByRole('button', { name: 'Show hint 2' }).click()
  await page.getByText('2 of 3 used').waitFor()
  await write(page, solved.TypeScript)
  await submit(page)
  await page
    .getByRole('region', { name: 'Record this attempt' })
    .getByText(/2 hints/)
    .waitFor()
  await page.getByRole('button', { name: 'Read the explanation' }).click()
  await page.getByRole('region', { name: 'Explanation' }).waitFor()
})

test('the workbench has nothing for axe, on a phone too', async () => {
  const page = await opened()
  await write(page, wrong)
  await submit(page)
  await counted(page, 'Wrong answer')
  await expectAccessible(page)
  await page.setViewportSize(phone)
  await page.getByRole('tab', { name: 'Results' }).click()
  await counted(page, 'Wrong answer')
  await page.getByRole('tab', { name: 'Code' }).click()
  await editor(page).waitFor()
  await expectAccessible(page, { sizes: [phone] })
})

test('the problem’s page leads here, and a problem without an exercise says so', async () => {
  const { page } = await browser.visit({ allows: [/404/] })
  await page.goto(`${codify.webUrl}/problems/two-sum`)
  await page.getByRole('link', { name: 'Practise here' }).click()
  await signIn(page)
  await editor(page).waitFor()
  for (const missing of [
    '/problems/4sum/practise',
    '/problems/nope/practise',
    '/problems/No%20slug/practise',
    `/problems/${'x'.repeat(500)}/practise`,
    '/interview/nope',
    `/interview/${randomUUID()}`,
  ]) {
    const answer = await page.goto(codify.webUrl + missing)
    expect([missing, answer?.status()]).toEqual([missing, 404])
    await page.getByRole('heading', { name: 'There is no exercise at this address' }).waitFor()
  }
})

const storages = {
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  },
  forbidden: () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  },
}

test.each(['full', 'forbidden'] as const)(
  'where the browser’s storage is %s, what is on the screen runs and is sent, and one line says so',
  async (state) => {
    const { page, context } = await browser.visit()
    await context.addInitScript(storages[state])
    await page.goto(codify.webUrl + path)
    await signIn(page)
    await editor(page).waitFor()
    await write(page, solved.TypeScript)
    await page.getByText('This browser stores nothing for Codify at the moment.').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await counted(page, 'Examples pass')
    await submit(page)
    await counted(page, 'Accepted')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('Recorded as solved').waitFor()

    await page.getByRole('link', { name: 'Back to the problem’s page' }).click()
    const note = page.getByLabel('Your note, in Markdown')
    await note.fill('A map of what was seen')
    await page.getByText('Saved', { exact: true }).first().waitFor()
    await page.getByRole('textbox', { name: 'Your comment' }).fill('It *works*')
    await page.getByRole('button', { name: 'Post comment' }).click()
    await page.getByRole('article').getByText('works').first().waitFor()
    await page.getByRole('button', { name: 'Start timer' }).first().click()
    await page.getByRole('button', { name: 'Pause' }).first().waitFor()
    await page.getByRole('button', { name: 'Theme' }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect.poll(() => page.locator('html').getAttribute('data-theme'), patience).toBe('dark')
    await page.reload()
    await expect.poll(() => note.inputValue(), patience).toBe('A map of what was seen')

    await page.goto(`${codify.webUrl}/intake`)
    await page.getByRole('button', { name: /Software engineer/ }).click()
    await page.getByRole('button', { name: 'Remove Software engineer' }).waitFor()
  },
)

test('an interview: predict, solve against the clock, see what it was; the prediction counts', async () => {
  const { page } = await browser.visit({ allows: [/404/] })
  await page.goto(`${codify.webUrl}/problems`)
  await page.goto(`${codify.webUrl}/interview`)
  await signIn(page)
  await page.getByText('No prediction yet.').waitFor()
  await expectAccessible(page)
  const requests: string[] = []
  page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.getByRole('button', { name: 'Start an interview' }).click()
  await page.getByRole('heading', { name: 'Before you code' }).waitFor()
  await page.getByRole('button', { name: 'Start solving' }).click()
  await page.getByText('Choose a pattern; a guess will do.').waitFor()
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Which pattern is it?' }).click()
  await page.getByRole('option').first().click()
  await page.getByRole('slider').press('End')
  await page.getByRole('button', { name: 'Start solving' }).click()
  await editor(page).waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Interview')
  expect(await page.getByRole('button', { name: /hint/i }).count()).toBe(0)
  await page
    .getByRole('timer', { name: 'Time left' })
    .getByText(/^(45|44):/)
    .waitFor()
  await page.reload()
  await editor(page).waitFor()
  await submit(page)
  await counted(page, /of \d+ tests/)
  const code = (await editor(page).textContent()) ?? ''
  const hidden = [page.url(), await page.title(), await page.content(), ...requests]
  await page.getByRole('button', { name: 'End and reveal' }).click()
  await page.getByText('You said').waitFor()
  await page.getByText('100 % sure').waitFor()
  await page.getByRole('region', { name: 'Record this attempt' }).waitFor()
  await expectAccessible(page)
  // Nothing that the browser had before named the problem.
  const again = await page.getByRole('link', { name: 'Practise it again' }).getAttribute('href')
  const slug = again?.split('/')[2] ?? ''
  expect(slug).not.toBe('')
  expect(hidden.filter((text) => text.includes(`/${slug}`))).toEqual([])
  expect(code).toMatch(/\bsolve\(|class /)
  await page.getByRole('link', { name: 'Back to interview practice' }).click()
  await page.getByText(/You were right [01] of 1 times/).waitFor()
  await expectAccessible(page)
})
