import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { generatePrivateJwk, toPublicJwk } from '../../scripts/serve/jwk.ts'
import { freshEmail, givePlan, signIn } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'
import { wayToApi } from './outages.ts'
import { webAlone } from './web-alone.ts'

const key = generatePrivateJwk()
const keys = {
  NEXTAUTH_SECRET: randomUUID(),
  AUTH_PRIVATE_JWK: JSON.stringify(key),
  AUTH_JWKS: JSON.stringify({ keys: [toPublicJwk(key)] }),
}
const codify = liveCodify(async () => ({ PLAN_DAILY_LIMIT: '1', ...keys }))
const down = webAlone()
const way = wayToApi(() => codify.apiUrl)
// The same pages again, by a way to the API that can break. Whoever is signed in at the one is at the other.
const unsteady = webAlone(() => ({ ...keys, NEXTAUTH_URL: codify.webUrl, API_URL: way.url }))
const browser = liveBrowser()
// React says by number that a server component failed, or what was under way on the server.
const failedPages = [/50[0-9]/, /React error #4(19|41)/]
const refused = [/40[0-9]|42[0-9]|500|ERR_FAILED/]

async function learnerAt(place: string): Promise<Page> {
  const { page } = await browser.visit({ allows: refused })
  await page.goto(`${codify.webUrl}/signin?callbackUrl=${encodeURIComponent(place)}`)
  await signIn(page)
  return page
}

/** From here on the API answers calls of this kind with a refusal. */
async function refuse(
  page: Page,
  { method, path, problem = {} }: { method: string; path: string; problem?: Record<string, unknown> },
): Promise<void> {
  await page.route(`**/api/v1${path}`, (route, request) =>
    request.method() === method
      ? route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'about:blank',
            title: 'Refused',
            status: 500,
            code: 'test.refused',
            detail: 'The test refuses this.',
            request_id: 'a-test-request',
            ...problem,
          }),
        })
      : route.fallback(),
  )
}

test('a refused upvote goes back, with a message', async () => {
  const page = await learnerAt('/problems/two-sum')
  await refuse(page, { method: 'PUT', path: '/problems/two-sum/upvote' })
  const upvote = page.getByRole('button', { name: 'Upvote Two Sum' })
  const before = await upvote.textContent()
  await upvote.click()
  await page.getByText('Your upvote was not saved').waitFor()
  await page.getByText('The test refuses this.').waitFor()
  await expect.poll(() => upvote.getAttribute('aria-pressed'), patience).toBe('false')
  expect(await upvote.textContent()).toBe(before)
})

test('a refused comment goes back into its field, with a message', async () => {
  const page = await learnerAt('/problems/two-sum')
  await refuse(page, { method: 'POST', path: '/problems/two-sum/comments' })
  const field = page.getByRole('textbox', { name: 'Your comment' })
  await field.fill('Too good to lose')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await page.getByRole('alert').filter({ hasText: 'The test refuses this.' }).waitFor()
  expect(await field.inputValue()).toBe('Too good to lose')
  expect(await page.getByRole('article').count()).toBe(0)
  await page.reload()
  await expect.poll(() => field.inputValue(), patience).toBe('Too good to lose')
})

test('a comment survives a broken connection', async () => {
  const page = await learnerAt('/problems/two-sum')
  await page.route('**/api/v1/problems/two-sum/comments', (route) => route.abort())
  const field = page.getByRole('textbox', { name: 'Your comment' })
  await field.fill('Written in a tunnel')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await page.getByRole('alert').filter({ hasText: 'Codify cannot be reached.' }).waitFor()
  expect(await field.inputValue()).toBe('Written in a tunnel')
})

