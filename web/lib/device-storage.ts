/** Writes that failed: a text, or null for a removal. */
const held = new Map<string, string | null>()
const listeners = new Set<() => void>()
let refuses = false

/**
 * This browser's storage, the only way to it. Where it is full or forbidden, texts are held until the page is closed, and
 * `refusesToStore` becomes true: what is on the screen goes on, and one line says that it is not stored.
 */
export const deviceStorage = {
  getItem(key: string): string | null {
    const own = held.get(key)
    if (own !== undefined) return own
    return attempt(() => localStorage.getItem(key)) ?? null
  },

  setItem(key: string, value: string): void {
    // Without the older text there may be room; and a stale one would come back with the next visit.
    const isStored = store(key, value) || (remove(key) && store(key, value))
    if (isStored) held.delete(key)
    else hold(key, value)
  },

  removeItem(key: string): void {
    if (remove(key)) held.delete(key)
    else held.set(key, null)
  },
}

export function refusesToStore(): boolean {
  return refuses
}

export function onRefusal(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function hold(key: string, value: string): void {
  held.set(key, value)
  if (refuses) return
  refuses = true
  for (const listener of listeners) listener()
}

function store(key: string, value: string): boolean {
  return attempt(() => localStorage.setItem(key, value)) !== undefined
}

function remove(key: string): boolean {
  return attempt(() => localStorage.removeItem(key)) !== undefined
}

/**
 * Returns the result of an access, null for nothing; undefined when the browser refuses the access or the whole
 * storage.
 */
function attempt<Result>(access: () => Result): NonNullable<Result> | null | undefined {
  try {
    return access() ?? null
  } catch {
    return undefined
  }
}
