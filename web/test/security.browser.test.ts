import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastAttacks, quickAttacks } from './security/all-attacks.ts'
import { attempt } from './security/attack.ts'
import { fuzz } from './security/fuzz.ts'
import { startTarget, type Target } from './security/target.ts'

// Those that flood, wait or open many pages are left to `npm run test:security`.
const slice = quickAttacks.filter(({ group }) => !['scripting', 'model'].includes(group))
let target: Target | undefined

beforeAll(async () => {
  target = await startTarget({ browser: undefined })
})
afterAll(() => target?.stop())

function running(): Target {
  if (!target) throw new Error('Codify is not running yet.')
  return target
}

test('there are at least a hundred attacks, each with a name of its own', () => {
  const names = [...quickAttacks, ...lastAttacks].map(({ group, name }) => `${group}: ${name}`)
  expect(names.length).toBeGreaterThanOrEqual(100)
  expect(new Set(names).size).toBe(names.length)
})

test.each(slice.map((attack) => ({ ...attack, title: `${attack.group}: ${attack.name}` })))(
  '$title is refused',
  async (attack) => {
    expect(await attempt(attack, running())).toBeUndefined()
  },
)

test('a thousand requests made from the OpenAPI document meet no failure and no answer off it', async () => {
  const { problems } = await fuzz({ target: running(), requests: 1_000, seed: 20_261_121 })
  expect(problems).toEqual([])
})