test('an edit and a deletion that are refused leave the comment as it was', async () => {
  const page = await learnerAt('/problems/valid-anagram')
  await page.getByRole('textbox', { name: 'Your comment' }).fill('First words')
  await page.getByRole('button', { name: 'Post comment' }).click()
  const comment = page.getByRole('article')
  await comment.getByRole('button', { name: 'Edit' }).click()
  await refuse(page, { method: 'PATCH', path: '/comments/*' })
  await refuse(page, { method: 'DELETE', path: '/comments/*' })
  await comment.getByRole('textbox', { name: 'Edit your comment' }).fill('Second words')
  await comment.getByRole('button', { name: 'Save' }).click()
  await comment.getByRole('alert').filter({ hasText: 'The test refuses this.' }).waitFor()
  expect(await comment.getByRole('textbox', { name: 'Edit your comment' }).inputValue()).toBe('Second words')
  await comment.getByRole('button', { name: 'Cancel' }).click()
  await comment.getByText('First words').waitFor()

  await comment.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete comment' }).click()
  await page.getByText('Your comment was not deleted').waitFor()
  await comment.getByText('First words').waitFor()
})

test('an empty and an overlong comment are refused before they are sent', async () => {
  const page = await learnerAt('/problems/two-sum')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await page.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor()
  await page.getByRole('textbox', { name: 'Your comment' }).fill('x'.repeat(2001))
  await page.getByText('2,001 / 2,000').waitFor()
  await page.getByRole('button', { name: 'Post comment' }).click()
  await page
    .getByRole('alert')
    .filter({ hasText: /characters/ })
    .waitFor()
  expect(await page.getByRole('article').count()).toBe(0)
})

test('nobody can change or delete the comment of another', async () => {
  const owner = await learnerAt('/problems/group-anagrams')
  await owner.getByRole('textbox', { name: 'Your comment' }).fill('Mine alone')
  const posted = owner.waitForResponse((answer) => answer.request().method() === 'POST')
  await owner.getByRole('button', { name: 'Post comment' }).click()
  const { id } = await (await posted).json()

  const other = await learnerAt('/problems/group-anagrams')
  const comment = other.getByRole('article').filter({ hasText: 'Mine alone' })
  await comment.waitFor()
  expect(await comment.getByRole('button', { name: /^(Edit|Delete)/ }).count()).toBe(0)
  for (const method of ['PATCH', 'DELETE']) {
    const answer = await other.request.fetch(`${codify.webUrl}/api/v1/comments/${id}`, {
      method,
      headers: { origin: codify.webUrl },
      ...(method === 'PATCH' && { data: { body: 'Not mine' } }),
    })
    expect(answer.status()).toBe(403)
  }
  await owner.reload()
  await owner.getByText('Mine alone').waitFor()
})

test('a session that ended elsewhere leads to sign-in and back, and the comment is still there', async () => {
  const email = freshEmail()
  const { page, context } = await browser.visit({ allows: refused })
  await page.goto(`${codify.webUrl}/signin?callbackUrl=%2Fproblems%2Ftwo-sum`)
  await signIn(page, email)
  await page.getByRole('textbox', { name: 'Your comment' }).fill('Half a thought')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Post comment' }).click()
  await page.getByLabel('Email').waitFor()
  await signIn(page, email)
  await page.waitForURL('**/problems/two-sum')
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Your comment' }).inputValue(), patience)
    .toBe('Half a thought')
})

test('a mark on today’s list that is refused goes back, with a message', async () => {
  const page = await learnerAt('/today')
  await givePlan(page)
  await page.reload()
  await refuse(page, { method: 'POST', path: '/problems/*/attempts' })
  const first = page.getByRole('radiogroup', { name: /^How did .+ go\?$/ }).first()
  await first.getByRole('radio', { name: 'Done' }).click()
  await page.getByText(/was not marked\. The test refuses this\./).waitFor()
  await expect.poll(() => first.getByRole('radio', { name: 'Done' }).isChecked(), patience).toBe(false)
})

test('a refused field of the questionnaire is shown at its step', async () => {
  const page = await learnerAt('/today')
  await givePlan(page)
  await refuse(page, {
    method: 'PUT',
    path: '/intake',
    problem: {
      status: 400,
      code: 'request.invalid',
      errors: [{ field: 'hours_per_week', message: 'Not so many.' }],
    },
  })
  await page.goto(`${codify.webUrl}/intake?step=5`)
  await page.getByLabel('Constraints').fill('Keep this')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Not so many.').waitFor()
  await page.getByRole('heading', { name: 'How much time is there?' }).waitFor()
  await page.getByRole('button', { name: 'Step 5: More' }).click()
  expect(await page.getByLabel('Constraints').inputValue()).toBe('Keep this')
})

