import type {
  Activity,
  Difficulty,
  DifficultyPace,
  Load,
  MasteryLevel,
  ProgressWeek,
} from '@codify/api/contract'
import { formatDay, formatMinutes } from '../../lib/calendar-day.ts'
import { count } from '../../lib/count.ts'
import type { MapTopic } from './topic-map.ts'
import { monthsOf } from './year.ts'

export const levelWords: Record<MasteryLevel, { label: string; meaning: string }> = {
  solid: { label: 'Solid', meaning: 'Several problems went well, on different days.' },
  learning: { label: 'Learning', meaning: 'Under way; not enough was measured, or it goes middling.' },
  shaky: { label: 'Shaky', meaning: 'Enough was measured, and it went badly more often than not.' },
  new: { label: 'New', meaning: 'Nothing of it was tried yet.' },
}

export const difficultyWords: Record<Difficulty, string> = { easy: 'Easy', medium: 'Medium', hard: 'Hard' }

/** Solves below which a pace says little. */
export const fewestSolves = 5

/** The weeks from the first with anything in it, and four at least. */
export function shownWeeks(weeks: readonly ProgressWeek[]): readonly ProgressWeek[] {
  const first = weeks.findIndex(({ planned, actual, unrecorded }) => planned + actual + unrecorded > 0)
  return first < 0 ? [] : weeks.slice(Math.min(first, weeks.length - 4))
}

export function weeksInWords(weeks: readonly ProgressWeek[]): string {
  const shown = shownWeeks(weeks)
  const sum = (read: (week: ProgressWeek) => number) => shown.reduce((total, week) => total + read(week), 0)
  const [planned, actual] = [sum((week) => week.planned), sum((week) => week.actual)]
  if (shown.length === 0) return 'Nothing was planned or practised in the last twelve weeks.'
  const time = `You practised ${formatMinutes(actual)} in ${shown.length} weeks${notRecorded(sum((week) => week.unrecorded))}`
  if (planned === 0) return `${time}, without a plan for them.`
  return `${time}; ${formatMinutes(planned)} were planned. This week goes up to today.`
}

/** " (2 attempts without minutes)"; nothing where all have some. */
function notRecorded(unrecorded: number): string {
  return unrecorded === 0 ? '' : ` (${count(unrecorded, 'attempt')} without minutes)`
}

export function yearInWords(activity: Activity): string {
  if (activity.days.length === 0) return 'No practice in the last year yet.'
  const [best] = monthsOf(activity).toSorted((a, b) => b.minutes - a.minutes)
  const days = count(activity.days.length, 'day')
  const time = `You practised on ${days} of the last year: ${formatMinutes(activity.minutes)} in ${count(activity.attempts, 'attempt')}${notRecorded(activity.unrecorded)}`
  return best && activity.days.length > 1 ? `${time}, most of it in ${best.title}.` : `${time}.`
}

export function loadInWords({ days, waiting_minutes: waiting }: Load, planEnd: string | null): string {
  const ofDay = (day: Load['days'][number]) => day.new_minutes + day.review_minutes
  const all = days.reduce((sum, day) => sum + ofDay(day), 0)
  const reviews = days.reduce((sum, day) => sum + day.review_minutes, 0)
  const [fullest] = days.toSorted((a, b) => ofDay(b) - ofDay(a))
  const last = days.at(-1)
  const parts = [
    all === 0 || !fullest
      ? 'Nothing is planned and no review falls due in the next 14 days.'
      : `${formatMinutes(all)} lie ahead, ${reviews === 0 ? 'none' : formatMinutes(reviews)} of it reviews. The fullest day is ${formatDay(fullest.date)} with ${formatMinutes(ofDay(fullest))}.`,
  ]
  if (planEnd !== null && last && planEnd < last.date)
    parts.push(`After ${formatDay(planEnd)}, when the plan ends, only reviews that fall due are counted.`)
  if (waiting > 0) parts.push(`${formatMinutes(waiting)} of reviews find no room in these days.`)
  return parts.join(' ')
}

export function paceInWords(paces: readonly DifficultyPace[]): string {
  const told = paces.flatMap(({ difficulty, ratio, solves }) =>
    ratio === null || solves < fewestSolves ? [] : [`${difficulty} problems ${againstEstimate(ratio)}`],
  )
  return told.length === 0
    ? `From ${fewestSolves} first solves with minutes of a difficulty on, this says how your time compares.`
    : `${capital(inSentence(told))}.`
}

/** "20% longer than estimated" */
export function againstEstimate(ratio: number): string {
  const share = Math.round(Math.abs(ratio - 1) * 100)
  return share < 5
    ? 'take as long as estimated'
    : `take ${share}% ${ratio > 1 ? 'longer' : 'less'} than estimated`
}

/** How measured results stand to what the learner said of themselves. */
export function ratingsInWords(topics: readonly Pick<MapTopic, 'measuredRating' | 'selfRating'>[]): string {
  const gaps = topics.flatMap(({ measuredRating, selfRating }) =>
    measuredRating === null || selfRating === null ? [] : [measuredRating - selfRating],
  )
  if (!topics.some(({ measuredRating }) => measuredRating !== null))
    return 'Nothing is measured yet: a topic needs three attempts, on two days, at two problems.'
  const told = [
    [gaps.filter((gap) => gap > 0).length, 'better than you said'],
    [gaps.filter((gap) => gap < 0).length, 'worse than you said'],
    [gaps.filter((gap) => gap === 0).length, 'as you said'],
  ] as const
  const parts = told.filter(([amount]) => amount > 0)
  const first = parts.map(
    ([amount, how], at) =>
      `${at === 0 ? `${count(amount, 'topic')} ${amount === 1 ? 'goes' : 'go'}` : amount} ${how}`,
  )
  return `${first.length > 0 ? `${capital(inSentence(first))}. ` : ''}What is measured counts in your next plan, instead of what you said.`
}

/** "2 higher": how what was measured stands to what was said. */
export function gapInWords({
  measuredRating,
  selfRating,
}: Pick<MapTopic, 'measuredRating' | 'selfRating'>): string {
  if (measuredRating === null) return 'not measured yet'
  if (selfRating === null) return 'not rated'
  const gap = measuredRating - selfRating
  return gap === 0 ? 'the same' : `${Math.abs(gap)} ${gap > 0 ? 'higher' : 'lower'}`
}

export function mapInWords(topics: readonly Pick<MapTopic, 'level'>[]): string {
  const of = (level: MasteryLevel) => topics.filter((topic) => topic.level === level).length
  const told = (['solid', 'learning', 'shaky', 'new'] as const)
    .filter((level) => of(level) > 0)
    .map((level) => `${of(level)} ${of(level) === 1 ? 'is' : 'are'} ${levelWords[level].label.toLowerCase()}`)
  return `Of ${topics.length} topics ${inSentence(told)}.`
}

function inSentence(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
