import type { Clock } from '../../shared/clock.ts'
import { invalidRequest } from '../../shared/errors.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { Embedder } from '../embeddings/embeddings.models.ts'
import { createLocalEmbedder, LOCAL_MODEL } from '../embeddings/local-embedder.ts'
import { dayAt, type LearnerDay } from '../learner-day/learner-day.models.ts'
import type { LearnerDayRepository } from '../learner-day/learner-day.repository.ts'
import type { ChangeCause, PlanChange } from '../plans/changes/plan-changes.schemas.ts'
import { planWindow } from '../plans/known/calendar.ts'
import { PlanningError } from '../plans/planning-error.ts'
import { intakeNotFound } from './intake.errors.ts'
import { changesDays, toEmbeddingText } from './intake.models.ts'
import type { Embedding, IntakeRepository } from './intake.repository.ts'
import type { ChangedIntake, Intake, StoredIntake } from './intake.schemas.ts'

/** Brings the plan under way up to date with what changed; null when nothing moved. */
export type RefreshPlan = (options: {
  learnerId: string
  cause: ChangeCause
  knownTopic?: string | null
}) => Promise<PlanChange | null>

export async function getIntake({
  learnerId,
  intakes,
}: {
  learnerId: string
  intakes: IntakeRepository
}): Promise<StoredIntake> {
  const intake = await intakes.find({ learnerId })
  if (!intake) throw intakeNotFound()
  return intake
}

/**
 * Saves the learner's intake, with a vector of the built-in method when what it says has changed: `embedLater` has the
 * model's take its place, and where that is lost the next plan does. Where it changes what the days may hold, the plan
 * under way follows at once.
 *
 * @throws 400 with the field for unknown topics, a past interview, or days or skipped topics that leave nothing to plan
 */
export async function saveIntake({
  learnerId,
  intake,
  intakes,
  learnerDays,
  catalogue,
  embedder,
  embedLater,
  clock,
  refreshPlan,
}: {
  learnerId: string
  intake: Intake
  intakes: IntakeRepository
  learnerDays: LearnerDayRepository
  catalogue: CatalogueCache
  embedder: Embedder
  embedLater: EmbedLater
  clock: Clock
  refreshPlan: RefreshPlan
}): Promise<ChangedIntake> {
  const { topicSlugs } = await catalogue.get()
  refuseUnknownTopics({ intake, known: topicSlugs })
  refuseAllSkipped({ skipped: intake.known_topics, topicSlugs, field: 'known_topics' })
  const { dayStartHour } = await learnerDays.find({ learnerId })
  refuseEmptyWindow({ intake, now: clock(), learnerDay: { timeZone: intake.time_zone, dayStartHour } })
  const before = await intakes.find({ learnerId })
  const text = toEmbeddingText({ ...intake, regeneration_answers: before?.regeneration_answers ?? [] })
  const changed = !before || toEmbeddingText(before) !== text
  const embedding = changed ? await embedAtOnce({ text, learnerId, embedder }) : undefined
  await intakes.save({ learnerId, intake, embedding })
  if (embedding && embedding.model !== embedder.model) embedLater(learnerId)
  const stored = await getIntake({ learnerId, intakes })
  const concernsPlan = before !== undefined && changesDays(before, stored)
  return { ...stored, change: concernsPlan ? await refreshPlan({ learnerId, cause: 'intake' }) : null }
}

/**
 * Skips a topic or takes that back: the learner's own word, which plans cite as `known_topics`. The plan under way
 * follows at once.
 *
 * @throws 400 at `topic` when there is none such or no other would be left, 404 `intake.not_found`
 */
