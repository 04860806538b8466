import type { Db } from '@codify/db'
import { CLOCKS_APART_MS } from '../../shared/clock.ts'

export function createSettingsRepository({ db }: { db: Db }) {
  return {
    async read({ key }: { key: string }): Promise<string | undefined> {
      const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
      return row?.value
    },

    async write({ key, value, now }: { key: string; value: string; now: Date }): Promise<void> {
      await db
        .insertInto('settings')
        .values({ key, value, updated_at: now })
        .onConflict((on) => on.column('key').doUpdateSet({ value, updated_at: now }))
        .execute()
    },

    /**
     * Takes a turn that comes round every `everySeconds`: of all processes that ask, one gets it. One that was taken
     * in the future, by a clock that was wrong, does not hold the next ones up.
     */
    async takeTurn({
      key,
      everySeconds,
      now,
    }: {
      key: string
      everySeconds: number
      now: Date
    }): Promise<boolean> {
      const taken = await db
        .insertInto('settings')
        .values({ key, value: 'taken', updated_at: now })
        .onConflict((on) =>
          on
            .column('key')
            .doUpdateSet({ updated_at: now })
            .where((eb) =>
              eb.or([
                eb('settings.updated_at', '<=', new Date(now.getTime() - everySeconds * 1000)),
                eb('settings.updated_at', '>', new Date(now.getTime() + CLOCKS_APART_MS)),
              ]),
            ),
        )
        .returning('key')
        .executeTakeFirst()
      return taken !== undefined
    },
  }
}
