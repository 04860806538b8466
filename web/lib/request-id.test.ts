import { expect, test } from 'vitest'
import { requestIdOf } from './request-id.ts'

test('a sane id is kept', () => {
  expect(requestIdOf(new Headers({ 'x-request-id': 'req-2026.11_21' }))).toBe('req-2026.11_21')
})

test.each(['', 'short', 'a'.repeat(65), 'has spaces here', '<script>alert(1)</script>'])(
  '%j is replaced',
  (id) => {
    expect(requestIdOf(new Headers({ 'x-request-id': id }))).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
  },
)
