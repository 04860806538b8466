import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import {
  type FakeBehaviour,
  type FakeModel,
  goodAnswer,
  proposeWell,
  startFakeModel,
} from '../../api/src/modules/proposals/testing/fake-model.ts'
import { saveIntake, signIn } from './learner.ts'
import { liveBrowser } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

let model: FakeModel | undefined
const codify = liveCodify(async () => {
  model = await startFakeModel()
  return { OPENAI_API_KEY: 'any', OPENAI_BASE_URL: model.baseUrl, MODEL_TIMEOUT_SECONDS: '6' }
})
const browser = liveBrowser()
afterAll(() => model?.stop())

const slowAnswer: FakeBehaviour = {
  kind: 'answer',
  text: (prompt) => JSON.stringify(proposeWell(prompt)),
  delayMs: 4000,
}

/** A learner whose answers are in, on the plan page; the model behaves as told from here on. */
async function learnerWith(behaviour: FakeBehaviour): Promise<Page> {
  model?.behave(behaviour)
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/plan`)
  await signIn(page)
  await saveIntake(page)
  await page.reload()
  return page
}

async function makePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Make my plan' }).click()
}

test('a plan says that the model proposed it', async () => {
  const page = await learnerWith(goodAnswer)
  await makePlan(page)
  await page.getByText(/A language model proposed this plan/).waitFor()
  await page.getByRole('heading', { name: 'Week 2 ·' }).waitFor()
  await page.getByRole('link', { name: 'History' }).first().click()
  await page.getByText(/Proposed by the model/).waitFor()
})

test('a slow model is waited for in the open, also after a reload', async () => {
  const page = await learnerWith(slowAnswer)
  await makePlan(page)
  await page.getByRole('heading', { name: 'Making your plan' }).waitFor()
  const step = page.getByRole('listitem').filter({ hasText: 'The model is proposing problems' })
  await step.waitFor()
  expect(await step.getAttribute('aria-current')).toBe('step')
  await page.reload()
  await step.waitFor()
  await page.getByText('Ranking the problems that fit you').waitFor()
  await page.getByRole('heading', { name: 'Week 1' }).waitFor()
  await page.getByRole('heading', { name: 'Your plan', exact: true }).waitFor()
})

test('closing the tab while the model thinks loses nothing', async () => {
  const page = await learnerWith(slowAnswer)
  await makePlan(page)
  await page.getByText('The model is proposing problems').first().waitFor()
  const again = await page.context().newPage()
  await page.close()
  await again.goto(`${codify.webUrl}/today`)
  await again.goto(`${codify.webUrl}/plan`)
  await again.getByText('A new plan is being made.').waitFor()
  await again.getByRole('link', { name: 'Watch it' }).waitFor()
  await again.getByText(/A language model proposed this plan/).waitFor()
})

test.each<{ name: string; behaviour: FakeBehaviour; words: string }>([
  { name: 'is down', behaviour: { kind: 'status', status: 500 }, words: 'The model could not be reached' },
  { name: 'declines', behaviour: { kind: 'refusal' }, words: 'The model declined to answer' },
  { name: 'says nothing', behaviour: { kind: 'silent' }, words: 'The model did not answer in time' },
  {
    name: 'talks nonsense',
    behaviour: { kind: 'answer', text: () => 'Here is your plan: good luck.' },
    words: 'The model’s answer could not be read',
  },
])(
  'when the model $name there is a whole plan all the same, and one sentence why',
  async ({ behaviour, words }) => {
    const page = await learnerWith(behaviour)
    await makePlan(page)
    await page.getByText(new RegExp(words.replaceAll('’', "['’]"))).waitFor()
    await page.getByRole('heading', { name: 'Week 2 ·' }).waitFor()
    await page.getByRole('button', { name: /^Checked: 11 rules/ }).waitFor()
  },
)
