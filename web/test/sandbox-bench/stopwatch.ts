import type { Page } from 'playwright-core'

/** From the press of the keys that run the code to the frame of the screen that shows how it went; milliseconds. */
export type Stopwatch = { pressAndWait: () => Promise<number> }

/** To be called before the page is opened: the clock is the page's own, and starts with the event of the key. */
export async function putStopwatch(page: Page): Promise<Stopwatch> {
  await page.addInitScript(() => {
    let pressed = 0
    let isRunning = false
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return
        delete document.documentElement.dataset.taken
        pressed = event.timeStamp
        isRunning = false
      },
      true,
    )
    const look = () => {
      if (pressed === 0) return
      const text = document.querySelector('section[aria-label="Results"]')?.textContent ?? ''
      if (text.startsWith('Running')) isRunning = true
      else if (isRunning && text.includes('Examples pass')) {
        const begun = pressed
        pressed = 0
        requestAnimationFrame(() => {
          document.documentElement.dataset.taken = String(performance.now() - begun)
        })
      }
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return {
    async pressAndWait() {
      await page.getByRole('textbox', { name: 'Code' }).focus()
      await page.keyboard.press('Control+Enter')
      const taken = await page.waitForFunction(() => document.documentElement.dataset.taken)
      return Number(await taken.jsonValue())
    },
  }
}
