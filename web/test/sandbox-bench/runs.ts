import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { hydrated } from '../hydrated.ts'
import { asNewcomer, type Target } from './new-learner.ts'
import { putStopwatch, type Stopwatch } from './stopwatch.ts'

type Language = 'JavaScript' | 'TypeScript' | 'Python'

const script = `function twoSum(nums, target) {
  const seen = new Map()
  for (let at = 0; at < nums.length; at++) {
    if (seen.has(target - nums[at])) return [seen.get(target - nums[at]), at]
    seen.set(nums[at], at)
  }
  return []
}
`
const solutions: Record<Language, string> = {
  JavaScript: script,
  TypeScript: script
    .replace('nums, target', 'nums: number[], target: number')
    .replace('new Map()', 'new Map<number, number>()')
    .replace('[seen.get(target - nums[at])', '[seen.get(target - nums[at]!)!')
    .replace('seen.has(target - nums[at])', 'seen.has(target - nums[at]!)')
    .replace('seen.set(nums[at]', 'seen.set(nums[at]!'),
  Python: `def two_sum(nums, target):
    seen = {}
    for at, num in enumerate(nums):
        if target - num in seen:
            return [seen[target - num], at]
        seen[num] = at
    return []
`,
}
/** Longer than another interpreter takes to start, in which a learner reads what came. */
const READING_MS = 8_000

/** The first run, as soon as the page can be used, and the later ones. */
export async function measureScripts(options: Target & { language: Language }) {
  return asNewcomer(options, async (page) => {
    const watch = await putStopwatch(page)
    await prepareCode(page, options)
    const first: number[] = []
    for (let run = 0; run < firstRuns(options); run++) {
      await reopen(page)
      first.push(await watch.pressAndWait())
    }
    const later: number[] = []
    for (let run = 0; run < options.runs; run++) later.push(await watch.pressAndWait())
    return { first, later }
  })
}

/** Python's first run with nothing in the browser's cache, with everything in it, and once it stands ready. */
export async function measurePython(target: Target) {
  const times = firstRuns(target)
  return asNewcomer(target, async (page) => {
    const watch = await putStopwatch(page)
    await prepareCode(page, { ...target, language: 'Python' })
    const browser = await page.context().newCDPSession(page)
    const openAndRun = async (isCold: boolean) => {
      const first: number[] = []
      for (let run = 0; run < times; run++) {
        if (isCold) await browser.send('Network.clearBrowserCache')
        await reopen(page)
        first.push(await watch.pressAndWait())
      }
      return first
    }
    const cold = await openAndRun(true)
    const warm = await openAndRun(false)
    await reopen(page)
    const ready = await repeat(watch, { times, pauseMs: READING_MS })
    const atOnce = await repeat(watch, { times, pauseMs: 0 })
    return { cold, warm, ready, atOnce }
  })
}

/** Opening a page takes longer than running code again. */
function firstRuns({ runs }: Target): number {
  return Math.max(3, Math.ceil(runs / 4))
}

async function repeat(watch: Stopwatch, options: { times: number; pauseMs: number }): Promise<number[]> {
  const taken: number[] = []
  for (let run = 0; run < options.times; run++) {
    await delay(options.pauseMs)
    taken.push(await watch.pressAndWait())
  }
  return taken
}

/** Chooses the language and writes the solution, which the browser keeps. */
async function prepareCode(page: Page, { webUrl, language }: Target & { language: Language }): Promise<void> {
  await page.goto(`${webUrl}/problems/two-sum/practise`)
  await hydrated(page)
  await chooseLanguage(page, language)
  const editor = page.getByRole('textbox', { name: 'Code' })
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(solutions[language])
  await page.getByText('Saved', { exact: true }).waitFor()
}

export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  const chosen = page.getByRole('combobox', { name: 'Language' })
  await page.getByRole('textbox', { name: 'Code' }).waitFor()
  if ((await chosen.textContent())?.trim() === language) return
  await chosen.click()
  await page.getByRole('option', { name: language }).click()
  await chosen.getByText(language).waitFor()
}

async function reopen(page: Page): Promise<void> {
  await page.reload()
  await hydrated(page)
  await page.getByRole('textbox', { name: 'Code' }).waitFor()
}
