import pg from 'pg'
import { expect, test } from 'vitest'
import { limitSource } from './limit-source.ts'
import { PgConnection } from './pg-dialect.ts'
import { createStatementNames } from './statement-names.ts'

function connection(): PgConnection {
  const client = Object.assign(new pg.Client(), { release: () => {} })
  return new PgConnection({ client, names: createStatementNames() })
}

test('the others wait in turn until one is given back', async () => {
  let open = 0
  const source = limitSource(
    {
      connect: async () => {
        open += 1
        return connection()
      },
      end: async () => {},
    },
    2,
  )
  const came: number[] = []
  const waiting = [1, 2, 3, 4].map((n) => source.connect().then(() => came.push(n)))
  await Promise.all(waiting.slice(0, 2))
  expect({ open, came }).toEqual({ open: 2, came: [1, 2] })
  source.onRelease?.()
  await waiting[2]
  expect(came).toEqual([1, 2, 3])
  source.onRelease?.()
  await waiting[3]
  expect(open).toBe(4)
})

test('a connection that could not be had leaves its place', async () => {
  let fails = true
  const source = limitSource(
    {
      connect: async () => {
        if (fails) throw new Error('away')
        return connection()
      },
      end: async () => {},
    },
    1,
  )
  await expect(source.connect()).rejects.toThrow('away')
  fails = false
  expect(await source.connect()).toBeInstanceOf(PgConnection)
})
