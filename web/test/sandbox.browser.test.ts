import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { programs, publishedExercise, readExercise, topDownPrograms } from '@codify/seeds/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { liveBrowser } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'
import { type Ran, sandboxIn, statuses, sumExercise } from './sandbox.ts'

const codify = liveCodify()
const browser = liveBrowser()

// Every request that leaves the sandbox would end here.
let leaks: string[] = []
const spy = http.createServer((request, response) => {
  leaks.push(request.url ?? '')
  response.setHeader('access-control-allow-origin', '*').end('leaked')
})
let spyUrl = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => spy.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = spy.address()
  if (address !== null && typeof address === 'object') spyUrl = `http://127.0.0.1:${address.port}`
})
afterAll(() => spy.close())

/** Messages that a page may log while the sandbox keeps code in. */
const allows = [
  /Content Security Policy|violates|request: csp|resolve module specifier|Failed to (fetch|load)|net::ERR|out of memory/i,
]

async function open(): Promise<{ page: Page; run: Awaited<ReturnType<typeof sandboxIn>> }> {
  const { page } = await browser.visit({ allows })
  await page.goto(codify.webUrl)
  return { page, run: await sandboxIn(page) }
}

const languages = ['javascript', 'typescript', 'python'] as const
type Language = (typeof languages)[number]
const scripts = (body: string, pythonBody: string): Record<Language, string> => ({
  javascript: `function sumUp(numbers) {\n  ${body}\n}`,
  typescript: `type Numbers = number[]\nfunction sumUp(numbers: Numbers): any {\n  ${body}\n}`,
  python: `def sum_up(numbers):\n    ${pythonBody}`,
})
const good = scripts('let sum = 0; for (const one of numbers) sum += one; return sum', 'return sum(numbers)')
const first = ({ report }: Ran) => report.results[0]

const sumParams = [{ name: 'numbers', type: 'int[]' }]

/** Python starts anew for every run, which takes its time on a busy machine. */
const PATIENCE_MS = 300_000

describe.each(languages)('in %s', (language) => {
  test(
    'code is judged: right, wrong, broken, unnamed, of the wrong type, printing, endless; and stays apart from the next run',
    async () => {
      const { run } = await open()
      const right = await run({ language, code: good[language] })
      expect(statuses(right)).toEqual(['passed', 'passed', 'passed'])
      expect(right.order).toEqual([0, 1, 2])
      expect(right.progress.at(-1)).toBe(1)
      expect(first(right)).toMatchObject({ input: '[[1,2,3]]', expected: '6', got: '6', message: null })

      const wrong = await run({ language, code: scripts('return 6', 'return 6')[language] })
      expect(statuses(wrong)).toEqual(['passed', 'failed', 'failed'])

      const broken = await run({
        language,
        code: scripts('throw new Error("no luck")', 'raise ValueError("no luck")')[language],
      })
      expect(first(broken)).toMatchObject({ status: 'error', message: expect.stringContaining('no luck') })
      expect(first(broken)?.line).toBe(language === 'typescript' ? 3 : 2)

      const unparsable = await run({ language, code: scripts('return (', 'return (')[language] })
      expect(unparsable.report.refused?.message).toContain('SyntaxError')
      expect(statuses(unparsable)).toEqual(['skipped', 'skipped', 'skipped'])

      const unnamed = await run({ language, code: language === 'python' ? 'x = 1' : 'const x = 1' })
      const name = language === 'python' ? 'sum_up' : 'sumUp'
      expect(unnamed.report.refused?.message).toBe(
        `There is no function \`${name}\`; the tests call it by that name.`,
      )

      const typed = await run({ language, code: scripts('return "6"', 'return "6"')[language] })
      expect(first(typed)?.message).toBe('Your function returned a string; an integer is expected.')

      const printing = await run({
        language,
        code: scripts(
          'console.log("sum of", numbers.length); return 6',
          'print("sum of", len(numbers)); return 6',
        )[language],
      })
      expect(first(printing)?.printed).toBe('sum of 3\n')

      const custom = await run({ language, code: good[language], customInput: [[40, 2]] })
      expect(custom.report.results).toMatchObject([{ status: 'ran', got: '42', expected: null }])

      const endless = await run({
        language,
        code: scripts(
          'while (numbers.length === 0); return 6',
          'while len(numbers) == 0: pass\n    return 6',
        )[language],
      })
      expect(statuses(endless)).toEqual(['passed', 'timeout', 'skipped'])
      expect(endless.report.results[1]?.message).toContain('an endless loop')
      expect(endless.longestPause).toBeLessThan(1_500)

      expect(statuses(await run({ language, code: good[language] }))).toEqual(['passed', 'passed', 'passed'])
    },
    PATIENCE_MS,
  )

  test(
    'a flood of output, of 100 MB, is cut, and the page stays responsive',
    async () => {
      const { run } = await open()
      const flood = await run({
        language,
        code: scripts(
          'const line = "x".repeat(1e6); for (let i = 0; i < 100; i++) console.log(line); return 6',
          'for i in range(100): print("x" * 1_000_000)\n    return 6',
        )[language],
      })
      expect(first(flood)?.printed).toContain('more was printed')
      expect(first(flood)?.printed.length).toBeLessThan(70_000)
      expect(flood.longestPause).toBeLessThan(1_500)
      expect(statuses(await run({ language, code: good[language] }))).toEqual(['passed', 'passed', 'passed'])
    },
    PATIENCE_MS,
  )

  test(
    'a run can be stopped by hand, and one that fills all memory ends',
    async () => {
      const { run } = await open()
      await run({ language, code: good[language] })
      const stopped = await run({
        language,
        code: scripts('for (;;);', 'while True: pass')[language],
        stopAfterMs: 200,
      })
      expect(statuses(stopped)).toEqual(['skipped', 'skipped', 'skipped'])
      const bomb = await run({
        language,
        code: scripts(
          'const all = []; for (;;) all.push(new Array(1e6).fill(numbers.length + 0.5))',
          'all = []\n    while True: all.append([0.5] * 1_000_000)',
        )[language],
      })
      // In JavaScript the time may end before the memory does; a longer time would end the whole page.
      if (language === 'python')
        expect(first(bomb)).toMatchObject({
          status: 'error',
          message: expect.stringContaining('more memory'),
        })
      else expect(['error', 'timeout']).toContain(first(bomb)?.status)
      expect(bomb.longestPause).toBeLessThan(3_000)
      expect(statuses(await run({ language, code: good[language] }))).toEqual(['passed', 'passed', 'passed'])
    },
    PATIENCE_MS,
  )
})

