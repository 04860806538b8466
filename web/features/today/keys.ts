export const dayKeys = [
  { key: 'j', does: 'next', words: 'Next problem' },
  { key: 'k', does: 'previous', words: 'Problem before' },
  { key: 'd', does: 'solved', words: 'Done' },
  { key: 't', does: 'tried', words: 'Tried' },
  { key: 's', does: 'stuck', words: 'Stuck' },
  { key: 'x', does: 'skip', words: 'Skip' },
  { key: 'a', does: 'swap', words: 'Another like this' },
  { key: 'l', does: 'later', words: 'Later' },
  { key: 'u', does: 'undo', words: 'Undo the last step' },
  { key: '?', does: 'legend', words: 'Show these keys' },
] as const
export type DayKey = (typeof dayKeys)[number]['does']

type Press = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  repeat: boolean
  /** Whether it goes to a field, a menu or a dialog, whose own it is. */
  isTaken: boolean
}

const mayRepeat: readonly DayKey[] = ['next', 'previous']

/** What a press means for the day; nothing for presses that belong to someone else. */
export function dayKeyOf(press: Press): DayKey | undefined {
  if (press.isTaken || press.ctrlKey || press.metaKey || press.altKey) return undefined
  const found = dayKeys.find(({ key }) => key === press.key)?.does
  return found && press.repeat && !mayRepeat.includes(found) ? undefined : found
}

/** The place to go to from `current` (-1 is none yet), staying within the list. */
export function stepTo(current: number, step: 1 | -1, length: number): number {
  if (length === 0) return -1
  if (current < 0) return step === 1 ? 0 : length - 1
  return Math.min(length - 1, Math.max(0, current + step))
}
