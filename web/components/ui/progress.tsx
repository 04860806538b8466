import { cn } from '@/lib/cn.ts'

type ProgressProps = {
  value: number
  max?: number
  ariaLabel: string
  /** Spoken form of the value: "3 of 12 solved". */
  valueText?: string
  tone?: 'accent' | 'success'
  className?: string
}

export function Progress({
  value,
  max = 100,
  ariaLabel,
  valueText,
  tone = 'accent',
  className,
}: ProgressProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div
      role="progressbar"
      aria-label={ariaLabel}
      aria-valuenow={Math.min(Math.max(value, 0), max)}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuetext={valueText}
      className={cn('h-1.5 w-full overflow-hidden rounded-full bg-border', className)}
    >
      <div
        className={cn(
          'h-full rounded-full transition-[width] duration-500',
          tone === 'success' ? 'bg-success' : 'bg-accent',
        )}
        style={{ width: `${share * 100}%` }}
      />
    </div>
  )
}
