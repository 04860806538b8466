import type { Db, Tables } from '@codify/db'
import { sql } from 'kysely'

export type ModelUsageRepository = ReturnType<typeof createModelUsageRepository>
export type ModelKind = Tables['model_usage']['kind']

/** Larger than what a day can bring: stands for "no limit" in SQL. */
const NO_LIMIT = 9_000_000_000_000_000

export function createModelUsageRepository({ db }: { db: Db }) {
  return {
    /**
     * Counts calls that are about to be made, unless the day's calls or tokens are used up.
     *
     * @returns how many of them may be made
     */
    async reserve(options: {
      day: string
      kind: ModelKind
      calls: number
      /** 0: no limit. */
      callsPerDay: number
      tokensPerDay: number
    }): Promise<number> {
      const { day, kind, calls } = options
      const mostCalls = options.callsPerDay || NO_LIMIT
      const mostTokens = options.tokensPerDay || NO_LIMIT
      const { rows } = await sql<{ total: string }>`
        with others as (
          select coalesce(sum(calls), 0)::bigint as calls,
                 coalesce(sum(prompt_tokens + completion_tokens), 0)::bigint as tokens
          from model_usage where day = ${day}::date and kind <> ${kind}
        )
        insert into model_usage as usage (day, kind, calls)
        select ${day}::date, ${kind}, ${calls} from others
        where others.calls < ${mostCalls} and others.tokens < ${mostTokens}
        on conflict (day, kind) do update set calls = usage.calls + excluded.calls
        where usage.calls + (select calls from others) < ${mostCalls}
          and usage.prompt_tokens + usage.completion_tokens + (select tokens from others) < ${mostTokens}
        returning usage.calls + (select calls from others) as total`.execute(db)
      const [row] = rows
      return row ? Math.max(0, calls - Math.max(0, Number(row.total) - mostCalls)) : 0
    },

    /** Adds the tokens of calls that were made. */
    async addTokens(options: {
      day: string
      kind: ModelKind
      promptTokens: number
      completionTokens: number
    }): Promise<void> {
      const { day, kind, promptTokens, completionTokens } = options
      await db
        .insertInto('model_usage')
        .values({ day, kind, prompt_tokens: promptTokens, completion_tokens: completionTokens })
        .onConflict((on) =>
          on.columns(['day', 'kind']).doUpdateSet({
            prompt_tokens: sql`model_usage.prompt_tokens + excluded.prompt_tokens`,
            completion_tokens: sql`model_usage.completion_tokens + excluded.completion_tokens`,
          }),
        )
        .execute()
    },

    async ofDay({ day }: { day: string }) {
      return db
        .selectFrom('model_usage')
        .select(['kind', 'calls', 'prompt_tokens', 'completion_tokens'])
        .where('day', '=', day)
        .execute()
    },
  }
}
