import type { ModerationAction } from '@codify/api/contract'

export const actionLabels = [
  { value: 'keep', label: 'Keep it', variant: 'secondary' },
  { value: 'hide', label: 'Hide it', variant: 'secondary' },
  { value: 'delete', label: 'Delete it', variant: 'danger' },
] as const satisfies readonly { value: ModerationAction; label: string; variant: string }[]

export const doneWords: Record<ModerationAction, string> = {
  keep: 'Kept: everybody sees it.',
  hide: 'Hidden: only its author sees it.',
  delete: 'Deleted.',
}

export const logWords: Record<ModerationAction, string> = {
  keep: 'Kept',
  hide: 'Hid',
  delete: 'Deleted',
}
