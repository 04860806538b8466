import { Button } from '@/components/ui/button.tsx'

type OtherDeviceProps = { onTake: () => void; onKeep: () => void }

/** Two devices went on apart: the learner says which code goes on. */
export function OtherDevice({ onTake, onKeep }: OtherDeviceProps) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-border border-b bg-warning-soft px-4 py-2.5 text-sm"
    >
      <p className="min-w-0 flex-1">
        Another device has newer code for this. Taking it can be undone in the editor.
      </p>
      <Button variant="secondary" size="sm" onClick={onTake}>
        Take the newer
      </Button>
      <Button variant="secondary" size="sm" onClick={onKeep}>
        Keep this one
      </Button>
    </div>
  )
}
