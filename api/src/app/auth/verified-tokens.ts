const SIZE = 10_000

/**
 * Remembers claims of tokens whose signature was checked, so that a repeated token costs no check. Only facts that hold
 * while the keys stay the same belong here: expiry does not.
 *
 * @param options.keysVersion names the keys that are in use now; undefined while they are unknown, and then nothing is
 * remembered
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
    /**
     * Returns what is remembered of a token, or the result of `verify`, which is stored unless the keys changed
     * meanwhile.
     */
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
