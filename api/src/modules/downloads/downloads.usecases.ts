import type { Clock } from '../../shared/clock.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import { planViewSchema } from '../plans/plans.schemas.ts'
import { getPlanText } from '../plans/plans.usecases.ts'
import type { DownloadsRepository } from './downloads.repository.ts'
import { planToMarkdown } from './plan-markdown.ts'

export type DownloadsDeps = {
  downloads: DownloadsRepository
  plans: PlansRepository
  clock: Clock
}

export async function downloadPlan({
  learnerId,
  planId,
  downloads,
  plans,
  clock,
}: DownloadsDeps & { learnerId: string; planId: string }): Promise<string> {
  const plan = planViewSchema.parse(JSON.parse(await getPlanText({ learnerId, planId, plans, clock })))
  const { weeks, overflow } = plan.plan_json
  const items = weeks.flatMap(({ days }) => days.flatMap(({ problems }) => problems))
  const slugs = [...new Set([...items, ...overflow].map(({ slug }) => slug))]
  return planToMarkdown({ plan, links: await downloads.readLinks({ learnerId, slugs }) })
}
