import { afterAll, expect, test } from 'vitest'
import { type FakeMailServer, plainTextOf, startFakeMailServer } from './fake-mail-server.ts'
import { askForLink, freshEmail } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

let mail: FakeMailServer | undefined
const codify = liveCodify(async () => {
  mail = await startFakeMailServer()
  return { SMTP_URL: mail.url, EMAIL_FROM: 'Codify <codify@example.org>' }
})
const browser = liveBrowser()
afterAll(() => mail?.stop())

const messagesTo = (email: string) =>
  mail?.messages.filter((message) => message.includes(`To: ${email}`)) ?? []

test('the link arrives by mail, is nowhere on the page, and works in the browser that asked', async () => {
  const email = freshEmail()
  const asking = await browser.visit()
  await asking.page.goto(`${codify.webUrl}/signin?callbackUrl=%2Fsettings`)
  await askForLink(asking.page, email)
  await asking.page.getByRole('heading', { name: 'Check your email' }).waitFor()
  expect(await asking.page.content()).not.toContain('token=')

  await expect.poll(() => messagesTo(email).length, patience).toBe(1)
  const [message = ''] = messagesTo(email)
  expect(message).toContain('From: Codify <codify@example.org>')
  const link = /http:\/\/\S+/.exec(plainTextOf(message))?.[0] ?? ''
  expect(link).toContain(`${codify.webUrl}/signin/confirm?`)

  const other = await browser.visit()
  await other.page.goto(link)
  await other.page.getByRole('heading', { name: 'Open this link where you asked for it' }).waitFor()

  const { page } = asking
  await page.goto(link)
  await page.getByRole('button', { name: `Sign in as ${email}` }).click()
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  await page.getByText(email).first().waitFor()
})

test('nobody’s mailbox is filled from the sign-in page', async () => {
  const email = freshEmail()
  const { page } = await browser.visit({ allows: [/.*/] })
  for (let times = 0; times < 5; times++) {
    await page.goto(`${codify.webUrl}/signin`)
    await askForLink(page, email)
  }
  await page.goto(`${codify.webUrl}/signin`)
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Email me a sign-in link' }).click()
  await page.getByText('Too many links were asked for.').waitFor()
  expect(messagesTo(email)).toHaveLength(5)
})
