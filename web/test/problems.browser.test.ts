import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { callApi, freshEmail, givePlan, signIn } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const codify = liveCodify()
const browser = liveBrowser()

async function learnerAt(place: string, email?: string): Promise<Page> {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/signin?callbackUrl=${encodeURIComponent(place)}`)
  await signIn(page, email)
  return page
}

const rowsOf = (page: Page) => page.getByRole('list', { name: 'Problems' }).getByRole('listitem')

test('the list is searched, narrowed, sorted and read on, and the Back button brings it all back', async () => {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/problems`)
  await page.getByText('50 shown').waitFor()
  await page.getByRole('button', { name: 'Load more' }).click()
  await page.getByText('100 shown').waitFor()

  await page.keyboard.press('/')
  await page.keyboard.type('tree')
  await page.waitForURL('**/problems?q=tree')
  await expect.poll(() => rowsOf(page).first().textContent(), patience).toMatch(/tree/i)

  await page.getByRole('button', { name: /^Difficulty/ }).click()
  await page.getByRole('checkbox', { name: 'Hard' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove filter Difficulty: Hard' }).waitFor()
  await page.waitForURL(/difficulty=hard/)
  await page.getByRole('combobox', { name: 'Sort by' }).click()
  await page.getByRole('option', { name: 'By title' }).click()
  await page.waitForURL(/sort=title/)
  const titles = () => rowsOf(page).getByRole('link').allInnerTexts()
  const isSorted = async () => {
    const shown = await titles()
    return shown.join() === shown.toSorted().join()
  }
  await expect.poll(isSorted, patience).toBe(true)
  const found = await titles()
  expect(found.length).toBeGreaterThan(1)

  await rowsOf(page).getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: found[0] }).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: 'Remove filter Difficulty: Hard' }).waitFor()
  expect(await page.getByLabel('Search problems').inputValue()).toBe('tree')
  await expect.poll(titles, patience).toEqual(found)

  await page.getByLabel('Search problems').fill('no such problem anywhere')
  await page.getByRole('heading', { name: 'No problem matches' }).waitFor()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.getByText('50 shown').waitFor()
})

