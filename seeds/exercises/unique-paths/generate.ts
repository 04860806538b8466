import fc from 'fast-check'

const near = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
const long = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 60 }))

export const args = fc.oneof(near, long, long.map(([a, b]) => [b, a]))
export const small = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
