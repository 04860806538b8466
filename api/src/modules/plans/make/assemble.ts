import { parse, v5 as uuidv5 } from 'uuid'
import { evidenceFor } from '../explain/evidence.ts'
import { sentences } from '../explain/reasons.ts'
import { tell } from '../explain/story.ts'
import { weekTheme } from '../explain/themes.ts'
import type { PlanItem, PlanJson, PlanWeek } from '../plans.schemas.ts'
import { changesBetween } from './changes.ts'
import type { Draft } from './draft.ts'
import { overflowOf } from './overflow.ts'
import { dayOf, minutesOf } from './plan-day.ts'

const ITEM_NAMESPACE = parse('0d7e6a4e-1c3b-4f0a-9d57-6a0b6c1f52d4')

/** Turns a draft into the plan people see: dates, reasons, evidence, overflow and changes. */
export function assemble(options: {
  draft: Draft
  seed: string
  themes: (string | null)[]
  source: PlanJson['source']
  model: string | null
  note: string
}): Omit<PlanJson, 'certificate'> {
  const { draft, seed, themes, source, model, note } = options
  const { situation } = draft
  const { items, openers } = describeItems(draft, seed)
  const weeks = situation.window.weeks.map((week, at): PlanWeek => {
    const days = week.studyDays.flatMap((date) => {
      const problems = draft.items.flatMap((one, place) => {
        const item = items[place]
        return item && situation.window.studyDays[one.day] === date ? [item] : []
      })
      return problems.length > 0 ? [dayOf({ titles: situation.needs, date, problems, openers })] : []
    })
    const all = days.flatMap(({ problems }) => problems)
    return {
      index: week.index,
      theme: themes[at] ?? weekTheme({ situation, items: all, openers, first: at === 0 }),
      minutes: minutesOf(all),
      days,
    }
  })
  const planned = new Set(draft.items.map(({ problem }) => problem.slug))
  return {
    weeks,
    start_date: situation.window.start,
    end_date: situation.window.end,
    source,
    model,
    note,
    overflow: overflowOf(situation, planned),
    changes: changesBetween(situation, weeks),
  }
}

type Described = { items: PlanItem[]; openers: Set<string> }

function describeItems(draft: Draft, seed: string): Described {
  const { situation } = draft
  const sentence = sentences(situation)
  const openers = new Set<string>()
  const taught = new Set<string>()
  const reviews = new Map<string, number>()
  const story = tell(draft.items.map((item) => ({ item, day: situation.days[item.day] ?? 0 })))
  const items = draft.items.flatMap(({ problem, kind, minutes, keptId, proposedReason }, at) => {
    const told = story[at]
    if (!told) return []
    const time = kind === 'review' ? (reviews.get(problem.slug) ?? 0) + 1 : 1
    if (kind === 'review') reviews.set(problem.slug, time)
    const evidence = evidenceFor(situation, told)
    const item_id = keptId ?? uuidv5(`${seed}/${problem.slug}/${kind}/${time}`, ITEM_NAMESPACE)
    if (kind === 'new' && !taught.has(problem.topic)) openers.add(item_id)
    if (kind === 'new') taught.add(problem.topic)
    return {
      item_id,
      id: problem.id,
      slug: problem.slug,
      title: problem.title,
      topic: problem.topic,
      difficulty: problem.difficulty,
      kind,
      minutes,
      reason: proposedReason ?? sentence(told, evidence),
      evidence,
    }
  })
  return { items, openers }
}
