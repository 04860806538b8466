import type { LiveState } from './live.repository.ts'
import { type LiveKind, liveKinds } from './live.schemas.ts'

/** A state as the id of an event. */
export function toEventId(state: LiveState): string {
  return liveKinds.map((kind) => state[kind]).join('.')
}

/** Kinds whose state is no longer the one that the caller knows by the id of their last event. */
export function changedSince(known: string, state: LiveState): LiveKind[] {
  const parts = known.split('.')
  return liveKinds.filter((kind, at) => parts[at] !== state[kind])
}
