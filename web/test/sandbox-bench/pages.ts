import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { hydrated } from '../hydrated.ts'
import { asNewcomer, type Target } from './new-learner.ts'
import { chooseLanguage } from './runs.ts'

/** Nothing has come for so long: the page is loaded. */
const QUIET_MS = 1_500

const paths = {
  problems: '/problems',
  'a problem': '/problems/two-sum',
  today: '/today',
  plan: '/plan',
}
/** A word that only the editor has in it, and the files that Python is made of. */
const EDITOR = 'cm-activeLine'
const PYTHON = /^\/sandbox\/(python|pyodide)-/

type Loaded = { name: string; files: number; bytes: number; sent: number; editor: boolean; python: boolean }

/** The scripts that each page loads in a browser that has none yet: bytes as they are run, and as they are sent. */
export async function measurePages(target: Target): Promise<Loaded[]> {
  const stranger = { ...target, session: { cookies: [], origins: [] } }
  const measured = [
    await asNewcomer(stranger, (page) => loadOf({ page, name: 'the first page', url: target.webUrl })),
  ]
  for (const [name, path] of Object.entries(paths))
    measured.push(await asNewcomer(target, (page) => loadOf({ page, name, url: target.webUrl + path })))
  const url = `${target.webUrl}/problems/two-sum/practise`
  const ready = async (page: Page) => {
    await page.getByRole('textbox', { name: 'Code' }).waitFor()
  }
  measured.push(
    await asNewcomer(target, (page) => loadOf({ page, name: 'the workbench', url, act: ready })),
    await asNewcomer(target, (page) => {
      const act = async () => {
        const library = page.waitForResponse((response) => response.url().endsWith('.wasm'))
        await chooseLanguage(page, 'Python')
        await (await library).finished()
      }
      return loadOf({ page, name: 'the workbench with Python', url, act })
    }),
  )
  return measured
}

async function loadOf(options: {
  page: Page
  name: string
  url: string
  act?: (page: Page) => Promise<void>
}): Promise<Loaded> {
  const { page, name, url } = options
  const bodies: Promise<{ pathname: string; text: string; bytes: number; sent: number }>[] = []
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url())
    if (!/\.(js|wasm|zip|gz)$/.test(pathname)) return
    bodies.push(
      (async () => {
        const { responseBodySize } = await request.sizes()
        const body = await (await request.response())?.body()
        const text = pathname.endsWith('.js') ? String(body) : ''
        return { pathname, text, bytes: body?.byteLength ?? 0, sent: responseBodySize }
      })(),
    )
  })
  await page.goto(url)
  await hydrated(page)
  await options.act?.(page)
  // Resources that the page prefetches come after it. A Worker's requests keep the browser's own count of them from
  // ending.
  for (let known = -1; known < bodies.length; ) {
    known = bodies.length
    await delay(QUIET_MS)
  }
  const files = await Promise.all(bodies)
  const sum = (key: 'bytes' | 'sent') => files.reduce((total, one) => total + one[key], 0)
  return {
    name,
    files: files.length,
    bytes: sum('bytes'),
    sent: sum('sent'),
    editor: files.some(({ text }) => text.includes(EDITOR)),
    python: files.some(({ pathname }) => PYTHON.test(pathname)),
  }
}
