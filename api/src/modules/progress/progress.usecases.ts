import { dayAt } from '../learner-day/learner-day.models.ts'
import { isUnderWay, type LifeDeps, RECENT_ATTEMPTS, readPresent } from '../plans/changes/change-plan.ts'
import { readItemStatuses } from '../plans/item-status.ts'
import { reviewMinutes } from '../plans/make/situation.ts'
import type { AttemptFact } from '../plans/plans.facts.ts'
import { listItems } from '../plans/verify/verified-plan.ts'
import { activeDays, dayLimitOf } from '../today/today.models.ts'
import type { CurrentPlan } from '../today/today.repository.ts'
import { bringUpToDate } from '../today/today.usecases.ts'
import { activityByDay, readActivity } from './activity.models.ts'
import { type LoadInput, readLoad } from './load.models.ts'
import { readMastery } from './mastery.models.ts'
import { readPace, readPaceByDifficulty } from './pace.models.ts'
import type { ProgressRepository, StoredPlanDays } from './progress.repository.ts'
import type { Progress, TopicsProgress } from './progress.schemas.ts'
import { type FollowedPlan, firstMonday, readWeeks } from './weeks.models.ts'

const ATTEMPTS_MAX = 2_000
/** A year of thirteen attempts a day. */
const YEARS_ATTEMPTS_MAX = 5_000
/** Plans reach four weeks on, and may begin a while after they were made. */
const PLAN_REACH_MS = 120 * 86_400_000
const LATEST = 5
const everyDay = [1, 2, 3, 4, 5, 6, 7]

/**
 * Compares practice with the plan and looks ahead, by the learner's own days. Brings the plan up to date first, like
 * the first look at a day.
 */
export async function getProgress({
  learnerId,
  progress,
  deps,
}: {
  learnerId: string
  progress: ProgressRepository
  deps: LifeDeps
}): Promise<Progress> {
  await bringUpToDate({ learnerId, deps })
  const { state, date } = await readPresent({ learnerId, deps })
  const { learnerDay } = state
  const [catalogue, own, attempts, stored, cards] = await Promise.all([
    deps.catalogue.get(),
    deps.retrieval.listOwnProblems({ learnerId }),
    deps.retrieval.listAttempts({ learnerId, learnerDay, limit: YEARS_ATTEMPTS_MAX }),
    progress.listPlannedDays({ learnerId, since: new Date(Date.parse(firstMonday(date)) - PLAN_REACH_MS) }),
    deps.reviews.listCards({ learnerId }),
  ])
  const ownBySlug = new Map(own.map((problem) => [problem.slug, problem]))
  const problemOf = (slug: string) => ownBySlug.get(slug) ?? catalogue.find(slug)
  const ratio = readPace(attempts.slice(-RECENT_ATTEMPTS))?.ratio ?? 1
  const byDay = activityByDay(attempts)
  const solved = new Set(attempts.flatMap(({ slug, outcome }) => (outcome === 'solved' ? [slug] : [])))
  const due = cards.flatMap((card) => {
    const problem = problemOf(card.slug)
    if (!problem) return []
    const minutes = Math.round(reviewMinutes(problem, !solved.has(card.slug)) * ratio)
    return [{ slug: card.slug, due: dayAt(card.due, learnerDay), minutes }]
  })
  const { current } = state
  return {
    date,
    time_zone: learnerDay.timeZone,
    plan: current && { start_date: current.plan.start_date, end_date: current.plan.end_date },
    active_days: activeDays(attempts, date),
    weeks: readWeeks({ plans: stored.map(toFollowed), byDay, today: date }),
    activity: readActivity(byDay, date),
    load: readLoad({
      today: date,
      studyDays: state.intake?.studyDays ?? everyDay,
      breaks: state.breaks,
      limit: dayLimitOf(state),
      reviewCap: state.reviewCap,
      plan: isUnderWay(current, date) ? openPart(current, attempts) : null,
      due,
    }),
    pace_by_difficulty: readPaceByDifficulty(attempts, (slug) => problemOf(slug)?.difficulty),
  }
}

function toFollowed({ start, end, days, past }: StoredPlanDays): FollowedPlan {
  return { start, end, minutes: new Map([...days, ...past].map((day) => [day.date, day.minutes])) }
}

function openPart({ plan, madeAt }: CurrentPlan, attempts: AttemptFact[]): LoadInput['plan'] {
  const statuses = readItemStatuses(plan, attempts, madeAt)
  const isOpen = ({ item_id }: { item_id: string }) => statuses.get(item_id)?.status === 'open'
  return { end: plan.end_date, open: listItems(plan).filter(isOpen) }
}

/** Returns the measured level of each topic beside the self-rating. */
export async function getTopicsProgress({
  learnerId,
  deps,
}: {
  learnerId: string
  deps: LifeDeps
}): Promise<TopicsProgress> {
  const { state, date } = await readPresent({ learnerId, deps })
  const { learnerDay } = state
  const [{ topics, problems }, own, attempts, intake] = await Promise.all([
    deps.catalogue.get(),
    deps.retrieval.listOwnProblems({ learnerId }),
    deps.retrieval.listAttempts({ learnerId, learnerDay, limit: ATTEMPTS_MAX }),
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
