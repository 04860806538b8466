import type { Locator, Page } from 'playwright-core'

const mostStops = 80

/** Presses Tab until `target` has the focus, as somebody without a mouse does. Throws when it is never reached. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    if (await hasFocus(target)) return
  }
  throw new Error(`The keyboard never reached ${target}`)
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement)
}