test('past the daily limit of plans the page says when to come back', async () => {
  const page = await learnerAt('/today')
  await givePlan(page)
  await page.goto(`${codify.webUrl}/plan`)
  await page.getByRole('button', { name: 'New plan' }).click()
  await page.getByLabel('In your own words').fill('Everything')
  await page.getByRole('button', { name: 'Make a new plan' }).click()
  await page.getByRole('alert').filter({ hasText: /plan/ }).waitFor()
  expect(await page.getByLabel('In your own words').inputValue()).toBe('Everything')
})

test.each(['/nowhere', '/problems/no-such-problem'])(
  '%s is an address with nothing at it, and says so',
  async (place) => {
    const { page } = await browser.visit({ allows: [/404/] })
    await page.goto(codify.webUrl + place)
    await page.getByText('There is', { exact: false }).first().waitFor()
    await page
      .getByRole('link', { name: /Browse problems|Go to|Codify/ })
      .first()
      .waitFor()
  },
)

test.each(['/today', '/intake', '/plan', '/plans', '/problems', '/problems/two-sum'])(
  '%s says that Codify cannot be reached, and no more',
  async (place) => {
    const { page, context } = await browser.visit({ allows: failedPages })
    await down.signInto(context)
    await page.goto(down.webUrl + place)
    await page.getByRole('heading', { name: 'Codify cannot be reached right now' }).waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Codify cannot be reached right now' }).waitFor()
    // It loads again before it says so again.
    const words = () => page.locator('body').textContent()
    await expect.poll(words, patience).toMatch(/Your work is safe/)
    await expect.poll(words, patience).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
    expect(await page.content()).not.toMatch(/ECONNREFUSED|at \w+ \(|node_modules/)
  },
)

describe.each([
  ['away', 'Codify cannot be reached right now'],
  ['no database', 'Codify cannot get at its data right now'],
] as const)('after an outage (%s)', (outage, says) => {
  test('"Try again" brings each page back, without loading it anew', async () => {
    const { page } = await browser.visit({ allows: failedPages })
    await page.goto(`${codify.webUrl}/signin?callbackUrl=%2Ftoday`)
    await signIn(page)
    await givePlan(page)
    for (const place of ['/today', '/plan', '/plans', '/intake', '/problems', '/problems/two-sum']) {
      way.set('none')
      await page.goto(unsteady.webUrl + place)
      const heading = page.getByRole('heading', { level: 1 })
      const title = await heading.textContent()

      way.set(outage)
      await page.goto(unsteady.webUrl + place)
      await page.getByRole('heading', { name: says }).waitFor()
      await page.evaluate(() => Object.assign(window, { stillHere: true }))
      way.set('none')
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect.poll(() => heading.textContent(), patience).toBe(title)
      expect(await page.evaluate(() => 'stillHere' in window), place).toBe(true)
    }
  })
})

test('the landing page and the settings need no API', async () => {
  const { page, context } = await browser.visit({ allows: failedPages })
  await page.goto(down.webUrl)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await down.signInto(context)
  await page.goto(`${down.webUrl}/settings`)
  await page.getByText('ada@example.org').waitFor()
})

test('a sign-in link cannot be asked for, and the page says so', async () => {
  const { page } = await browser.visit({ allows: failedPages })
  await page.goto(`${down.webUrl}/signin`)
  await page.getByLabel('Email').fill('ada@example.org')
  await page.getByRole('button', { name: 'Email me a sign-in link' }).click()
  await page.getByText('The link could not be sent.').waitFor()
})

test('a call through the web server answers with a problem document', async () => {
  const { page } = await browser.visit()
  const answer = await page.request.get(`${down.webUrl}/api/v1/topics`)
  expect(answer.status()).toBe(503)
  expect(answer.headers()['retry-after']).toBeDefined()
  expect(await answer.json()).toMatchObject({ status: 503, code: 'api.unreachable' })
})
