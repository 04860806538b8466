import type { ColumnType, Generated } from 'kysely'

/** A generation is its own job: whoever holds the lease works on it, and the row is the only record of its state. */
export interface GenerationsTable {
  id: Generated<string>
  learner_id: string
  state: Generated<'queued' | 'running' | 'done' | 'failed'>
  /** True: the plan becomes current by itself. False: it waits as a proposal. */
  accept: boolean
  idempotency_key: string | null
  /** Hash of the body, to tell a replay of the key from a clash. */
  request_hash: string
  /** Of the request that asked for it, so that its log lines can be found. */
  request_id: string
  /** How often it was taken up; a worker writes only while its own number is the newest. */
  claim: Generated<number>
  /** While it runs: when another worker may take it up. While it waits: not before then. */
  lease_until: Date | null
  /** The process that took it up last. */
  worker: string | null
  /** How many times it was taken up in vain because its database could not be had. */
  deferrals: Generated<number>
  /** The first model answer (or why there is none), kept so that a restart never asks twice. */
  model_answer: ColumnType<unknown, string | null, string | null>
  plan_id: string | null
  error_code: string | null
  created_at: Generated<Date>
  finished_at: Date | null
}
