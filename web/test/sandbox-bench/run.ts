// Measures for `npm run bench -- sandbox`, in a process of its own: this workspace has the browser. Figures go as JSON
// into the named file.
import fs from 'node:fs/promises'
import os from 'node:os'
import { type Browser, chromium } from 'playwright-core'
import { findChromium, installChromiumCommand } from '../../../scripts/find-chromium.ts'
import { startCodify } from '../start-codify.ts'
import { newLearner } from './new-learner.ts'
import { measurePages } from './pages.ts'
import { measurePython, measureScripts } from './runs.ts'

const [file = '', runs = ''] = process.argv.slice(2)
const executablePath = findChromium(process.env)
if (!executablePath) throw new Error(`No Chromium here: ${installChromiumCommand(process.platform)}`)
const codify = await startCodify({ env: { RATE_LIMIT_PER_MINUTE: '6000' } })
try {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
  await fs.writeFile(file, JSON.stringify(await measure(browser)))
  await browser.close()
} finally {
  await codify.stop()
}
process.exit()

async function measure(browser: Browser) {
  const { webUrl } = codify
  const session = await newLearner({ browser, webUrl })
  const load = os.loadavg()[0] ?? 0
  const target = { browser, webUrl, session, runs: Number(runs) }
  return {
    chromium: browser.version(),
    load,
    javascript: await measureScripts({ ...target, language: 'JavaScript' }),
    typescript: await measureScripts({ ...target, language: 'TypeScript' }),
    python: await measurePython(target),
    pages: await measurePages(target),
  }
}
