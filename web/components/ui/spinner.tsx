import { LoaderCircle } from 'lucide-react'
import { cn } from '@/lib/cn.ts'

type SpinnerProps = { label?: string; className?: string }

/** Without a label it is decoration: whoever shows it says in words what is loading. */
export function Spinner({ label, className }: SpinnerProps) {
  const icon = <LoaderCircle aria-hidden className={cn('size-4 animate-spin', className)} />
  if (!label) return icon
  return (
    <span role="status" className="inline-flex items-center gap-2 text-sm text-subtle">
      {icon}
      {label}
    </span>
  )
}
