import type { LiveState } from './live.repository.ts'
import { type LiveKind, liveKinds } from './live.schemas.ts'

/** A state as the id of an event. */
export function toEventId(state: LiveState): string {
  return liveKinds.map((kind) => state[kind]).join('.')
}

/** What differs between the state that a caller knows, by the id of their last event, and the present one. */
export function changedSince(known: string, state: LiveState): LiveKind[] {
  const parts = known.split('.')
  return liveKinds.filter((kind, at) => parts[at] !== state[kind])
}
