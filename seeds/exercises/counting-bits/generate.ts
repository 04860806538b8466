import fc from 'fast-check'

export const args = fc.tuple(fc.integer({ min: 0, max: 140 }))
