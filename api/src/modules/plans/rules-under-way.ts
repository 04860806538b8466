import { LEAST_USED } from '../learner-day/learner-day.models.ts'
import { readHistory } from './history.ts'
import { type ItemStatus, isFinished, readItemStatuses } from './item-status.ts'
import type { PlanJson } from './plans.schemas.ts'
import type { RepackInput } from './repack.types.ts'
import { checkCatalogue, evidenceProblems } from './rules-facts.ts'
import { checkHardAfterMedium, checkOnce, checkPrerequisites, checkSolved } from './rules-order.ts'
import { checkOverflow } from './rules-previous.ts'
import { readUnderWay, spansCounted, type UnderWay } from './under-way.ts'
import {
  canBeNew,
  type DatedItem,
  listItems,
  sumMinutes,
  teachable,
  type VerifiedPlan,
} from './verified-plan.ts'
import { counted } from './words.ts'

type Finding = { problems: string[]; fine: string }

/** What was asked of a plan under way, and the facts it rests on. */
export type Change = Pick<RepackInput, 'facts' | 'order' | 'isTodayShorter'>

/** A plan under way and under proof: what is finished is history, what is open is held to the rules. */
export type Started = {
  change: Change
  verified: VerifiedPlan
  before: PlanJson
  statuses: Map<string, ItemStatus>
  underWay: UnderWay
  open: DatedItem[]
  finished: DatedItem[]
}

export function readStarted(options: {
  plan: Omit<PlanJson, 'certificate'>
  before: PlanJson
  change: Change
}): Started {
  const { plan, before, change } = options
  const { facts } = change
  const underWay = readUnderWay(plan, facts)
  const items = listItems(plan)
  const statuses = readItemStatuses(before, facts.attempts, facts.previousMadeAt)
  const finished = items.filter(({ item_id }) => isFinished(statuses.get(item_id)))
  const open = items.filter((item) => !finished.includes(item))
  const weeks = underWay.weeks.map(({ index, start, end, openDays }) => ({
    index,
    start,
    end,
    studyDays: openDays,
    minutes: underWay.weekLimit,
  }))
  const window = {
    start: underWay.start,
    end: underWay.end,
    weeks,
    studyDays: weeks.flatMap(({ studyDays }) => studyDays),
  }
  const problems = new Map(facts.problems.map((problem) => [problem.slug, problem]))
  const verified = { plan, facts, window, history: readHistory(facts), items, problems }
  return { change, verified, before, statuses, underWay, open, finished }
}

const onlyOpen = ({ verified, open }: Started): VerifiedPlan => ({ ...verified, items: open })

export const checkOpenCatalogue = (started: Started): Finding => checkCatalogue(onlyOpen(started))
export const checkOpenSolved = (started: Started): Finding => checkSolved(onlyOpen(started))
export const checkListed = ({ verified }: Started): Finding => checkOverflow(verified)

/** H8: a piece of evidence that came with the plan was proven then; what is new is proven now. */
export function checkNewEvidence({ verified, before, open }: Started): Finding {
  const known = new Map(listItems(before).map((item) => [item.item_id, item.evidence]))
  let added = 0
  const problems = open.flatMap((item) => {
    const proven = new Set(known.get(item.item_id)?.map((piece) => JSON.stringify(piece)))
    const pieces = item.evidence.filter((piece) => !proven.has(JSON.stringify(piece)))
    added += pieces.length
    return evidenceProblems({ verified, item, pieces })
  })
  return { problems, fine: `${counted(added, 'new piece')} of evidence, all from stored facts.` }
}

/** H2, H4 and H6 on the open items, each after all that is finished. */
export function checkOpenOrder(started: Started, check: 'H2' | 'H4' | 'H6'): Finding {
  const { verified, finished, open } = started
  const rule = { H2: checkPrerequisites, H4: checkOnce, H6: checkHardAfterMedium }[check]
  const past = rule({ ...verified, items: finished }).problems
  const all = rule({ ...verified, items: [...finished, ...open] })
  // What is finished may have come in any order: only what the open items add counts.
  const counted = new Map<string, number>()
  for (const problem of past) counted.set(problem, (counted.get(problem) ?? 0) + 1)
  const problems = all.problems.filter((problem) => {
    const left = counted.get(problem) ?? 0
    if (left > 0) counted.set(problem, left - 1)
    return left === 0
  })
  return { problems, fine: all.fine }
}

