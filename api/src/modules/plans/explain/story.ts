import { type Candidate, difficultyRank } from '../make/draft.ts'

/** An item with what the plan has held before it. All days are day numbers. */
export type Told = {
  item: Candidate
  day: number
  /** Its place in the whole plan: varies the words. */
  serial: number
  /** Whether it is the first item of its topic. */
  opens: boolean
  /** How many items of the topic came before it. */
  place: number
  /** Whether it is harder than all of the topic that came as new before it. */
  stepsUp: boolean
  /** When the topic came last, and on which days this problem came. */
  topicDay: number | null
  times: number[]
  /** The first day of each topic that came before it. */
  opened: ReadonlyMap<string, number>
}

/** Items in the order of a plan, each with what came before; `day` is a day number. */
export function tell(steps: readonly { item: Candidate; day: number }[]): Told[] {
  const places = new Map<string, number>()
  const reached = new Map<string, number>()
  const lastDay = new Map<string, number>()
  const times = new Map<string, number[]>()
  let opened: ReadonlyMap<string, number> = new Map()
  return steps.map(({ item, day }, serial) => {
    const { problem, kind } = item
    const { topic, slug } = problem
    const place = places.get(topic) ?? 0
    const rank = difficultyRank[problem.difficulty]
    const told: Told = {
      item,
      day,
      serial,
      opens: place === 0,
      place,
      stepsUp: kind === 'new' && rank > (reached.get(topic) ?? 3),
      topicDay: lastDay.get(topic) ?? null,
      times: times.get(slug) ?? [],
      opened,
    }
    places.set(topic, place + 1)
    if (kind !== 'review') reached.set(topic, Math.max(rank, reached.get(topic) ?? 0))
    lastDay.set(topic, day)
    times.set(slug, [...told.times, day])
    if (place === 0) opened = new Map([...opened, [topic, day]])
    return told
  })
}
