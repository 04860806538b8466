import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from './accessibility.ts'
import { freshEmail, signIn } from './learner.ts'
import { liveBrowser } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const moderator = freshEmail('moderator')
const codify = liveCodify(async () => ({ MODERATOR_EMAILS: `${moderator}, ${freshEmail()}` }))
const browser = liveBrowser()

async function arrive(email?: string): Promise<Page> {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/signin?callbackUrl=/problems/two-sum`)
  await signIn(page, email)
  return page
}

test('a comment that is reported waits for a moderator, who hides it with a reason', async () => {
  const author = await arrive()
  await author.getByRole('textbox', { name: 'Your comment' }).fill('Buy my course')
  await author.getByRole('button', { name: 'Post comment' }).click()
  await author.getByRole('listitem').getByText('Buy my course').waitFor()

  const reader = await arrive()
  await reader.getByRole('button', { name: /^Report the comment by/ }).click()
  await reader.getByRole('dialog').waitFor()
  await expectAccessible(reader)
  await reader.getByRole('radio', { name: 'Advertising or spam' }).click()
  await reader.getByLabel('Anything to add').fill('It sells something')
  await reader.getByRole('button', { name: 'Report comment', exact: true }).click()
  await reader.getByText('You reported this comment.').waitFor()
  await reader.goto(`${codify.webUrl}/moderation`)
  await reader.getByRole('heading', { name: 'There is nothing at this address' }).waitFor()

  const judge = await arrive(moderator)
  await judge.goto(`${codify.webUrl}/settings`)
  await judge.getByRole('link', { name: 'Reported comments' }).click()
  const item = judge.getByRole('listitem').filter({ hasText: 'Buy my course' }).first()
  await item.getByText('It sells something').waitFor()
  await item.getByRole('button', { name: 'Hide it' }).click()
  await item.getByText('Say why, for the log.').waitFor()
  await expectAccessible(judge)
  await item.getByLabel('Why').fill('Advertising')
  await item.getByRole('button', { name: 'Hide it' }).click()
  await judge.getByText('Nothing waits for you').waitFor()
  await judge.getByText('Hid', { exact: true }).waitFor()
  await expectAccessible(judge)

  await reader.goto(`${codify.webUrl}/problems/two-sum`)
  await reader.getByRole('heading', { name: /^Comments/ }).waitFor()
  expect(await reader.getByText('Buy my course').count()).toBe(0)
  await author.reload()
  await author.getByText('Hidden from others').waitFor()
})
