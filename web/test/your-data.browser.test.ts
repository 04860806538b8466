import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
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

test('a pasted list is looked at, then saved', async () => {
  const { page } = await browser.visit({ context: still })
  await page.goto(`${codify.webUrl}/settings`)
  await signIn(page)
  await page.goto(`${codify.webUrl}/settings`)
  await page.getByRole('button', { name: 'Paste a list' }).click()
  await page
    .getByLabel('Solved problems')
    .fill('two-sum, 2026-01-05, 25\nhttps://leetcode.com/problems/3sum/\nno such problem')
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByText('One line was not understood').waitFor()
  await expect.poll(() => page.getByRole('row').allTextContents(), patience).toHaveLength(3)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save 2 attempts' }).click()
  await page.getByText('2 attempts saved').waitFor()
  await page.goto(`${codify.webUrl}/problems?status=solved`)
  await page.getByRole('link', { name: 'Two Sum' }).waitFor()
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
  // What is filled while the page comes alive may be lost again.
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
