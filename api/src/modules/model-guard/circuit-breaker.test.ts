import { expect, test } from 'vitest'
import { createCircuitBreaker } from './circuit-breaker.ts'

function aBreaker() {
  let now = Date.parse('2026-05-04T10:00:00Z')
  const breaker = createCircuitBreaker({ clock: () => new Date(now) })
  return {
    ...breaker,
    wait: (seconds: number) => {
      now += seconds * 1000
    },
    fail: (times: number) => {
      for (let i = 0; i < times; i++) if (breaker.enter()) breaker.report(false)
    },
  }
}

test('five failures in a row are enough, four are not, and a success in between counts anew', () => {
  const breaker = aBreaker()
  breaker.fail(4)
  expect(breaker.isOpen()).toBe(false)
  breaker.report(true)
  breaker.fail(4)
  expect(breaker.enter()).toBe(true)
  breaker.report(false)
  expect(breaker.isOpen()).toBe(true)
  expect(breaker.enter()).toBe(false)
})

test('after 30 seconds one is let through: its failure begins another rest, its success ends it', () => {
  const breaker = aBreaker()
  breaker.fail(5)
  breaker.wait(29.9)
  expect(breaker.enter()).toBe(false)
  breaker.wait(0.1)
  expect([breaker.enter(), breaker.enter()]).toEqual([true, false])
  breaker.report(false)
  breaker.wait(29)
  expect(breaker.enter()).toBe(false)
  breaker.wait(1)
  expect(breaker.enter()).toBe(true)
  breaker.report(true)
  expect([breaker.enter(), breaker.enter()]).toEqual([true, true])
  breaker.fail(4)
  expect(breaker.isOpen()).toBe(false)
})

test('a trial that never reports, calls that fail late and a clock that is set back make no rest longer', () => {
  const breaker = aBreaker()
  breaker.fail(5)
  breaker.wait(20)
  breaker.report(false)
  breaker.wait(10)
  expect(breaker.enter()).toBe(true)
  breaker.wait(30)
  expect(breaker.enter()).toBe(true)
  breaker.wait(-3600)
  expect(breaker.isOpen()).toBe(false)
})