test(
  'programs as learners write them are accepted, or told what they are',
  async () => {
    const { run } = await open()
    for (const program of programs) {
      const { language, code, returns, compare, expected, status, words } = program
      const call = { kind: 'function' as const, name: 'sumUp', params: sumParams, returns }
      const tests = [{ name: 'one', visible: true, args: [[1, 2]], expected }]
      const exercise = { ...sumExercise, call, compare, tests }
      const ran = await run({ language, code, exercise })
      const { refused } = ran.report
      const said = refused ? { status: 'refused', message: refused.message } : first(ran)
      const [got, printed] = [`${said?.status}: ${said?.message ?? ''}`, first(ran)?.printed ?? '']
      expect(`${program.title}: ${got}`).toContain(`${program.title}: ${status}: `)
      expect(got).toContain(words ?? '')
      expect(printed).toContain(program.printed ?? '')
    }
  },
  2 * PATIENCE_MS,
)

test(
  'Python recurses from the top as deep as the exercises ask for',
  async () => {
    const { run } = await open()
    for (const [slug, code] of topDownPrograms) {
      const { content } = publishedExercise(await readExercise(slug))
      const ran = await run({ language: 'python', code, exercise: content })
      const wrong = ran.report.results.filter(({ status }) => status !== 'passed')
      expect({ slug, refused: ran.report.refused, wrong }).toEqual({ slug, refused: null, wrong: [] })
    }
  },
  2 * PATIENCE_MS,
)

