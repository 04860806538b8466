import type { Difficulty } from '../../problems/problems.schemas.ts'
import type { ItemKind, scoreParts } from '../plans.schemas.ts'

export type ScorePart = (typeof scoreParts)[number]

export type ScoredItem = {
  /** Days since 1970-01-01. */
  day: number
  week: number
  slug: string
  topic: string
  pattern: string
  difficulty: Difficulty
  kind: ItemKind
  minutes: number
}

/** What the score needs to know besides the items, in the plan's order. */
export type ScoreContext = {
  studyDays: number[]
  /** The plan's last day. */
  end: number
  weeks: { index: number; minutes: number; whole: boolean }[]
  weakTopics: Set<string>
  /** Topics that may be practised as new and are not weak. */
  otherTopics: Set<string>
  /** New problems of weak topics that the catalogue still holds. */
  weakProblems: number
}

export const scoreWeights: Record<ScorePart, number> = {
  spacing: 25,
  weak_topics: 20,
  interleaving: 15,
  ramp: 15,
  variety: 10,
  slack: 10,
  practice: 5,
}

const rank: Record<Difficulty, number> = { easy: 0, medium: 1, hard: 2 }

/** The soft score, 0–100, and the points of each part. */
export function scoreItems(items: ScoredItem[], context: ScoreContext) {
  const byTopic = Map.groupBy(items, ({ topic }) => topic)
  const shares: Record<ScorePart, number> = {
    spacing: spacing(byTopic, context),
    weak_topics: weakTopics(items, context),
    interleaving: interleaving(items),
    ramp: ramp(byTopic),
    variety: variety(items, context),
    slack: slack(items, context),
    practice: items.length > 0 ? 1 : 0,
  }
  const points = (part: ScorePart) => Math.round(shares[part] * scoreWeights[part] * 10) / 10
  const parts: Record<ScorePart, number> = {
    spacing: points('spacing'),
    weak_topics: points('weak_topics'),
    interleaving: points('interleaving'),
    ramp: points('ramp'),
    variety: points('variety'),
    slack: points('slack'),
    practice: points('practice'),
  }
  const sum = Object.values(parts).reduce((total, part) => total + part, 0)
  return { score: Math.round(sum * 10) / 10, parts }
}

/** Each taught topic comes back on two later days, the gaps near a fifth of the days left. */
function spacing(byTopic: Map<string, ScoredItem[]>, { studyDays, end }: ScoreContext): number {
  const wanted = Math.min(2, studyDays.length - 1)
  if (wanted <= 0) return 1
  const scores: number[] = []
  for (const items of byTopic.values()) {
    const first = items.find(({ kind }) => kind === 'new')
    if (!first) continue
    const days = [...new Set(items.map(({ day }) => day))].filter((day) => day >= first.day)
    const returns = days.slice(1, 1 + wanted)
    const gaps = returns.map((day, at) => gapQuality({ from: days[at] ?? day, to: day, end, studyDays }))
    const quality = gaps.reduce((total, gap) => total + gap, 0) / wanted
    const reviewed = reviewQuality(items, { studyDays, end })
    scores.push(0.5 * (returns.length / wanted) + 0.15 * reviewed + 0.35 * quality)
  }
  return mean(scores)
}

/** The share of a topic's reviews that leave enough days since the problem last came; none without a review. */
function reviewQuality(
  items: ScoredItem[],
  { studyDays, end }: { studyDays: number[]; end: number },
): number {
  const last = new Map<string, number>()
  const gaps: number[] = []
  for (const { slug, kind, day } of items) {
    const from = last.get(slug)
    if (kind === 'review') gaps.push(from === undefined ? 1 : enoughDays({ from, to: day, end, studyDays }))
    last.set(slug, day)
  }
  return gaps.length === 0 ? 0 : mean(gaps)
}

/** Full from half the ideal gap on, or when no study day left it so long; in proportion when sooner. */
function enoughDays({ from, to, end, studyDays }: Gap): number {
  const ideal = Math.max(1, (end - from) / 5)
  const next = studyDays.find((day) => day > from && day - from >= ideal / 2)
  return next === undefined || to >= next ? 1 : Math.min(1, (to - from) / (ideal / 2))
}

type Gap = { from: number; to: number; end: number; studyDays: number[] }

