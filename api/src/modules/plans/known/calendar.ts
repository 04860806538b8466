import { Temporal } from 'temporal-polyfill'
import type { Intake } from '../../intake/intake.schemas.ts'
import { isOff, isStudyDay, weekLimit } from '../../learner-day/learner-day.models.ts'
import { PlanningError } from '../planning-error.ts'
import type { BreakFact } from '../plans.facts.ts'

const MAX_WEEKS = 4
/** Days that a start may be put off by days off. */
const FARTHEST_START = 400

export type PlanWeekWindow = {
  /** From 1. */
  index: number
  start: string
  end: string
  studyDays: string[]
  /** The learner's minutes in this week; less than hours × 60 where the interview or days off cut it. */
  minutes: number
}
export type PlanWindow = { start: string; end: string; weeks: PlanWeekWindow[]; studyDays: string[] }

type Timing = Pick<Intake, 'timeline_weeks' | 'hours_per_week' | 'study_days' | 'interview_date'>

/**
 * The days a plan may use, from the learner's own today: weeks of seven days from the first study day, four at most,
 * none after the interview, and no day off. Throws PlanningError when no study day lies in it.
 */
export function planWindow(intake: Timing, today: string, breaks: BreakFact[] = []): PlanWindow {
  const { interview_date: interview } = intake
  if (interview !== null && interview < today)
    throw new PlanningError(
      'nothing_to_plan',
      'interview_date',
      'This interview date has passed. Choose a later one, or leave it empty.',
    )
  const start = firstStudyDay(intake, today, breaks)
  if (interview !== null && interview < start.toString())
    throw new PlanningError(
      'nothing_to_plan',
      'study_days',
      `Your next study day, ${start}, comes after the interview. Add a study day before it, or choose a later date.`,
    )
  const last = start.add({ days: Math.min(intake.timeline_weeks, MAX_WEEKS) * 7 - 1 }).toString()
  const end = interview !== null && interview < last ? interview : last
  const weeks: PlanWeekWindow[] = []
  for (let day = start; day.toString() <= end; day = day.add({ days: 7 }))
    weeks.push(weekFrom({ start: day, end, index: weeks.length + 1, intake, breaks }))
  return { start: start.toString(), end, weeks, studyDays: weeks.flatMap(({ studyDays }) => studyDays) }
}

/** The day of a review, brought forward to the interview where it would come after it. */
export function notAfterInterview(
  due: string,
  { interview_date: interview }: Pick<Intake, 'interview_date'>,
  today: string,
): string {
  return interview !== null && interview >= today && due > interview ? interview : due
}

function firstStudyDay(intake: Timing, today: string, breaks: BreakFact[]): Temporal.PlainDate {
  const first = Temporal.PlainDate.from(today)
  for (let days = 0; days < FARTHEST_START; days++) {
    const day = first.add({ days })
    if (isStudyDay(intake, day.toString()) && !isOff(breaks, day.toString())) return day
  }
  throw new PlanningError(
    'nothing_to_plan',
    'study_days',
    'Your days off leave no study day for more than a year. Take some of them back.',
  )
}

function weekFrom(options: {
  start: Temporal.PlainDate
  end: string
  index: number
  intake: Timing
  breaks: BreakFact[]
}): PlanWeekWindow {
  const { start, intake, index, breaks } = options
  const days = Array.from({ length: 7 }, (_, offset) => start.add({ days: offset })).filter(
    (day) => day.toString() <= options.end,
  )
  const studyDays = days.map(String).filter((date) => isStudyDay(intake, date) && !isOff(breaks, date))
  return {
    index,
    start: start.toString(),
    end: String(days.at(-1)),
    studyDays,
    minutes: Math.round((weekLimit(intake) * studyDays.length) / intake.study_days.length),
  }
}