describe('what is kept from code', () => {
  /** Runs each attempt in a test of its own and answers what it gave or threw. */
  async function attempt(
    run: Awaited<ReturnType<typeof sandboxIn>>,
    expressions: string[],
  ): Promise<string[]> {
    const exercise = {
      ...sumExercise,
      call: {
        kind: 'function' as const,
        name: 'sumUp',
        params: [{ name: 'at', type: 'int' }],
        returns: 'string',
      },
      tests: expressions.map((_, at) => ({ name: `attempt ${at}`, visible: true, args: [at], expected: '' })),
    }
    const tries = expressions.map((expression) => `() => ${expression}`)
    const code = `const tries = [${tries.join(', ')}]
      function sumUp(at) { try { return String(tries[at]()) } catch (error) { return 'refused: ' + error } }`
    const ran = await run({ language: 'javascript', code, exercise })
    return ran.report.results.map(({ got }) => got ?? '')
  }

  test('the network, in every way there is', async () => {
    const { run, page } = await open()
    leaks = []
    const url = JSON.stringify(`${spyUrl}/leak`)
    const got = await attempt(run, [
      `fetch(${url})`,
      `new XMLHttpRequest()`,
      `new WebSocket(${url}.replace('http', 'ws'))`,
      `new EventSource(${url})`,
      `importScripts(${url})`,
      `new Worker(${url})`,
      `navigator.sendBeacon(${url})`,
      `new WebTransport('https://127.0.0.1/')`,
      `Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch.call(globalThis, ${url})`,
    ])
    for (const answer of got) expect(answer).toContain('refused: ')
    await attempt(run, [`import(${url})`, `import('data:text/javascript,1')`, `import('/api/v1/topics')`])
    const python = `
import js
def sum_up(numbers):
    for name in ("fetch", "XMLHttpRequest", "WebSocket", "importScripts"):
        try:
            getattr(js, name)(${url})
            return 1
        except BaseException:
            pass
    try:
        import urllib.request
        urllib.request.urlopen(${url}, timeout=1)
        return 2
    except BaseException:
        return 6`
    expect(first(await run({ language: 'python', code: python }))?.got).toBe('6')
    await page.waitForTimeout(500)
    expect(leaks).toEqual([])
  })

  test('the policy holds without the courtesy: the frame itself may load nothing', async () => {
    const { page, run } = await open()
    await run({ language: 'javascript', code: good.javascript })
    leaks = []
    const frame = page.frames().find((one) => one.url().includes('/sandbox/'))
    const tried = await frame?.evaluate(async (url) => {
      const worker = new Worker(
        URL.createObjectURL(
          new Blob([
            `onmessage = async ({ data }) => {
              const tries = [() => fetch(data), () => import(data), () => importScripts(data), () => { new WebSocket(data.replace('http', 'ws')) }]
              const said = []
              for (const one of tries) { try { await one(); said.push('done') } catch (error) { said.push('refused') } }
              postMessage(said.slice(0, 3).join())
            }`,
          ]),
        ),
      )
      const said = new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data)
      })
      worker.postMessage(url)
      return [
        await said,
        await fetch(url).then(
          () => 'done',
          () => 'refused',
        ),
        origin,
      ]
    }, `${spyUrl}/leak`)
    expect(tried).toEqual(['refused,refused,refused', 'refused', 'null'])
    await page.waitForTimeout(500)
    expect(leaks).toEqual([])
  })

  test('cookies, storage, the page and its windows', async () => {
    const { page, run } = await open()
    await page.evaluate(() => localStorage.setItem('secret', '1'))
    const got = await attempt(run, [
      'document.cookie',
      'localStorage.length',
      'sessionStorage.length',
      "indexedDB.open('x')",
      'caches.keys()',
      'parent.document',
      'top.location',
      'window.opener',
      'frames[0]',
      "new BroadcastChannel('x')",
    ])
    for (const answer of got) expect(answer).toContain('refused: ')
    const frame = page.frames().find((one) => one.url().includes('/sandbox/'))
    const reached = await frame?.evaluate(() =>
      [
        () => document.cookie,
        () => localStorage.length,
        () => parent.document.title,
        () => indexedDB.open('x'),
      ].map((one) => {
        try {
          return String(one())
        } catch (error) {
          return error instanceof Error ? error.name : 'refused'
        }
      }),
    )
    expect(reached?.every((name) => name === 'SecurityError')).toBe(true)
  })

  test('the verdict: faked messages and changed prototypes make nothing right', async () => {
    const { page, run } = await open()
    const fake = `
      const done = { type: 'finished', index: 0, outcome: { ok: true, value: '6', fromInput: false, printed: '', ms: 0 } }
      for (const send of [(m) => self.postMessage(m), (m) => postMessage(m)]) { try { send(done); send({ type: 'told', id: 1, message: done }) } catch {} }
      const post = MessagePort.prototype.postMessage
      MessagePort.prototype.postMessage = function () { post.call(this, done) }
      for (const kind of [Array, String, Map, Object]) for (const key of ['map', 'push', 'toJSON', 'slice', 'get', 'toString']) {
        try { kind.prototype[key] = () => '6' } catch {}
      }
      JSON.stringify = () => '6'
      Object.is = () => true
      function sumUp() { return 7 }`
    const faked = await run({ language: 'javascript', code: fake })
    expect(statuses(faked)).toEqual(['failed', 'failed', 'failed'])
    expect(first(faked)?.got).toBe('7')
    expect(await page.evaluate(() => [[3, 4].map((one) => one * 2), JSON.stringify({ a: 1 })])).toEqual([
      [6, 8],
      '{"a":1}',
    ])
    expect(statuses(await run({ language: 'javascript', code: good.javascript }))).toEqual([
      'passed',
      'passed',
      'passed',
    ])
  })
})

test('the frame is the app’s alone and cached for good, like the parts of Python', async () => {
  const { page, run } = await open()
  await run({ language: 'javascript', code: good.javascript })
  const src = await page.locator('iframe[title=Sandbox]').getAttribute('src')
  const { headers } = await fetch(`${codify.webUrl}${src}`)
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*worker-src blob:.*frame-ancestors 'self'.*sandbox allow-scripts/,
  )
  expect(headers.get('content-security-policy')).not.toMatch(/connect-src|allow-same-origin|unsafe-inline/)
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(headers.get('set-cookie')).toBeNull()
})

test('a browser without WebAssembly is told so', async () => {
  const { page, run } = await open()
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'WebAssembly'))
  await expect(run({ language: 'python', code: good.python })).rejects.toThrow(
    'This browser has no WebAssembly',
  )
  expect(statuses(await run({ language: 'javascript', code: good.javascript }))).toContain('passed')
})
