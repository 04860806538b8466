import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { findChromium, installChromiumCommand } from '../../scripts/find-chromium.ts'
import { waitForScripts } from './hydrated.ts'

/** Long enough for a busy machine: what is waited for is a state, never a time. */
export const patience = { timeout: 20_000 }

export type VisitOptions = {
  context?: BrowserContextOptions
  /** Complaints of the browser that the test itself provokes. */
  allows?: RegExp[]
}

export type Visit = { page: Page; context: BrowserContext }

type OpenVisit = Visit & { complaints: string[] }

/**
 * One browser for a test file; each visit is a person of their own. After each test the visits are closed: a
 * failed one leaves a screenshot, and whatever a page complained about fails the test.
 */
export function liveBrowser(): { visit: (options?: VisitOptions) => Promise<Visit> } {
  let browser: Browser | undefined
  let visits: OpenVisit[] = []

  beforeAll(async () => {
    browser = await launch()
  })

  afterEach(async ({ task }) => {
    const ended = visits
    visits = []
    if (task.result?.state === 'fail') await keepScreenshots(task.name, ended)
    await Promise.all(ended.map(({ context }) => context.close()))
    expect(ended.flatMap(({ complaints }) => complaints)).toEqual([])
  })

  afterAll(() => browser?.close())

  async function visit({ context: options = {}, allows = [] }: VisitOptions = {}): Promise<Visit> {
    if (!browser) throw new Error('The browser is not open yet.')
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    context.setDefaultTimeout(patience.timeout)
    const complaints: string[] = []
    context.on('page', (page) => {
      waitForScripts(page)
      listen(page, allows, complaints)
    })
    const page = await context.newPage()
    visits.push({ page, context, complaints })
    return { page, context }
  }

  return { visit }
}

async function launch(): Promise<Browser> {
  const executablePath = findChromium(process.env)
  if (!executablePath) throw new Error(`No Chromium here: ${installChromiumCommand(process.platform)}`)
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** Notes errors of scripts, of the console (a broken content security policy too) and of requests. */
function listen(page: Page, allows: readonly RegExp[], complaints: string[]): void {
  const note = (complaint: string) => {
    if (!allows.some((allowed) => allowed.test(complaint))) complaints.push(complaint)
  }
  page.on('pageerror', (error) => note(`script: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      note(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) note(`answer: ${response.status()} ${response.url()}`)
  })
  page.on('requestfailed', (request) => {
    // Going to the next page gives up what the last one was still asking for.
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') note(`request: ${reason} ${request.url()}`)
  })
}

async function keepScreenshots(test: string, visits: readonly OpenVisit[]): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codify-screenshots-'))
  const pages = visits.flatMap(({ context }) => context.pages())
  for (const [index, page] of pages.entries()) {
    const file = path.join(folder, `${test.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60)}-${index + 1}.png`)
    const isTaken = await page.screenshot({ path: file, fullPage: true }).then(
      () => true,
      () => false,
    )
    if (isTaken) console.error(`Screenshot of ${page.url()}: ${file}`)
  }
}
