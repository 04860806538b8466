import fc from 'fast-check'

export const args = fc.tuple(fc.integer({ min: 1, max: 75 }))
export const small = fc.tuple(fc.integer({ min: 1, max: 20 }))
