import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export const desktop = { width: 1280, height: 900 }
export const phone = { width: 390, height: 844 }
// What fades in would be measured half-way.
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

async function violationsOf(page: Page, within?: string, rules?: string[]): Promise<string[]> {
  // There are no frames, so the quick way of old will do.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (within) axe.include(within)
  if (rules) axe.withRules(rules)
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  )
}
