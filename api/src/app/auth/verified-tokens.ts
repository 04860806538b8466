const SIZE = 10_000

/**
 * What is known of tokens whose signature was checked, so that one that comes again need not be checked again. Only
 * what does not change while the keys stay the same belongs here: whether a token has run out does not.
 *
 * @param options.keysVersion says by which keys signatures are checked now; undefined: nobody knows, so nothing counts
 */
export function createVerifiedTokens<Known>({
  keysVersion,
  size = SIZE,
}: {
  keysVersion: () => number | undefined
  size?: number
}) {
  const known = new Map<string, Known>()
  let version: number | undefined

  function forgetOldKeys(): void {
    if (version !== undefined && version === keysVersion()) return
    known.clear()
    version = keysVersion()
  }

  return {
    /** What is known of a token; else what `verify` finds, which is kept unless the keys changed meanwhile. */
    async get(token: string, verify: (token: string) => Promise<Known>): Promise<Known> {
      forgetOldKeys()
      const held = known.get(token)
      if (held !== undefined) return held
      const before = version
      const found = await verify(token)
      forgetOldKeys()
      if (version === undefined || version !== before) return found
      // The oldest goes: a token lives for minutes only.
      const oldest = known.keys().next().value
      if (known.size >= size && oldest !== undefined) known.delete(oldest)
      known.set(token, found)
      return found
    },
    forget: (token: string) => known.delete(token),
  }
}