/** H3: no open item makes its day or week too long; a week that is over already gets nothing more. */
export function checkOpenMinutes({ verified, underWay, open }: Started): Finding {
  const { plan, problems: catalogue } = verified
  const isOpen = new Set(open.map(({ item_id }) => item_id))
  const problems: string[] = []
  for (const week of plan.weeks) {
    const minutes = sumMinutes(week.days)
    if (week.minutes !== minutes) problems.push(`the minutes of week ${week.index} are not its days'`)
    const adds = week.days.some((day) => day.problems.some(({ item_id }) => isOpen.has(item_id)))
    if (adds && minutes > underWay.weekLimit)
      problems.push(`week ${week.index} takes ${counted(minutes, 'minute')}`)
    for (const day of week.days) {
      const sum = sumMinutes(day.problems)
      if (day.minutes !== sum) problems.push(`the minutes of ${day.date} are not its items'`)
      if (day.problems.some(({ item_id }) => isOpen.has(item_id)) && sum > underWay.dayLimit)
        problems.push(`${day.date} takes ${sum} minutes`)
    }
  }
  for (const item of open) {
    const whole = catalogue.get(item.slug)?.minutes ?? item.minutes
    const wrong = item.kind === 'review' ? item.minutes < 1 || item.minutes > whole : item.minutes !== whole
    if (wrong) problems.push(`${item.slug} is planned with ${counted(item.minutes, 'minute')}`)
  }
  return {
    problems,
    fine: `Nothing that is open takes a week over ${underWay.weekLimit} minutes or a day over ${Math.floor(underWay.dayLimit)}.`,
  }
}

/** H5: what is open lies on open days: from today on, on study days, in no break. */
export function checkOpenDates({ verified, underWay, open, before }: Started): Finding {
  const { plan } = verified
  const problems: string[] = []
  if (plan.start_date !== before.start_date || plan.end_date !== underWay.end)
    problems.push(`the plan runs from ${plan.start_date} to ${plan.end_date}`)
  const days = new Set(underWay.weeks.flatMap(({ openDays }) => openDays))
  for (const { slug, date } of open)
    if (!days.has(date)) problems.push(`${slug} is on ${date}, which is not open`)
  let last = ''
  for (const week of plan.weeks)
    for (const { date } of week.days) {
      const span = underWay.weeks.find(({ index }) => index === week.index)
      if (!span || date < span.start || date > span.end) problems.push(`${date} is not in week ${week.index}`)
      if (date <= last) problems.push(`${date} is out of order`)
      last = date
    }
  return { problems, fine: 'What is open lies on study days from today on, and on no day off.' }
}

/** H9: what is finished is as it was, and nothing open has gone without being told. */
export function checkKept({ verified, before, statuses }: Started): Finding {
  const { plan, facts } = verified
  const after = new Map(listItems(plan).map((item) => [item.item_id, item]))
  const told = new Set(plan.changes?.removed.map(({ slug }) => slug) ?? [])
  const problems = listItems(before).flatMap((item) => {
    const now = after.get(item.item_id)
    if (!isFinished(statuses.get(item.item_id))) {
      if (now && now.slug !== item.slug) return [`item ${item.item_id} is another problem now`]
      return now || told.has(item.slug) ? [] : [`${item.slug} is gone without a word`]
    }
    const same = now && now.slug === item.slug && now.kind === item.kind && now.minutes === item.minutes
    if (!same) return [`${item.slug} is finished and was changed`]
    return item.date <= facts.today && now.date !== item.date
      ? [`${item.slug} is finished and was moved`]
      : []
  })
  return { problems, fine: 'What is finished is untouched, and what is gone is told.' }
}

/**
 * H0: of each span of days that counts at least 60 % is planned, unless nothing that is not planned could stand at the
 * end of one of its days.
 */
