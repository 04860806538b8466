import type { Clock } from '../../shared/clock.ts'
import type { CatalogueCache } from '../catalogue/catalogue-cache.ts'
import type { Embedder } from '../embeddings/embeddings.models.ts'
import type { StoredIntake } from '../intake/intake.schemas.ts'
import { dayAt } from '../learner-day/learner-day.models.ts'
import type { KnowledgeFact, PlanFacts } from '../plans/plans.facts.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import { atPace, readPace } from '../progress/pace.models.ts'
import { toCommunityFacts, toSimilarFacts } from './retrieval.models.ts'
import type { RetrievalRepository } from './retrieval.repository.ts'
import { AT_LEAST } from './retrieval.sql.ts'

const ATTEMPTS_MAX = 2_000
const NEAREST_NOTES = 8
const WEAK_TOPICS = 4

/** Gathers all that a plan of this learner may rest on. */
export async function gatherFacts({
  learnerId,
  intake,
  catalogue,
  retrieval,
  plans,
  clock,
}: {
  learnerId: string
  intake: StoredIntake
  catalogue: CatalogueCache
  retrieval: RetrievalRepository
  plans: PlansRepository
  clock: Clock
}): Promise<PlanFacts> {
  const now = clock()
  const [{ topics, problems }, near, previous] = await Promise.all([
    catalogue.get(),
    retrieval.nearestLearners({ learnerId }),
    plans.findCurrent({ learnerId }),
  ])
  const { learnerDay, breaks, own, attempts, ...stored } = await retrieval.readFacts({
    learnerId,
    level: intake.level,
    timeZone: intake.time_zone,
    now,
    attemptsMost: ATTEMPTS_MAX,
    notesNear: NEAREST_NOTES,
    notesOf: weakestTopics(intake),
    near,
  })
  const { id: _, regeneration_answers, created_at: __, updated_at: ___, ...asked } = intake
  return {
    today: dayAt(now, learnerDay),
    intake: asked,
    answers: regeneration_answers,
    topics,
    problems: atPace([...problems, ...own], readPace(attempts)),
    breaks,
    attempts,
    community: toCommunityFacts(problems, stored.counts),
    similar: [
      ...toSimilarFacts({ kind: 'topic', rows: stored.similarTopics, atLeast: AT_LEAST }),
      ...toSimilarFacts({ kind: 'problem', rows: stored.similarProblems, atLeast: AT_LEAST }),
    ],
    knowledge: uniqueNotes(stored.knowledge),
    previous: previous?.plan_json ?? null,
    previousMadeAt: previous?.generated_at ?? null,
  }
}

/** Embeds the knowledge notes that have no vector of the present model. */
export async function embedKnowledge({
  retrieval,
  embedder,
}: {
  retrieval: RetrievalRepository
  embedder: Embedder
}): Promise<number> {
  const chunks = await retrieval.listUnembeddedKnowledge({ model: embedder.model })
  if (chunks.length === 0) return 0
  const { model, vectors } = await embedder.embed(chunks.map(({ heading, body }) => `${heading}\n${body}`))
  for (const [index, chunk] of chunks.entries()) {
    const vector = vectors[index]
    if (vector) await retrieval.saveKnowledgeEmbedding({ ...chunk, model, vector })
  }
  return chunks.length
}

function weakestTopics(intake: StoredIntake): string[] {
  return Object.entries(intake.topic_confidence)
    .filter(([topic, grade]) => grade <= 2 && !intake.known_topics.includes(topic))
    .sort(([a, x], [b, y]) => x - y || a.localeCompare(b))
    .slice(0, WEAK_TOPICS)
    .map(([topic]) => topic)
}

function uniqueNotes(notes: KnowledgeFact[]): KnowledgeFact[] {
  return [...new Map(notes.map((note) => [`${note.topic}/${note.heading}`, note])).values()]
}
