import type { IntakeRepository } from '../intake/intake.repository.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import { getPlan } from '../plans/plans.usecases.ts'
import type { DownloadsRepository } from './downloads.repository.ts'
import { planToMarkdown } from './plan-markdown.ts'

export type DownloadsDeps = {
  downloads: DownloadsRepository
  plans: PlansRepository
  intakes: IntakeRepository
}

export async function downloadPlan({
  learnerId,
  planId,
  downloads,
  plans,
  intakes,
}: DownloadsDeps & { learnerId: string; planId: string }): Promise<string> {
  const plan = await getPlan({ learnerId, planId, plans })
  const { weeks, overflow } = plan.plan_json
  const items = weeks.flatMap(({ days }) => days.flatMap(({ problems }) => problems))
  const slugs = [...new Set([...items, ...overflow].map(({ slug }) => slug))]
  const timeZone = (await intakes.find({ learnerId }))?.time_zone ?? 'UTC'
  return planToMarkdown({ plan, links: await downloads.readLinks({ learnerId, slugs, timeZone }) })
}