export function checkUsed(started: Started): Finding {
  const { plan } = started.verified
  const problems: string[] = []
  if (plan.weeks.some(({ days }) => days.some((day) => day.problems.length === 0)))
    problems.push('a day is empty')
  const told = spansCounted(started.change).map((from) => {
    const { used, time } = usedFrom(from, started)
    const days = from > started.change.facts.today ? 'the time after today' : 'the time from today on'
    const percent = `${Math.round((100 * used) / time)} %`
    if (used < LEAST_USED * time && couldStand(from, started))
      problems.push(`only ${percent} of ${days} is used`)
    return `Of ${days} ${time === 0 ? 'none is left' : `${percent} is used`}.`
  })
  return { problems, fine: told.join(' ') }
}

/** Minutes planned from a day on, and the learner's minutes of those days that the weeks still allow. */
function usedFrom(from: string, { verified, underWay, change }: Started): { used: number; time: number } {
  const { plan, items } = verified
  const share = underWay.weekLimit / change.facts.intake.study_days.length
  const weekMinutes = new Map(plan.weeks.map((week) => [week.index, sumMinutes(week.days)]))
  let time = 0
  let used = 0
  for (const { index, openDays } of underWay.weeks) {
    const days = openDays.filter((date) => date >= from)
    const planned = sumMinutes(items.filter(({ week, date }) => week === index && days.includes(date)))
    const room = underWay.weekLimit - (weekMinutes.get(index) ?? 0) + planned
    time += Math.max(0, Math.min(days.length * share, room))
    used += planned
  }
  return { used, time }
}

/** Whether some problem that is not planned, and that the learner did not send away, may be added to the end of a day. */
function couldStand(from: string, { change, verified, underWay, open, finished, before }: Started): boolean {
  const { plan, history, problems } = verified
  const { order } = change
  const sentAway = listItems(before).find((item) => 'itemId' in order && item.item_id === order.itemId)?.slug
  const planned = new Set([...open, ...finished].map(({ slug }) => slug))
  const left = teachable(verified).filter(
    (problem) =>
      !planned.has(problem.slug) &&
      !history.skipped.has(problem.slug) &&
      problem.slug !== sentAway &&
      canBeNew(verified, problem),
  )
  const dayMinutes = new Map(plan.weeks.flatMap(({ days }) => days).map((day) => [day.date, day.minutes]))
  const weekMinutes = new Map(plan.weeks.map((week) => [week.index, week.minutes]))
  const solvedMediums = [...history.met].flatMap(([slug, { solved }]) => {
    const problem = problems.get(slug)
    return solved && problem?.difficulty === 'medium' ? [problem.topic] : []
  })
  return underWay.weeks.some(({ index, openDays }) =>
    openDays
      .filter((date) => date >= from)
      .some((date) => {
        const sooner = [...finished, ...open.filter((item) => item.date <= date)]
        const mediums = new Set([
          ...solvedMediums,
          ...sooner.flatMap(({ kind, difficulty, topic }) =>
            kind !== 'review' && difficulty === 'medium' ? [topic] : [],
          ),
        ])
        const room = Math.min(
          underWay.dayLimit - (dayMinutes.get(date) ?? 0),
          underWay.weekLimit - (weekMinutes.get(index) ?? 0),
        )
        return left.some(
          (problem) =>
            problem.minutes <= room &&
            (problem.difficulty !== 'hard' || mediums.has(problem.topic)) &&
            mayOpen(verified, sooner, problem.topic),
        )
      }),
  )
}

function mayOpen(verified: VerifiedPlan, sooner: DatedItem[], topic: string): boolean {
  if (sooner.some((item) => item.topic === topic)) return true
  const last = sooner.at(-1)
  const probe = last && verified.facts.problems.find((problem) => problem.topic === topic)
  if (!last || !probe) {
    const first = verified.facts.topics.find(({ slug }) => slug === topic)
    return first?.prerequisites.length === 0
  }
  const item: DatedItem = { ...last, ...probe, item_id: 'one-more', kind: 'new' }
  const found = checkPrerequisites({ ...verified, items: [...sooner, item] }).problems
  return !found.some((problem) => problem.startsWith(`${topic} starts`))
}
