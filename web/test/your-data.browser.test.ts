import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { heldKinds } from '@codify/api/contract'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, phone, still } from './accessibility.ts'
import { callApi, givePlan, signIn } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return fs.readFileSync(await file.path(), 'utf8')
}

test('what one has is taken to another account, and back to where it was left', async () => {
  const { page } = await browser.visit({ context: still })
  await page.goto(`${codify.webUrl}/today`)
  await signIn(page)
  await givePlan(page)
  await callApi(page, { method: 'POST', path: '/problems/two-sum/attempts', body: { outcome: 'solved' } })
  const note = { body: 'A **bold** idea', version: null }
  await callApi(page, { method: 'PUT', path: '/problems/two-sum/note', body: note })
  await page.goto(`${codify.webUrl}/settings`)
  await expectAccessible(page)
  const everything = await download(page, 'Download everything')
  expect(JSON.parse(everything)).toMatchObject({ format: 'codify-export', version: 1 })
  expect(await download(page, 'Plan as Markdown')).toMatch(/^# Practice plan/)
  expect(await download(page, 'Cards for Anki')).toContain('A **bold** idea')

  const heir = await browser.visit({ context: still, allows: [/400|409/] })
  await heir.page.goto(`${codify.webUrl}/settings`)
  await signIn(heir.page)
  await heir.page.goto(`${codify.webUrl}/settings`)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codify-import-'))
  const files = { broken: path.join(folder, 'broken.json'), whole: path.join(folder, 'whole.json') }
  fs.writeFileSync(files.broken, everything.replace('"version":1', '"version":9'))
  fs.writeFileSync(files.whole, everything)
  const input = heir.page.getByLabel('File to import')
  await input.setInputFiles(files.broken)
  await heir.page.getByText('This installation reads version 1; the file says 9.').waitFor()
  await expectAccessible(heir.page)
  await input.setInputFiles(files.whole)
  await heir.page.getByText('Imported, all of it:').waitFor()
  await expectAccessible(heir.page)
  await input.setInputFiles(files.whole)
  await heir.page.getByText(/A file is read into an empty account only/).waitFor()
  fs.rmSync(folder, { recursive: true })

  await heir.page.goto(`${codify.webUrl}/problems/two-sum`)
  await expect
    .poll(() => heir.page.getByLabel('Your note, in Markdown').inputValue(), patience)
    .toBe('A **bold** idea')
  await heir.page.goto(`${codify.webUrl}/plan`)
  await heir.page.getByRole('heading', { name: 'Week 1 ·' }).waitFor()
})

test('a file with nothing but code is counted, and all that is held is listed before deletion', async () => {
  const { page } = await browser.visit({ context: still })
  await page.goto(`${codify.webUrl}/settings`)
  await signIn(page)
  await page.goto(`${codify.webUrl}/settings`)
  const empty = JSON.parse(await download(page, 'Download everything'))
  const draft = { problem: 'two-sum', language: 'python', code: 'pass', updated_at: '2026-01-05T10:00:00Z' }
  await page.getByLabel('File to import').setInputFiles({
    name: 'code.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...empty, code_drafts: [draft] })),
  })
  await page.getByText('Imported, all of it:').waitFor()
  await page.getByText('Code you were writing').waitFor()
  await page.getByRole('button', { name: 'Delete my account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete your account' })
  await dialog.waitFor()
  const listed = await dialog.getByRole('listitem').allTextContents()
  expect(listed).toEqual(heldKinds.map(({ label }) => label))
  await expectAccessible(page)
})

/** Ten lines, of which each ends in another way. */
const mixedLines = [
  'two-sum, 2026-01-05, 25',
  '- [x] [3Sum](https://leetcode.com/problems/3sum/) - stuck, 2 Mar 2026',
  '- [ ] 4Sum',
  'Climbing Stairs',
  'House Robber, yesterday',
  'no such problem',
  'two-sum, 2026-01-05',
  'Word Search - could not finish it',
  'Coin Change, 02/03/2026, 1h 20m',
  'Jump Game, 2026-01-06, 1:20',
].join('\n')

test('a pasted list is looked at, asked about, saved, and taken back', async () => {
  const { page } = await browser.visit({ context: { ...still, viewport: phone }, allows: [/400/] })
  await page.goto(`${codify.webUrl}/settings`)
  await signIn(page)
  await page.goto(`${codify.webUrl}/settings`)
  await page.getByRole('button', { name: 'Paste a list' }).click()
  await page.getByLabel('Solved problems').fill(mixedLines)
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByText('3 new · 1 known already or repeated · 3 with a question').waitFor()
  const rows = () => page.getByRole('row').allTextContents()
  await expect.poll(rows, patience).toHaveLength(11)
  await expectAccessible(page)
  await page.getByLabel(/When was this\? 2 lines/).fill('2100-01-01')
  await page.getByText(/Give 20\d\d-\d\d-\d\d or an earlier day/).waitFor()
  await page.getByRole('button', { name: 'A month ago' }).click()
  await page.getByRole('button', { name: 'Save 5 attempts' }).waitFor()
  await page.getByRole('radio', { name: 'Day first' }).click()
  await expect.poll(async () => (await rows())[9], patience).toContain('2 Mar 2026 · 80 min')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save 6 attempts' }).click()
  await page.getByText('6 attempts saved').waitFor()
  await page.getByText('6 attempts pasted').waitFor()
  await expectAccessible(page)
  await page.goto(`${codify.webUrl}/problems?status=stuck`)
  await page.getByRole('link', { name: '3Sum', exact: true }).waitFor()
  await page.goto(`${codify.webUrl}/settings`)
  await page.getByRole('button', { name: 'Take back' }).click()
  await page.getByText('6 attempts taken back').waitFor()
  await page.getByRole('button', { name: 'Take back' }).waitFor({ state: 'detached' })
  await page.goto(`${codify.webUrl}/problems?status=solved`)
  await page.getByText('No problem matches').waitFor()
})

test('a note saves itself, outlives a network that is away, and two devices lose nothing', async () => {
  const { page, context } = await browser.visit({ context: still, allows: [/409|ERR_INTERNET_DISCONNECTED/] })
  await page.goto(`${codify.webUrl}/today`)
  await signIn(page)
  await page.goto(`${codify.webUrl}/problems/two-sum`)
  const text = page.getByLabel('Your note, in Markdown')
  await text.fill('## One pass\n\nwith a `map`')
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.getByRole('tab', { name: 'Preview' }).first().click()
  await page.locator('code', { hasText: 'map' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('tab', { name: 'Write' }).first().click()

  await context.setOffline(true)
  await text.fill('written offline')
  await page.getByText('Offline: kept in this browser').waitFor()
  await context.setOffline(false)
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await expect.poll(() => text.inputValue(), patience).toBe('written offline')

  const second = await context.newPage()
  await second.goto(`${codify.webUrl}/problems/two-sum`)
  // A field that is filled while the page hydrates may be lost again.
  await second.waitForLoadState('networkidle')
  await second.getByLabel('Your note, in Markdown').fill('from the phone')
  await second.getByText('Saved', { exact: true }).waitFor()
  await second.close()
  await text.fill('from the desk')
  await page.getByText('Another device saved a newer text.').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep both' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await expect.poll(() => text.inputValue(), patience).toBe('from the phone\n\n---\n\nfrom the desk')
})

test('a problem of one’s own is added, found by a filter, changed and deleted', async () => {
  const { page } = await browser.visit({ context: { ...still, viewport: phone } })
  await page.goto(`${codify.webUrl}/today`)
  await signIn(page)
  await page.goto(`${codify.webUrl}/problems`)
  await page.getByRole('button', { name: 'Add your own' }).click()
  await page.getByRole('button', { name: 'Add problem' }).click()
  await page.getByText('Choose a topic.').waitFor()
  await page.getByRole('combobox', { name: 'Topic' }).click()
  await page.getByRole('option', { name: 'Trees', exact: true }).click()
  await page.getByLabel('Link').fill('https://example.org/onsite')
  await page.getByLabel('Title').fill('The onsite warm-up')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add problem' }).click()
  await page.getByRole('heading', { level: 1, name: 'The onsite warm-up' }).waitFor()
  await page.getByText('Added by you').waitFor()
  expect(await page.getByRole('link', { name: /Open the problem/ }).getAttribute('href')).toBe(
    'https://example.org/onsite',
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Title').fill('The second round')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('heading', { level: 1, name: 'The second round' }).waitFor()
  await page.goto(`${codify.webUrl}/problems?mine=true`)
  await page.getByRole('link', { name: 'The second round' }).waitFor()
  await page.getByText('All 1 shown').waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'The second round' }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete problem' }).click()
  await page.getByText('No problem matches').waitFor()
})
