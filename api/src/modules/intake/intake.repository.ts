import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { toSql } from 'pgvector'
import { z } from 'zod'
import { readTimeZone } from '../learner-day/time-zones.models.ts'
import { answerSchema, type Intake, type StoredIntake, weaknesses } from './intake.schemas.ts'

export type IntakeRepository = ReturnType<typeof createIntakeRepository>

/** A vector and the model that made it. */
export type Embedding = { model: string; vector: number[] }

const confidenceSchema = z.record(z.string(), z.number())
const answersSchema = z.array(answerSchema)
const weaknessesSchema = z.array(z.enum(weaknesses))

export function createIntakeRepository({ db }: { db: Db }) {
  async function find({ learnerId }: { learnerId: string }): Promise<StoredIntake | undefined> {
    return (await findEmbedded({ learnerId }))?.intake
  }

  /** The intake, which model made the vector that is stored with it, and its version, which every change renews. */
  async function findEmbedded({
    learnerId,
  }: {
    learnerId: string
  }): Promise<{ intake: StoredIntake; embeddingModel: string | null; version: string } | undefined> {
    const row = await db
      .selectFrom('intake_profiles')
      .select([
        'id',
        'level',
        'role_target',
        'timeline_weeks',
        'hours_per_week',
        'topic_confidence',
        'weaknesses',
        'constraints',
        'past_experience',
        'study_days',
        'interview_date',
        'time_zone',
        'known_topics',
        'allow_premium',
        'regeneration_answers',
        'created_at',
        'updated_at',
        'embedding_model',
      ])
      // As text it keeps the microseconds that a Date loses.
      .select(sql<string>`updated_at::text`.as('version'))
      .where('learner_id', '=', learnerId)
      .executeTakeFirst()
    if (!row) return undefined
    const { embedding_model: embeddingModel, version, ...stored } = row
    const intake = {
      ...stored,
      time_zone: readTimeZone(row.time_zone).timeZone,
      topic_confidence: confidenceSchema.parse(row.topic_confidence),
      weaknesses: weaknessesSchema.parse(row.weaknesses),
      regeneration_answers: answersSchema.parse(row.regeneration_answers),
      created_at: row.created_at.toISOString(),
      updated_at: row.updated_at.toISOString(),
    }
    return { intake, embeddingModel, version }
  }

  return {
    find,
    findEmbedded,

    /** Writes the learner's one intake, and its embedding where there is a new one; answers given earlier stay. */
    async save({
      learnerId,
      intake,
      embedding,
    }: {
      learnerId: string
      intake: Intake
      embedding: Embedding | undefined
    }): Promise<void> {
      const values = {
        ...intake,
        unknown_time_zone: null,
        topic_confidence: JSON.stringify(intake.topic_confidence),
        ...(embedding ? { embedding: toSql(embedding.vector), embedding_model: embedding.model } : {}),
      }
      await db
        .insertInto('intake_profiles')
        .values({ learner_id: learnerId, regeneration_answers: '[]', ...values })
        .onConflict((on) => on.column('learner_id').doUpdateSet({ ...values, updated_at: sql<Date>`now()` }))
        .execute()
    },

    /** Deletes the learner's intake with its vector; repeating it changes nothing. */
    async remove({ learnerId }: { learnerId: string }): Promise<void> {
      await db.deleteFrom('intake_profiles').where('learner_id', '=', learnerId).execute()
    },

    /** Puts a topic among those the learner skips, or takes it out; false when that was so, or there is no intake. */
    async setKnownTopic(options: { learnerId: string; topic: string; known: boolean }): Promise<boolean> {
      return writeKnownTopic({ db, ...options })
    },

    /** Stores the vector of an intake, unless the intake has changed since that `version` of it was read. */
    async saveEmbedding({
      learnerId,
      embedding,
      version,
    }: {
      learnerId: string
      embedding: Embedding
      version: string
    }): Promise<void> {
      await db
        .updateTable('intake_profiles')
        .set({ embedding: toSql(embedding.vector), embedding_model: embedding.model })
        .where('learner_id', '=', learnerId)
        .where('updated_at', '=', sql<Date>`${version}::timestamptz`)
        .execute()
    },
  }
}

export async function writeKnownTopic(options: {
  db: Db
  learnerId: string
  topic: string
  known: boolean
}): Promise<boolean> {
  const { db, learnerId, topic, known } = options
  const others = sql<string[]>`array_remove(known_topics, ${topic})`
  const changed = await db
    .updateTable('intake_profiles')
    .set({
      known_topics: known ? sql<string[]>`${others} || ${topic}::text` : others,
      updated_at: sql<Date>`now()`,
    })
    .where('learner_id', '=', learnerId)
    .where(sql<boolean>`(${topic}::text = any(known_topics)) <> ${known}::boolean`)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
