import { expect, test } from 'vitest'
import { expectAccessible } from './accessibility.ts'
import { givePlan, signIn } from './learner.ts'
import { liveBrowser } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()

test('a learner makes a calendar address, a calendar follows it, and it ends when it is revoked', async () => {
  const { page, context } = await browser.visit({ allows: [/calendar\.ics/] })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${codify.webUrl}/signin?callbackUrl=/settings`)
  await signIn(page)
  await givePlan(page)
  await page.getByRole('button', { name: 'Make my calendar address' }).click()
  const address = await page.getByLabel('Your private address').inputValue()
  await page.getByRole('button', { name: 'Copy address' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
  await page.getByLabel('A day begins at').fill('07:30')
  await page.getByLabel('A day begins at').blur()
  await page.getByRole('combobox', { name: 'Alarm' }).click()
  await page.getByRole('option', { name: 'No alarm' }).click()
  await expectAccessible(page)

  const feed = await fetch(address)
  expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const text = await feed.text()
  expect(text).toMatch(/DTSTART:\d{8}T073000Z/)
  expect(text).not.toContain('VALARM')
  const again = await fetch(address, { headers: { 'if-none-match': feed.headers.get('etag') ?? '' } })
  expect(again.status).toBe(304)

  await page.reload()
  await page.getByText('Your calendar has an address').waitFor()
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await page.getByRole('button', { name: 'Revoke address' }).click()
  await page.getByRole('button', { name: 'Make my calendar address' }).waitFor()
  expect((await fetch(address)).status).toBe(404)
})

test('without a mail server the daily mail says why there is none', async () => {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/signin?callbackUrl=/settings`)
  await signIn(page)
  await page.getByText('This installation has no mail server').waitFor()
})

test('a mail program can end the mails by one call, and a person by a button', async () => {
  const { page } = await browser.visit()
  const oneClick = await fetch(`${codify.webUrl}/unsubscribe/now?key=made-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(oneClick.status).toBe(200)
  await page.goto(`${codify.webUrl}/unsubscribe?key=made-up`)
  await page.getByRole('heading', { name: 'Stop the daily mail?' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Stop the mail' }).click()
  await page.getByRole('heading', { name: 'There will be no more mails' }).waitFor()
})