export async function setKnownTopic({
  learnerId,
  topic,
  known,
  intakes,
  catalogue,
  refreshPlan,
}: {
  learnerId: string
  topic: string
  known: boolean
  intakes: IntakeRepository
  catalogue: CatalogueCache
  refreshPlan: RefreshPlan
}): Promise<ChangedIntake> {
  const { topicSlugs } = await catalogue.get()
  if (!topicSlugs.has(topic))
    throw invalidRequest([{ field: 'topic', message: 'Unknown topic; see GET /v1/topics.' }])
  if (known) {
    const before = await intakes.find({ learnerId })
    refuseAllSkipped({ skipped: [...(before?.known_topics ?? []), topic], topicSlugs, field: 'topic' })
  }
  const isNew = await intakes.setKnownTopic({ learnerId, topic, known })
  const intake = await getIntake({ learnerId, intakes })
  const change = await refreshPlan({ learnerId, cause: 'topic', knownTopic: known && isNew ? topic : null })
  return { ...intake, change }
}

/** Has the learner's intake embedded by the model soon, and waits for nothing. */
export type EmbedLater = (learnerId: string) => void

/**
 * Embeds the intake where its vector is missing or another model's than the present one. The vector of what has changed
 * meanwhile is not stored.
 */
export async function ensureEmbedding({
  learnerId,
  intake,
  embeddingModel,
  version,
  intakes,
  embedder,
}: {
  learnerId: string
  intake: StoredIntake
  /** Which model made the vector that is stored. */
  embeddingModel: string | null
  version: string
  intakes: IntakeRepository
  embedder: Embedder
}): Promise<void> {
  if (embeddingModel === embedder.model) return
  const embedding = await embedOne({ text: toEmbeddingText(intake), learnerId, embedder })
  await intakes.saveEmbedding({ learnerId, embedding, version })
}

/** A vector that no server is waited for: of the built-in method, under its name. */
export async function embedAtOnce(options: {
  text: string
  learnerId: string
  embedder: Embedder
}): Promise<Embedding> {
  const isBuiltIn = options.embedder.model === LOCAL_MODEL
  return embedOne({ ...options, embedder: isBuiltIn ? options.embedder : createLocalEmbedder() })
}

async function embedOne({
  text,
  learnerId,
  embedder,
}: {
  text: string
  learnerId: string
  embedder: Embedder
}): Promise<Embedding> {
  const { model, vectors } = await embedder.embed([text], { learnerId })
  const [vector] = vectors
  if (!vector) throw new Error('the embedder answered without a vector')
  return { model, vector }
}

function refuseUnknownTopics({ intake, known }: { intake: Intake; known: ReadonlySet<string> }): void {
  const named = [
    ...Object.keys(intake.topic_confidence).map((topic) => ({ field: `topic_confidence.${topic}`, topic })),
    ...intake.known_topics.map((topic, index) => ({ field: `known_topics.${index}`, topic })),
  ]
  const errors = named
    .filter(({ topic }) => !known.has(topic))
    .map(({ field }) => ({ field, message: 'Unknown topic; see GET /v1/topics.' }))
  if (errors.length) throw invalidRequest(errors)
}

function refuseAllSkipped(options: {
  skipped: string[]
  topicSlugs: ReadonlySet<string>
  field: string
}): void {
  const skipped = new Set(options.skipped)
  if ([...options.topicSlugs].some((topic) => !skipped.has(topic))) return
  throw invalidRequest([
    {
      field: options.field,
      message: 'With every topic skipped there is nothing to plan; leave at least one to practise.',
    },
  ])
}

function refuseEmptyWindow({
  intake,
  now,
  learnerDay,
}: {
  intake: Intake
  now: Date
  learnerDay: LearnerDay
}): void {
  const day = dayAt(now, learnerDay)
  if (intake.interview_date && intake.interview_date < day)
    throw invalidRequest([
      { field: 'interview_date', message: `It is in the past; give ${day} or later, or leave it out.` },
    ])
  try {
    planWindow(intake, day)
  } catch (error) {
    if (!(error instanceof PlanningError)) throw error
    throw invalidRequest([{ field: error.field, message: error.message }])
  }
}