/** Full from half the ideal gap to twice of it, or on the study days next to it; none at four times. */
function gapQuality(gap: Gap): number {
  const ideal = gap.from + Math.max(1, (gap.end - gap.from) / 5)
  const before = gap.studyDays.findLast((day) => day > gap.from && day <= ideal)
  const after = gap.studyDays.find((day) => day >= ideal)
  if (gap.to === before || gap.to === after) return 1
  const ratio = (gap.to - gap.from) / (ideal - gap.from)
  if (ratio < 0.5) return ratio * 2
  return ratio <= 2 ? 1 : Math.max(0, 1 - (ratio - 2) / 2)
}

/** 40–60 % of new minutes on weak topics, as far as there are weak topics and others. */
function weakTopics(items: ScoredItem[], context: ScoreContext): number {
  const fresh = items.filter(({ kind }) => kind === 'new')
  if (context.weakTopics.size === 0 || context.weakProblems === 0 || fresh.length === 0) return 1
  const weak = fresh.filter(({ topic }) => context.weakTopics.has(topic))
  const share = minutesOf(weak) / minutesOf(fresh)
  if (share < 0.4) return weak.length >= context.weakProblems ? 1 : share / 0.4
  if (share <= 0.6 || context.otherTopics.size === 0) return 1
  return 1 - (share - 0.6) / 0.4
}

/** At most a fifth of neighbours share a topic; the pair that opens a topic does not count. */
function interleaving(items: ScoredItem[]): number {
  const opened = new Set<string>()
  let pairs = 0
  let same = 0
  items.forEach((item, at) => {
    const next = items[at + 1]
    const opens = !opened.has(item.topic)
    opened.add(item.topic)
    if (!next || (opens && next.topic === item.topic)) return
    pairs += 1
    if (next.topic === item.topic) same += 1
  })
  const share = pairs === 0 ? 0 : same / pairs
  return share <= 0.2 ? 1 : 1 - (share - 0.2) / 0.8
}

/** Within a topic, no first contact is easier than the one before it. */
function ramp(byTopic: Map<string, ScoredItem[]>): number {
  let steps = 0
  let falls = 0
  for (const items of byTopic.values()) {
    const met = items.filter(({ kind }) => kind !== 'review').map(({ difficulty }) => rank[difficulty])
    met.slice(1).forEach((now, at) => {
      steps += 1
      if (now < (met[at] ?? now)) falls += 1
    })
  }
  return steps === 0 ? 1 : Math.max(0, 1 - (3 * falls) / steps)
}

/** Different main patterns and topics among what is new, and no pattern over a third of a week. */
function variety(items: ScoredItem[], { weakTopics, otherTopics }: ScoreContext): number {
  const fresh = items.filter(({ kind }) => kind !== 'review')
  if (fresh.length === 0) return 1
  const patterns = new Set(fresh.map(({ pattern }) => pattern)).size / Math.min(20, fresh.length * 0.6)
  const reachable = Math.max(1, new Set([...weakTopics, ...otherTopics]).size)
  const topics =
    new Set(items.map(({ topic }) => topic)).size / Math.min(reachable, 8, Math.ceil(fresh.length / 3))
  const weeks = [...Map.groupBy(fresh, ({ week }) => week).values()].filter(({ length }) => length >= 4)
  const even = weeks.map((week) => {
    const largest = Math.max(
      ...[...Map.groupBy(week, ({ pattern }) => pattern).values()].map(({ length }) => length),
    )
    return largest * 3 <= week.length + 2 ? 1 : 0
  })
  return 0.4 * Math.min(1, patterns) + 0.3 * Math.min(1, topics) + 0.3 * (even.length > 0 ? mean(even) : 1)
}

/** Weeks at 80–90 % of their minutes; a week that the interview cuts may be full. */
function slack(items: ScoredItem[], { weeks }: ScoreContext): number {
  return mean(
    weeks
      .filter(({ minutes }) => minutes > 0)
      .map(({ index, minutes, whole }) => {
        const load = minutesOf(items.filter(({ week }) => week === index)) / minutes
        const most = whole ? 0.9 : 1
        if (load < 0.8) return load / 0.8
        return load <= most ? 1 : Math.max(0, 1 - (load - most) / 0.3)
      }),
  )
}

function minutesOf(items: ScoredItem[]): number {
  return items.reduce((total, { minutes }) => total + minutes, 0)
}

function mean(numbers: number[]): number {
  return numbers.length === 0 ? 1 : numbers.reduce((total, one) => total + one, 0) / numbers.length
}
