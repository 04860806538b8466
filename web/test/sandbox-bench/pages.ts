import type { Page } from 'playwright-core'
import { hydrated } from '../hydrated.ts'
import { asNewcomer, type Target } from './new-learner.ts'
import { chooseLanguage } from './runs.ts'

const paths = {
  'the first page': '/',
  problems: '/problems',
  'a problem': '/problems/two-sum',
  today: '/today',
  plan: '/plan',
}
/** Words that only these libraries have in them. */
const marks = { editor: 'cm-activeLine', python: 'pyodide' }

type Loaded = { name: string; files: number; bytes: number; sent: number; editor: boolean; python: boolean }

/** The scripts that each page loads in a browser that has none yet: bytes as they are run, and as they are sent. */
export async function measurePages(target: Target): Promise<Loaded[]> {
  const measured: Loaded[] = []
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
  const bodies: Promise<{ text: string; bytes: number; sent: number }>[] = []
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url())
    if (!/\.(js|wasm|zip)$/.test(pathname)) return
    bodies.push(
      (async () => {
        const { responseBodySize } = await request.sizes()
        const body = await (await request.response())?.body()
        const text = pathname.endsWith('.js') ? String(body) : pathname
        return { text, bytes: body?.byteLength ?? 0, sent: responseBodySize }
      })(),
    )
  })
  await page.goto(url)
  await hydrated(page)
  await options.act?.(page)
  // What the page looks ahead for comes after it.
  await page.waitForLoadState('networkidle')
  const files = await Promise.all(bodies)
  const sum = (key: 'bytes' | 'sent') => files.reduce((total, one) => total + one[key], 0)
  const has = (mark: string) => files.some(({ text }) => text.includes(mark))
  return {
    name,
    files: files.length,
    bytes: sum('bytes'),
    sent: sum('sent'),
    editor: has(marks.editor),
    python: has(marks.python),
  }
}
