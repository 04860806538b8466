import { dayAt } from '../learner-day/learner-day.models.ts'
import type { LearnerDayRepository } from '../learner-day/learner-day.repository.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import { getPlan } from '../plans/plans.usecases.ts'
import type { DownloadsRepository } from './downloads.repository.ts'
import { planToMarkdown } from './plan-markdown.ts'

export type DownloadsDeps = {
  downloads: DownloadsRepository
  plans: PlansRepository
  learnerDays: LearnerDayRepository
}

export async function downloadPlan({
  learnerId,
  planId,
  downloads,
  plans,
  learnerDays,
}: DownloadsDeps & { learnerId: string; planId: string }): Promise<string> {
  const plan = await getPlan({ learnerId, planId, plans })
  const { weeks, overflow } = plan.plan_json
  const items = weeks.flatMap(({ days }) => days.flatMap(({ problems }) => problems))
  const slugs = [...new Set([...items, ...overflow].map(({ slug }) => slug))]
  const learnerDay = await learnerDays.find({ learnerId })
  const links = (await downloads.readLinks({ learnerId, slugs })).map(({ last_attempt_at, ...link }) => ({
    ...link,
    last_attempt: last_attempt_at && dayAt(last_attempt_at, learnerDay),
  }))
  return planToMarkdown({ plan, made: dayAt(new Date(plan.generated_at), learnerDay), links })
}
