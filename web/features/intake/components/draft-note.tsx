import { History } from 'lucide-react'

/** Says quietly that what was typed is back, and how to be rid of it. */
export function DraftNote({ isEditing, onStartOver }: { isEditing: boolean; onStartOver: () => void }) {
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg bg-muted px-4 py-2.5 text-sm text-subtle"
    >
      <History aria-hidden className="size-4" />
      We kept what you had typed.
      <button
        type="button"
        onClick={onStartOver}
        className="rounded-md font-medium text-accent hover:text-accent-hover"
      >
        {isEditing ? 'Go back to what is saved' : 'Start over'}
      </button>
    </p>
  )
}
