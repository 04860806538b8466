import { Temporal } from 'temporal-polyfill'
import type { Plan, PlanItem } from '../plans/plans.schemas.ts'

/** Where a problem is solved, and the learner's last attempt at it, as days of theirs. */
export type ProblemLink = { slug: string; title: string; url: string; last_attempt: string | null }

/** A plan as Markdown: a heading a week and a day, a task a problem, ticked where an attempt was made since. */
export function planToMarkdown({
  plan,
  made,
  links,
}: {
  plan: Plan
  /** The learner's day on which it was made. */
  made: string
  links: ProblemLink[]
}): string {
  const { plan_json: content } = plan
  const bySlug = new Map(links.map((link) => [link.slug, link]))
  const isDone = (item: PlanItem, date: string) => {
    const last = bySlug.get(item.slug)?.last_attempt
    return typeof last === 'string' && last >= (item.kind === 'review' ? date : made)
  }
  const nameOf = (slug: string, title: string) => {
    const link = bySlug.get(slug)
    return link ? `[${asText(title)}](${safeUrl(link.url)})` : asText(title)
  }
  const task = (item: PlanItem, date: string) =>
    `- [${isDone(item, date) ? 'x' : ' '}] ${kindWords[item.kind]}${nameOf(item.slug, item.title)} (${item.difficulty}, ${item.minutes} min): ${asText(item.reason)}`
  const weeks = content.weeks.flatMap((week) => [
    `## Week ${week.index}: ${asText(week.theme)}`,
    ...week.days.flatMap((day) => [
      `### ${longDay(day.date)} (${day.minutes} min)`,
      day.problems.map((item) => task(item, day.date)).join('\n'),
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
