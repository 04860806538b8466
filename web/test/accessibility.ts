import { isDeepStrictEqual } from 'node:util'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { z } from 'zod'
import { patience } from './live-browser.ts'

export const desktop = { width: 1280, height: 900 }
export const phone = { width: 390, height: 844 }
// An element in the middle of a fade would be measured half-way.
export const still = { reducedMotion: 'reduce' } as const

export type Look = { sizes?: readonly { width: number; height: number }[]; within?: string }

/** Nothing for axe in either size and theme, and nothing that sticks out at the side. `within` looks at a part alone. */
export async function expectAccessible(
  page: Page,
  { sizes = [phone, desktop], within }: Look = {},
): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: 'light', ...still })
    const light = await violationsOf(page, within)
    await page.emulateMedia({ colorScheme: 'dark', ...still })
    // The other theme has the same elements in other colours.
    const dark = await violationsOf(page, within, ['color-contrast'])
    expect({ light, dark }, `${page.url()} at ${size.width} px`).toEqual({ light: [], dark: [] })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(size.width)
  }
}

/** The violations that axe finds while every toast rests: on its way it is see-through, and has no colours to judge. */
async function violationsOf(page: Page, within?: string, rules?: string[]): Promise<string[]> {
  for (;;) {
    await expect.poll(async () => (await toastsOf(page)).every(({ rests }) => rests), patience).toBe(true)
    const before = await toastsOf(page)
    const found = await runAxe(page, within, rules)
    if (isDeepStrictEqual(before, await toastsOf(page))) return found
  }
}

/** The toasts on the page, all read at one moment. */
async function toastsOf(page: Page): Promise<{ text: string | null; rests: boolean }[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-sonner-toast][data-visible="true"]')].map((toast) => ({
      text: toast.textContent,
      rests:
        toast.dataset.removed !== 'true' &&
        getComputedStyle(toast).opacity === '1' &&
        toast.getAnimations({ subtree: true }).length === 0,
    })),
  )
}

/** Runs axe in the page. Details of what passes are left out: to collect them takes longer than the rules. */
async function runAxe(page: Page, within?: string, rules?: string[]): Promise<string[]> {
  // A page keeps axe until it is loaded again.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};undefined`)
  const context = within === undefined ? 'document' : JSON.stringify(within)
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    // The only frame is the sandbox, which shows nothing.
    iframes: false,
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  }
  const found: unknown = await page.evaluate(`axe.run(${context}, ${JSON.stringify(options)}).then(
    ({ violations }) => violations.map(({ id, help, nodes }) => ({ id, help, html: nodes.map(({ html }) => html) })))`)
  return violations
    .parse(found)
    .map(({ id, help, html }) => `${id}: ${help}: ${html.map((each) => each.slice(0, 200)).join(' | ')}`)
}

const violations = z.array(z.object({ id: z.string(), help: z.string(), html: z.array(z.string()) }))
