import { expect, test } from 'vitest'
import { displayName } from './session-schema.ts'

test.each([
  ['Ada Lovelace', 'ada@example.org', 'Ada Lovelace'],
  ['  Ada \n Lovelace ', 'ada@example.org', 'Ada Lovelace'],
  [undefined, 'ada.l@example.org', 'ada.l'],
  ['', 'ada@example.org', 'ada'],
  ['ada@example.org', 'ada@example.org', 'ada'],
  ['x'.repeat(200), 'ada@example.org', 'x'.repeat(80)],
])('others see %j (%s) as %j', (name, email, shown) => {
  expect(displayName(name, email)).toBe(shown)
})
