import type { Browser, BrowserContext, Page } from 'playwright-core'
import { givePlan, signIn } from '../learner.ts'

/** The cookies of somebody who has signed in. */
export type Session = Awaited<ReturnType<BrowserContext['storageState']>>
export type Target = { browser: Browser; webUrl: string; session: Session; runs: number }

/** Signs somebody new in and gives them a plan. */
export async function newLearner(options: { browser: Browser; webUrl: string }): Promise<Session> {
  const context = await options.browser.newContext()
  const page = await context.newPage()
  await page.goto(`${options.webUrl}/problems/two-sum/practise`)
  await signIn(page)
  await givePlan(page)
  const session = await context.storageState()
  await context.close()
  return session
}

/** Does something in a browser that has loaded nothing yet, signed in. */
export async function asNewcomer<Result>(
  { browser, session }: Pick<Target, 'browser' | 'session'>,
  act: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    storageState: session,
    viewport: { width: 1280, height: 900 },
  })
  context.setDefaultTimeout(120_000)
  try {
    return await act(await context.newPage())
  } finally {
    await context.close()
  }
}
