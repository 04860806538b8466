import type { Page } from 'playwright-core'

/**
 * Waits until the page's scripts have taken over every field and button that is shown: before that, a press or a key
 * means nothing yet. A page that is none of ours is ready at once.
 */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (!('__next_f' in window)) return true
    const controls = [...document.querySelectorAll('button, input, select, textarea')]
    // React's mark on each element that it has taken over.
    return controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps$')))
  })
}

/** From now on each page that is opened by address, or again, is `hydrated` before the test goes on. */
export function waitForScripts(page: Page): void {
  const goto = page.goto.bind(page)
  const reload = page.reload.bind(page)
  page.goto = async (...args) => {
    const answer = await goto(...args)
    await hydrated(page)
    return answer
  }
  page.reload = async (...args) => {
    const answer = await reload(...args)
    await hydrated(page)
    return answer
  }
}
