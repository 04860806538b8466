import type { Locator, Page } from 'playwright-core'
import {
  attemptPageSchema,
  currentPlanSchema,
  type IntakeInput,
  type PlanItemView,
  type Today,
  todaySchema,
} from '../../api/src/contract.ts'
import { callApi, givePlan, signIn } from './learner.ts'

/** Where the day begins last; 25 hours behind where it begins first. */
export const latest = 'Pacific/Pago_Pago'
export const earliest = 'Pacific/Kiritimati'
export const everyDay: Partial<IntakeInput> = {
  hours_per_week: 14,
  study_days: [1, 2, 3, 4, 5, 6, 7],
  time_zone: latest,
}

/** Signs a new learner with a plan in, and opens Today. */
export async function openToday(page: Page, webUrl: string): Promise<Page> {
  await page.goto(`${webUrl}/today`)
  await signIn(page)
  await givePlan(page, everyDay)
  await page.reload()
  await page.getByRole('heading', { name: 'Today’s problems' }).waitFor()
  return page
}

async function read(page: Page, path: string): Promise<unknown> {
  const { origin } = new URL(page.url())
  return (await page.request.get(`${origin}/api/v1${path}`)).json()
}

/** The attempts that stand, newest first. */
export async function attemptsOf(page: Page) {
  const { items } = attemptPageSchema.parse(await read(page, '/attempts'))
  return items.filter((one) => one.retracted_at === null)
}

/** The items of the current plan, in its order. */
export async function planOf(page: Page): Promise<PlanItemView[]> {
  const { plan_json } = currentPlanSchema.parse(await read(page, '/plans/current'))
  return plan_json.weeks.flatMap(({ days }) => days).flatMap(({ problems }) => problems)
}

export async function todayOf(page: Page): Promise<Today> {
  return todaySchema.parse(await read(page, '/today'))
}

export async function record(page: Page, slug: string, body: object): Promise<void> {
  await callApi(page, { method: 'POST', path: `/problems/${slug}/attempts`, body })
}

/** The card at a place of the list, by the title it has now. */
export async function cardAt(page: Page, index: number): Promise<{ card: Locator; title: string }> {
  const title = (await todayOf(page)).items[index]?.title ?? ''
  return { card: page.getByRole('listitem', { name: title, exact: true }), title }
}
