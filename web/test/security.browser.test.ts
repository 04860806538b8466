import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../../scripts/find-chromium.ts'
import { lastAttacks, quickAttacks } from './security/all-attacks.ts'
import { attempt } from './security/attack.ts'
import { fuzz } from './security/fuzz.ts'
import { startTarget, type Target } from './security/target.ts'

let browser: Browser | undefined
let target: Target | undefined

beforeAll(async () => {
  const executablePath = findChromium(process.env)
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  target = await startTarget({ browser })
})
afterAll(async () => {
  await browser?.close()
  await target?.stop()
})

function running(): Target {
  if (!target) throw new Error('Codify is not running yet.')
  return target
}

test('there are at least a hundred attacks, each with a name of its own', () => {
  const names = [...quickAttacks, ...lastAttacks].map(({ group, name }) => `${group}: ${name}`)
  expect(names.length).toBeGreaterThanOrEqual(100)
  expect(new Set(names).size).toBe(names.length)
})

test.each(quickAttacks.map((attack) => [`${attack.group}: ${attack.name}`, attack] as const))(
  '%s is refused',
  async (_, attack) => {
    expect(await attempt(attack, running())).toBeUndefined()
  },
)

test('a thousand requests made from the OpenAPI document meet no failure and no answer off it', async () => {
  expect((await fuzz({ target: running(), requests: 1_000, seed: 20_261_121 })).problems).toEqual([])
})

test.each(lastAttacks.map((attack) => [`${attack.group}: ${attack.name}`, attack] as const))(
  '%s is refused',
  async (_, attack) => {
    expect(await attempt(attack, running())).toBeUndefined()
  },
)
