import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { shareReads } from './share-reads.ts'
import { PATIENCE_MS } from './turns.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

type Read = { key: string; begun: number; settle: (isFine: boolean) => void }

/** Reads that end when they are told to, and the moments at which things happen, counted. */
function watch() {
  const reads: Read[] = []
  const moments = { now: 0 }
  const share = shareReads(({ key }: { key: string }) => {
    const answer = Promise.withResolvers<Read>()
    const read: Read = {
      key,
      begun: ++moments.now,
      settle: (isFine) => (isFine ? answer.resolve(read) : answer.reject(new Broken(read))),
    }
    reads.push(read)
    return answer.promise
  })
  return { reads, moments, ask: (key: string) => share({ key }) }
}
class Broken extends Error {
  readonly read: Read
  constructor(read: Read) {
    super('broken')
    this.read = read
  }
}
/** Lets everything happen that waits for nothing but its turn. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await setImmediate()
}

describe('callers who ask the same', () => {
  test('in one turn of the event loop share a read', async () => {
    const { reads, ask } = watch()
    const answers = [ask('a'), ask('a')]
    await settled()
    expect(reads).toHaveLength(1)
    reads[0]?.settle(true)
    expect(await Promise.all(answers)).toEqual([reads[0], reads[0]])
  })

  test('while a read is under way share the next one', async () => {
    const { reads, ask } = watch()
    const first = ask('a')
    await settled()
    const others = [ask('a'), ask('a'), ask('a')]
    await settled()
    expect(reads).toHaveLength(1)
    reads[0]?.settle(true)
    expect(await first).toBe(reads[0])
    await settled()
    expect(reads).toHaveLength(2)
    reads[1]?.settle(true)
    expect(await Promise.all(others)).toEqual(Array(3).fill(reads[1]))
  })

  test('join those who wait even as the read under way ends', async () => {
    const { reads, ask } = watch()
    const first = ask('a')
    await settled()
    const second = ask('a')
    const third = first.then(() => ask('a'))
    reads[0]?.settle(true)
    await settled()
    expect(reads).toHaveLength(2)
    reads[1]?.settle(true)
    expect(await Promise.all([second, third])).toEqual([reads[1], reads[1]])
  })

  test('one after the other have a read each', async () => {
    const { reads, ask } = watch()
    for (const at of [0, 1, 2]) {
      const answer = ask('a')
      await settled()
      reads[at]?.settle(true)
      expect(await answer).toBe(reads[at])
    }
  })

  test('and others who ask something else do not wait for each other', async () => {
    const { reads, ask } = watch()
    const answers = [ask('a'), ask('b')]
    await settled()
    expect(reads.map(({ key }) => key)).toEqual(['a', 'b'])
    for (const read of reads) read.settle(true)
    expect(await Promise.all(answers)).toEqual(reads)
  })

  test('share an error with those alone who shared the read', async () => {
    const { reads, ask } = watch()
    const first = ask('a')
    await settled()
    const second = [ask('a'), ask('a')]
    reads[0]?.settle(false)
    await expect(first).rejects.toMatchObject({ read: reads[0] })
    await settled()
    const third = ask('a')
    reads[1]?.settle(false)
    for (const one of await Promise.allSettled(second))
      expect(one).toMatchObject({ status: 'rejected', reason: { read: reads[1] } })
    await settled()
    reads[2]?.settle(true)
    expect(await third).toBe(reads[2])
  })

  test('do not wait for long for a read that takes long', async () => {
    const { reads, ask } = watch()
    const first = ask('a')
    await settled()
    const second = ask('a')
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1)
    expect(reads).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    await settled()
    expect(reads).toHaveLength(2)
    reads[0]?.settle(true)
    await first
    await settled()
    const third = ask('a')
    await settled()
    // The second read is the one under way now.
    expect(reads).toHaveLength(2)
    reads[1]?.settle(true)
    expect(await second).toBe(reads[1])
    await settled()
    reads[2]?.settle(true)
    expect(await third).toBe(reads[2])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('may go on after a read that threw before it had begun', async () => {
    let calls = 0
    const share = shareReads((_: string): Promise<string> => {
      calls += 1
      if (calls < 3) throw new Error('at once')
      return Promise.resolve('fine')
    })
    const statuses: string[] = []
    for (let time = 0; time < 3; time++) {
      const answer = Promise.allSettled([share('a')])
      await settled()
      statuses.push(...(await answer).map(({ status }) => status))
    }
    expect(statuses).toEqual(['rejected', 'rejected', 'fulfilled'])
  })
})

test('in any order of events an answer is never older than its question, and belongs to it', async () => {
  const key = fc.constantFrom('a', 'b')
  const event = fc.oneof(
    fc.record({ kind: fc.constant('ask' as const), key }),
    fc.record({ kind: fc.constant('settle' as const), which: fc.nat(), isFine: fc.boolean() }),
    fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.constantFrom(0, 100, PATIENCE_MS) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
      const { reads, moments, ask } = watch()
      const open = () => reads.filter((read) => !ended.has(read))
      const ended = new Set<Read>()
      const requests: { key: string; asked: number; answer: Promise<Read> }[] = []
      const settle = (read: Read | undefined, isFine: boolean) => {
        if (!read) return
        ended.add(read)
        read.settle(isFine)
      }
      let waited = false
      for (const one of events) {
        if (one.kind === 'ask') {
          const asked = ++moments.now
          const answer = ask(one.key)
          answer.catch(() => {})
          requests.push({ key: one.key, asked, answer })
        } else if (one.kind === 'settle') {
          settle(open()[one.which % open().length], one.isFine)
          await settled()
        } else {
          waited ||= one.milliseconds > 0
          await vi.advanceTimersByTimeAsync(one.milliseconds)
        }
        for (const name of waited ? [] : ['a', 'b'])
          expect(open().filter((read) => read.key === name).length).toBeLessThanOrEqual(1)
      }
      await settled()
      while (open().length > 0) {
        settle(open()[0], true)
        await settled()
      }
      for (const request of requests) {
        const read = await request.answer.catch((error: Broken) => error.read)
        expect(read.key).toBe(request.key)
        expect(read.begun).toBeGreaterThan(request.asked)
      }
      expect(reads.length).toBeLessThanOrEqual(requests.length)
      expect(vi.getTimerCount()).toBe(0)
    }),
  )
})
