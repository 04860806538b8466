import fc from 'fast-check'

export const args = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.nat())
  .chain(([count, lost]) => {
    const tokens = Array.from({ length: count + 1 }, (_, at) => at).filter((one) => one !== lost % (count + 1))
    return fc.tuple(fc.shuffledSubarray(tokens, { minLength: count }))
  })
