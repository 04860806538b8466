import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { guardDiskSpace } from './guard-disk-space.ts'
import { cloneTemplate } from './testing.ts'

const template = inject('template')
const MB = 1024 * 1024

test.runIf(template.kind === 'embedded')(
  'with hardly any room the embedded database is read and not written, until there is room',
  async () => {
    const database = await cloneTemplate(template)
    if (database.kind !== 'embedded') throw new Error('The clone is not embedded.')
    const { db, pglite } = database
    let free = 1000 * MB
    const said: string[] = []
    const stop = guardDiskSpace({
      pglite,
      folder: 'data',
      freeBytes: async () => free,
      everyMs: 5,
      onError: ({ message }) => said.push(message),
    })
    const write = () => sql`insert into learner_sessions values (gen_random_uuid(), now())`.execute(db)
    await write()
    free = 10 * MB
    await expect.poll(() => said).toEqual([expect.stringMatching(/nearly full/)])
    await expect(write()).rejects.toMatchObject({ code: '25006' })
    await sql`select * from problems limit 1`.execute(db)
    // In between nothing flaps.
    free = 80 * MB
    await expect(write()).rejects.toMatchObject({ code: '25006' })
    free = 100 * MB
    await expect.poll(() => said).toHaveLength(2)
    await write()
    await stop()
    await database.close()
  },
)
