import { expect, test } from 'vitest'
import { isTooOld } from './guard-vector-builds.ts'

test.each(['0.5.1', '0.6.0', '0.8', '0.8.0', '0.8.1'])(
  '%s is too old to build with several workers',
  (version) => {
    expect(isTooOld(version)).toBe(true)
  },
)

test.each(['0.8.2', '0.8.7', '0.8.10', '0.9.0', '1.0'])('%s is not', (version) => {
  expect(isTooOld(version)).toBe(false)
})
