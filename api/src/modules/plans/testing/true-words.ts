import type { PlanJson } from '../plans.schemas.ts'
import { type DatedItem, listItems } from '../verify/verified-plan.ts'

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

/** Returns untrue claims about the plan in the words of open items. */
export function untrueWords(plan: PlanJson, isOpen: (item: DatedItem) => boolean): string[] {
  const items = listItems(plan)
  return items.flatMap((item, at) => {
    if (!isOpen(item)) return []
    const before = items.slice(0, at)
    const sameTopic = before.filter(({ topic }) => topic === item.topic)
    const wrong: string[] = []
    const met = /\bmet (?:it |this one )?on (\w+day)\b/i.exec(item.reason)?.[1]
    const meetings = before
      .filter(({ slug }) => slug === item.slug)
      .map(({ date }) => weekday.format(new Date(date)))
    if (met && item.kind === 'review' && !meetings.includes(met)) wrong.push(`was met on ${meetings}`)
    const saysItOpens = /opens with (an easy|a \w+) problem|begins here, at the|^A first step into/.test(
      item.reason,
    )
    if (saysItOpens && sameTopic.length > 0) wrong.push('does not open its topic')
    if (
      /^A second problem while|while the first one is fresh/.test(item.reason) &&
      sameTopic.at(-1)?.date !== item.date
    )
      wrong.push('follows nothing of its topic on its day')
    return wrong.map((what) => `${item.date} ${item.slug}: “${item.reason}” but it ${what}`)
  })
}
