import { dayLimit, isOff, isStudyDay, LEAST_USED, weekLimit } from '../../learner-day/learner-day.models.ts'
import { counted } from '../explain/words.ts'
import { canBeNew, sumMinutes, teachable, type VerifiedPlan } from './verified-plan.ts'

type Finding = { problems: string[]; fine: string }

/** H0: no week without an item, and 60 % of the time used unless nothing new is left to plan. */
export function checkComplete(verified: VerifiedPlan): Finding {
  const { plan, window, items } = verified
  const problems = window.weeks
    .filter(({ index, studyDays }) => studyDays.length > 0 && !items.some(({ week }) => week === index))
    .map(({ index }) => `week ${index} has no item`)
  if (plan.weeks.length !== window.weeks.length)
    problems.push(`the plan has ${counted(plan.weeks.length, 'week')} instead of ${window.weeks.length}`)
  if (plan.weeks.some(({ days }) => days.some((day) => day.problems.length === 0)))
    problems.push('a day is empty')
  const time = sumMinutes(window.weeks)
  const used = Math.round((100 * sumMinutes(items)) / time)
  const planned = new Set(items.map(({ slug }) => slug))
  const left = teachable(verified).filter(
    (problem) => !planned.has(problem.slug) && canBeNew(verified, problem),
  )
  if (used < 100 * LEAST_USED && left.length > 0) problems.push(`only ${used} % of the time is used`)
  const ranOut = left.length === 0 && used < 100 * LEAST_USED ? '; the catalogue runs out' : ''
  return { problems, fine: `Every week has items; ${used} % of the time is used${ranOut}.` }
}

/** H3: weeks and days within the learner's hours, and every figure the sum of its parts. */
export function checkMinutes({ plan, facts, problems: catalogue }: VerifiedPlan): Finding {
  const problems: string[] = []
  const mostOfWeek = weekLimit(facts.intake)
  const limit = dayLimit(facts.intake)
  for (const week of plan.weeks) {
    if (week.minutes !== sumMinutes(week.days))
      problems.push(`the minutes of week ${week.index} are not its days'`)
    if (sumMinutes(week.days) > mostOfWeek)
      problems.push(`week ${week.index} takes ${sumMinutes(week.days)} minutes`)
    for (const day of week.days) {
      if (day.minutes !== sumMinutes(day.problems))
        problems.push(`the minutes of ${day.date} are not its items'`)
      if (sumMinutes(day.problems) > limit)
        problems.push(`${day.date} takes ${sumMinutes(day.problems)} minutes`)
      for (const item of day.problems) {
        const whole = catalogue.get(item.slug)?.minutes ?? item.minutes
        const wrong =
          item.kind === 'review' ? item.minutes < 1 || item.minutes > whole : item.minutes !== whole
        if (wrong) problems.push(`${item.slug} is planned with ${counted(item.minutes, 'minute')}`)
      }
    }
  }
  return { problems, fine: `No week is over ${mostOfWeek} minutes and no day over ${Math.floor(limit)}.` }
}

/** H5: every day a study day within the plan's window, in order. */
export function checkDates({ plan, facts, window }: VerifiedPlan): Finding {
  const problems: string[] = []
  if (plan.start_date !== window.start || plan.end_date !== window.end)
    problems.push(
      `the plan runs from ${plan.start_date} to ${plan.end_date}, not ${window.start} to ${window.end}`,
    )
  let before = ''
  for (const week of plan.weeks) {
    const span = window.weeks.find(({ index }) => index === week.index)
    for (const { date } of week.days) {
      if (!span || date < span.start || date > span.end) problems.push(`${date} is not in week ${week.index}`)
      if (!isStudyDay(facts.intake, date) || isOff(facts.breaks ?? [], date))
        problems.push(`${date} is not a study day`)
      if (date <= before) problems.push(`${date} is out of order`)
      before = date
    }
  }
  return { problems, fine: `Every day is a study day from ${window.start} to ${window.end}.` }
}
