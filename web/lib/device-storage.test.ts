import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** A storage for so many characters. */
function memory(room = Number.POSITIVE_INFINITY) {
  const stored = new Map<string, string>()
  return {
    stored,
    getItem: (key: string) => stored.get(key) ?? null,
    setItem(key: string, value: string) {
      const others = [...stored]
        .filter(([each]) => each !== key)
        .reduce((sum, [, text]) => sum + text.length, 0)
      // As browsers count: the old text is there until the new one is.
      if (others + (stored.get(key)?.length ?? 0) + value.length > room)
        throw new DOMException('full', 'QuotaExceededError')
      stored.set(key, value)
    },
    removeItem: (key: string) => void stored.delete(key),
  }
}

/** The module as a page that opens finds it. */
async function openPage() {
  vi.resetModules()
  return import('./device-storage.ts')
}

beforeEach(() => vi.stubGlobal('localStorage', memory()))
afterEach(() => vi.unstubAllGlobals())

test('what is stored is there on the next page, and nothing is said', async () => {
  const first = await openPage()
  first.deviceStorage.setItem('a', '1')
  const second = await openPage()
  expect(second.deviceStorage.getItem('a')).toBe('1')
  second.deviceStorage.removeItem('a')
  expect(second.deviceStorage.getItem('a')).toBeNull()
  expect(second.refusesToStore()).toBe(false)
})

test('in a full storage a text takes the place of its older self', async () => {
  vi.stubGlobal('localStorage', memory(10))
  const { deviceStorage, refusesToStore } = await openPage()
  deviceStorage.setItem('a', '123456')
  deviceStorage.setItem('a', '1234567')
  expect(deviceStorage.getItem('a')).toBe('1234567')
  expect(refusesToStore()).toBe(false)
})

test('a text without room is held for this page, said once, and no stale one comes back', async () => {
  const storage = memory(10)
  vi.stubGlobal('localStorage', storage)
  const { deviceStorage, refusesToStore, onRefusal } = await openPage()
  const heard = vi.fn()
  onRefusal(heard)
  deviceStorage.setItem('a', 'short')
  deviceStorage.setItem('a', 'much too long')
  deviceStorage.setItem('b', 'much too long')
  expect([deviceStorage.getItem('a'), refusesToStore(), heard.mock.calls.length]).toEqual([
    'much too long',
    true,
    1,
  ])
  expect(storage.stored.size).toBe(0)
  deviceStorage.setItem('a', 'fits')
  expect(storage.stored.get('a')).toBe('fits')
  deviceStorage.removeItem('b')
  expect(deviceStorage.getItem('b')).toBeNull()
})

test('a storage that may not even be looked at is an empty one', async () => {
  vi.stubGlobal('localStorage', undefined)
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  const { deviceStorage, refusesToStore } = await openPage()
  expect([deviceStorage.getItem('a'), refusesToStore()]).toEqual([null, false])
  deviceStorage.removeItem('a')
  deviceStorage.setItem('a', '1')
  expect([deviceStorage.getItem('a'), refusesToStore()]).toEqual(['1', true])
  deviceStorage.removeItem('a')
  expect(deviceStorage.getItem('a')).toBeNull()
})
