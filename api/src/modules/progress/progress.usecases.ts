import { type LifeDeps, RECENT_ATTEMPTS, readPresent } from '../today/change-plan.ts'
import { readMastery } from './mastery.models.ts'
import { readPace } from './pace.models.ts'
import type { TopicsProgress } from './progress.schemas.ts'

const ATTEMPTS_MAX = 2_000
const LATEST = 5

/** What was measured of each topic beside what the learner says of it. */
export async function getTopicsProgress({
  learnerId,
  deps,
}: {
  learnerId: string
  deps: LifeDeps
}): Promise<TopicsProgress> {
  const { state, date } = await readPresent({ learnerId, deps })
  const timeZone = state.intake?.timeZone ?? 'UTC'
  const [{ topics, problems }, own, attempts, intake] = await Promise.all([
    deps.catalogue.get(),
    deps.retrieval.listOwnProblems({ learnerId }),
    deps.retrieval.listAttempts({ learnerId, timeZone, limit: ATTEMPTS_MAX }),
    deps.intakes.find({ learnerId }),
  ])
  const measured = readMastery({ attempts, problems: [...problems, ...own], today: date })
  const items = topics.map(({ slug, title }) => {
    const found = measured.get(slug)
    const selfRating = intake?.topic_confidence[slug] ?? null
    const rating = found?.rating ?? null
    const all = found?.attempts ?? []
    return {
      topic: slug,
      title,
      self_rating: selfRating,
      level: found?.level ?? ('new' as const),
      value: found?.value ?? null,
      measured_rating: rating,
      gap: rating === null || selfRating === null ? null : rating - selfRating,
      attempts: all.length,
      days: found?.days ?? 0,
      latest: all
        .slice(-LATEST)
        .reverse()
        .map((one) => ({
          id: one.id,
          slug: one.slug,
          outcome: one.outcome,
          rating: one.rating,
          date: one.date,
        })),
    }
  })
  return { items, pace: readPace(attempts.slice(-RECENT_ATTEMPTS)) }
}
