/** The generation that this browser started and has not seen end, so that its banner comes back after a reload. */
const key = 'codify.generation'

export function rememberGeneration(id: string): void {
  attempt(() => localStorage.setItem(key, id))
}

export function rememberedGeneration(): string | undefined {
  return attempt(() => localStorage.getItem(key)) ?? undefined
}

export function forgetGeneration(): void {
  attempt(() => localStorage.removeItem(key))
}

/** A browser may refuse storage: then there is no banner, and nothing else is lost. */
function attempt<Result>(access: () => Result): Result | undefined {
  try {
    return access()
  } catch {
    return undefined
  }
}