test('what was loaded is still there after a look at a problem', async () => {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/problems`)
  await page.getByRole('button', { name: 'Load more' }).click()
  await page.getByText('100 shown').waitFor()
  const row = rowsOf(page).nth(80).getByRole('link')
  const title = (await row.textContent()) ?? ''
  await row.click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.goBack()
  await page.getByText('100 shown').waitFor()
  await expect.poll(() => page.evaluate(() => window.scrollY), patience).toBeGreaterThan(1000)
})

test('on a phone the filters are in a sheet', async () => {
  const { page } = await browser.visit({ context: { viewport: { width: 390, height: 844 } } })
  await page.goto(`${codify.webUrl}/problems`)
  await page.getByRole('button', { name: 'Filters' }).click()
  const sheet = page.getByRole('dialog', { name: 'Filters' })
  await sheet.getByRole('checkbox', { name: 'Easy' }).click()
  await sheet.getByRole('checkbox', { name: 'Blind 75' }).click()
  await sheet.getByRole('button', { name: 'Show problems' }).click()
  await page.getByRole('button', { name: 'Filters 2 chosen' }).waitFor()
  await page.waitForURL(/list=blind75/)
  await expect.poll(() => rowsOf(page).count(), patience).toBeLessThan(50)
})

test('somebody who is signed out reads, is asked to sign in to act, and comes back', async () => {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/problems/two-sum`)
  await page.getByRole('heading', { level: 1, name: 'Two Sum' }).waitFor()
  await page.getByRole('button', { name: 'Upvote Two Sum' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await signIn(page)
  expect(new URL(page.url()).pathname).toBe('/problems/two-sum')
  await page.getByRole('textbox', { name: 'Your comment' }).waitFor()
})

test('an upvote shows at once, stays after a reload, and can be taken back', async () => {
  const page = await learnerAt('/problems/valid-anagram')
  const upvote = page.getByRole('button', { name: 'Upvote Valid Anagram' })
  expect(await upvote.getAttribute('aria-pressed')).toBe('false')
  const sent = page.waitForResponse((answer) => answer.url().endsWith('/upvote'))
  await upvote.click()
  await expect.poll(() => upvote.getAttribute('aria-pressed'), patience).toBe('true')
  await sent
  await page.reload()
  expect(await upvote.getAttribute('aria-pressed')).toBe('true')

  await page.goto(`${codify.webUrl}/problems?q=valid+anagram`)
  const inList = rowsOf(page).getByRole('button', { name: 'Upvote Valid Anagram' })
  expect(await inList.getAttribute('aria-pressed')).toBe('true')
  await inList.click()
  await expect.poll(() => inList.getAttribute('aria-pressed'), patience).toBe('false')
})

const hostile = [
  '**Draw it** first.',
  '<script>window.harmed = 1</script>',
  '<img src="/nowhere.png" onerror="window.harmed = 1">',
  '[press me](javascript:window.harmed=1) ![](https://pictures.example/a.png)',
].join('\n\n')

test('a comment is written, read by others without harm, edited and deleted', async () => {
  const page = await learnerAt('/problems/group-anagrams', freshEmail('ada'))
  await page.getByRole('textbox', { name: 'Your comment' }).fill(hostile)
  await page.getByRole('radio', { name: 'Good intro' }).click()
  await page.getByRole('button', { name: 'Post comment' }).click()
  const comment = page.getByRole('article', { name: /^Comment by ada/ })
  await comment.getByRole('button', { name: 'Edit' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Your comment' }).inputValue()).toBe('')

  const { page: reader } = await browser.visit()
  await reader.goto(`${codify.webUrl}/problems/group-anagrams`)
  const read = reader.getByRole('article', { name: /^Comment by ada/ })
  await read.getByText('Good intro').waitFor()
  expect(await read.locator('strong').textContent()).toBe('Draw it')
  expect(await read.locator('script, img, a[href^="javascript:"]').count()).toBe(0)
  expect(await reader.evaluate(() => 'harmed' in window)).toBe(false)
  expect(await read.getByRole('button').count()).toBe(0)
  expect(await reader.content()).not.toContain('@example.org')

  await comment.getByRole('button', { name: 'Edit' }).click()
  await comment
    .getByRole('textbox', { name: 'Edit your comment' })
    .fill('Sort the letters, then look them up.')
  await comment.getByRole('button', { name: 'Save' }).click()
  await comment.getByText('edited').waitFor()
  await page.reload()
  await comment.getByText('Sort the letters').waitFor()

  await comment.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete comment' }).click()
  await comment.waitFor({ state: 'hidden' })
  await page.reload()
  await page.getByText('No comments yet.').waitFor()
})

test('comments are read on and turned round', async () => {
  const page = await learnerAt('/problems/top-k-frequent-elements')
  for (let index = 1; index <= 25; index++)
    await callApi(page, {
      method: 'POST',
      path: '/problems/top-k-frequent-elements/comments',
      body: { body: `Thought number ${index}` },
    })
  await page.reload()
  await page.getByText('Thought number 25', { exact: true }).waitFor()
  const comments = page.getByRole('article')
  const shown = await comments.count()
  expect(shown).toBeLessThan(25)
  await page.getByRole('button', { name: 'Load more comments' }).click()
  await expect.poll(() => comments.count(), patience).toBe(25)
  await page.getByRole('combobox', { name: 'Order of comments' }).click()
  await page.getByRole('option', { name: 'Oldest first' }).click()
  await expect.poll(() => comments.first().textContent(), patience).toContain('Thought number 1')
})

test('how a problem went is recorded with its minutes, and its place in the plan is shown', async () => {
  const page = await learnerAt('/today')
  await givePlan(page)
  await page.goto(`${codify.webUrl}/plan`)
  await page.getByRole('heading', { name: 'Week 1 ·' }).waitFor()
  await page.locator('#week-1 a[href^="/problems/"]').first().click()
  await page.getByRole('heading', { name: 'In your plan' }).waitFor()

  await page.getByRole('button', { name: 'Save attempt' }).click()
  await page.getByText('Choose how it went.').waitFor()
  await page.getByRole('radio', { name: 'Stuck' }).click()
  await page.getByLabel('Minutes').fill('33')
  await page.getByRole('radio', { name: 'Hard', exact: true }).click()
  await page.getByRole('button', { name: 'Save attempt' }).click()
  await page.getByText('Recorded as stuck').waitFor()
  await page.reload()
  await page.getByText('33 min').first().waitFor()
})

test('the stopwatch goes on after a reload', async () => {
  const page = await learnerAt('/problems/two-sum')
  await page.getByRole('button', { name: 'Start timer' }).click()
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Pause' }).waitFor()
})
