import { Temporal } from 'temporal-polyfill'
import { isFinished } from '../plans/item-status.ts'
import type { PlanItemView, PlanView } from '../plans/plans.schemas.ts'

/** Where a problem is solved. */
export type ProblemLink = { slug: string; title: string; url: string }

/** A plan as Markdown: a heading a week and a day, a task a problem, ticked where it is practised. */
export function planToMarkdown({ plan, links }: { plan: PlanView; links: ProblemLink[] }): string {
  const { plan_json: content } = plan
  const bySlug = new Map(links.map((link) => [link.slug, link]))
  const nameOf = (slug: string, title: string) => {
    const link = bySlug.get(slug)
    return link ? `[${asText(title)}](${safeUrl(link.url)})` : asText(title)
  }
  const task = (item: PlanItemView) =>
    `- [${isFinished(item) ? 'x' : ' '}] ${kindWords[item.kind]}${nameOf(item.slug, item.title)} (${[item.difficulty, `${item.minutes} min planned`, ...resultOf(item)].join(', ')}): ${asText(item.reason)}`
  const weeks = content.weeks.flatMap((week) => [
    `## Week ${week.index}: ${asText(week.theme)}`,
    ...week.days.flatMap((day) => [
      `### ${longDay(day.date)} (${day.minutes} min)`,
      day.problems.map((item) => task(item)).join('\n'),
    ]),
  ])
  const more = content.overflow.map(
    ({ slug, minutes, reason }) =>
      `- ${nameOf(slug, bySlug.get(slug)?.title ?? slug)} (${minutes} min): ${asText(reason)}`,
  )
  return [
    `# Practice plan, ${longDay(content.start_date)} to ${longDay(content.end_date)}`,
    asText(content.note),
    ...weeks,
    ...(more.length > 0 ? ['## If there is time', more.join('\n')] : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

/** "solved", "25 min", "felt hard"; nothing of what is open. */
function resultOf(item: PlanItemView): string[] {
  if (!isFinished(item)) return item.status === 'open' ? [] : [item.status]
  const { status, actual_minutes: minutes, rating } = item
  return [
    status,
    minutes === null ? 'minutes not recorded' : `${minutes} min`,
    ...(rating ? [`felt ${rating}`] : []),
  ]
}

const kindWords = { new: '', review: 'Review: ', probe: 'Probe: ' }

/** Text that stays text: nothing in it is markup. */
function asText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~!]/g, (letter) => `\\${letter}`)
}

/** An address that nothing in it can end early. */
function safeUrl(url: string): string {
  return url.replace(/[()<>\s\\]/g, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

function longDay(date: string): string {
  const words = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  // Some editions of the locale put a comma after the weekday.
  return Temporal.PlainDate.from(date).toLocaleString('en-GB', words).replace(',', '')
}
