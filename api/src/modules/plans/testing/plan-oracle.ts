import type { PlanFacts } from '../plans.facts.ts'
import type { PlanJson } from '../plans.schemas.ts'

const DAY_MS = 86_400_000

/**
 * Returns every fault of a plan, by the rules as they are written down. Shares no code with the planner and the
 * verifier, so that a mistake in their shared parts is found.
 */
export function faultsOf(plan: PlanJson, { problems, intake, attempts, today }: PlanFacts): string[] {
  const faults: string[] = []
  const bySlug = new Map(problems.map((problem) => [problem.slug, problem]))
  const weekday = (date: string) => new Date(date).getUTCDay() || 7
  const last = new Date(Date.parse(today) + (intake.timeline_weeks * 7 - 1) * DAY_MS)
  const end = last.toISOString().slice(0, 10)
  const mostOfDay = Math.max(45, (1.5 * intake.hours_per_week * 60) / intake.study_days.length)
  const fresh = new Set<string>()
  let before = ''
  for (const week of plan.weeks) {
    let ofWeek = 0
    for (const day of week.days) {
      const ofDay = day.problems.reduce((sum, { minutes }) => sum + minutes, 0)
      ofWeek += ofDay
      if (ofDay !== day.minutes || ofDay === 0)
        faults.push(`${day.date}: ${day.minutes} minutes, not ${ofDay}`)
      if (ofDay > mostOfDay) faults.push(`${day.date}: ${ofDay} minutes of ${mostOfDay}`)
      if (day.date <= before) faults.push(`${day.date} comes after ${before}`)
      if (day.date < today || day.date > end) faults.push(`${day.date} is not within ${today} to ${end}`)
      if (intake.interview_date !== null && day.date > intake.interview_date)
        faults.push(`${day.date} is after the interview`)
      if (!intake.study_days.includes(weekday(day.date))) faults.push(`${day.date} is no study day`)
      before = day.date
      for (const item of day.problems) {
        const problem = bySlug.get(item.slug)
        if (problem?.id !== item.id) faults.push(`${item.slug} has the id of another`)
        if (item.kind !== 'new') continue
        if (fresh.has(item.slug)) faults.push(`${item.slug} is new twice`)
        fresh.add(item.slug)
        if (attempts.some(({ slug, outcome }) => slug === item.slug && outcome === 'solved'))
          faults.push(`${item.slug} is new and solved`)
        if (problem?.premium && !intake.allow_premium) faults.push(`${item.slug} has to be paid for`)
        if (intake.known_topics.includes(item.topic)) faults.push(`${item.slug} is of a known topic`)
      }
    }
    if (ofWeek !== week.minutes) faults.push(`week ${week.index}: ${week.minutes} minutes, not ${ofWeek}`)
    if (ofWeek > intake.hours_per_week * 60) faults.push(`week ${week.index}: ${ofWeek} minutes`)
  }
  return faults
}
