import { type GenerationEvent, generationEventSchema, type PlanDay } from '@codify/api/contract'

export type Stage = { stage: string; detail: string }

/** All that one has seen of a generation so far. */
export type GenerationProgress = {
  /** The number of the newest event, from 1. A stream that begins anew repeats what came before it. */
  seen: number
  stages: readonly Stage[]
  days: readonly { week: number; day: PlanDay }[]
  end: { type: 'done'; planId: string } | { type: 'failed'; code: string; detail: string } | null
}

export const nothingYet: GenerationProgress = { seen: 0, stages: [], days: [], end: null }

/** Takes in one event; one that was seen already, or that comes after the end, changes nothing. */
export function follow(
  progress: GenerationProgress,
  { seq, event }: { seq: number; event: GenerationEvent },
): GenerationProgress {
  if (seq <= progress.seen || progress.end) return progress
  const seen = { ...progress, seen: seq }
  switch (event.type) {
    case 'stage':
      return { ...seen, stages: withStage(progress.stages, event) }
    case 'day':
      return { ...seen, days: withDay(progress.days, event) }
    case 'done':
      return { ...seen, end: { type: 'done', planId: event.plan_id } }
    case 'failed':
      return { ...seen, end: { type: 'failed', code: event.code, detail: event.detail } }
  }
}

/** An event as the stream carries it: its type, its number as text, and the rest as JSON. */
export function parseEvent({
  type,
  lastEventId,
  data,
}: {
  type: string
  lastEventId: string
  data: string
}): { seq: number; event: GenerationEvent } | undefined {
  const seq = Number(lastEventId)
  const event = generationEventSchema.safeParse(withType(type, data))
  return Number.isInteger(seq) && seq > 0 && event.success ? { seq, event: event.data } : undefined
}

/** A generation that another worker took up tells its stages again. */
function withStage(stages: readonly Stage[], { stage, detail }: Stage): Stage[] {
  const before = stages.findIndex((each) => each.stage === stage)
  const kept = before < 0 ? stages : stages.slice(0, before)
  return [...kept, { stage, detail }]
}

function withDay(days: GenerationProgress['days'], { week, day }: { week: number; day: PlanDay }) {
  return [...days.filter((each) => each.day.date !== day.date), { week, day }]
}

function withType(type: string, data: string): unknown {
  try {
    const rest: unknown = JSON.parse(data)
    return typeof rest === 'object' ? { ...rest, type } : undefined
  } catch {
    return undefined
  }
}
