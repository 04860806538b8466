import fc from 'fast-check'

const LIMIT = 2 ** 32 - 1

export const args = fc.tuple(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: LIMIT }), fc.integer({ min: 2 ** 31, max: LIMIT })))
