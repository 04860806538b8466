import { Check } from 'lucide-react'
import { cn } from '@/lib/cn.ts'
import { steps } from '../form.ts'

type StepProgressProps = {
  current: number
  /** Steps up to this one can be gone to. */
  reached: number
  onGo: (step: number) => void
}

/** Where one is in the questionnaire; steps that were seen can be gone back to. */
export function StepProgress({ current, reached, onGo }: StepProgressProps) {
  return (
    <nav aria-label="Steps">
      <ol className="grid grid-cols-5 gap-1.5 sm:gap-3">
        {steps.map(({ name }, index) => {
          const step = index + 1
          const isCurrent = step === current
          return (
            <li key={name}>
              <button
                type="button"
                disabled={step > reached}
                aria-current={isCurrent ? 'step' : undefined}
                onClick={() => onGo(step)}
                className="group flex w-full flex-col gap-2 rounded-md py-1 text-left"
              >
                <span
                  aria-hidden
                  className={cn(
                    'h-1 rounded-full transition-colors',
                    step <= reached ? 'bg-accent' : 'bg-border',
                    step <= reached && !isCurrent && 'opacity-45 group-hover:opacity-80',
                  )}
                />
                <span
                  className={cn(
                    'flex items-center gap-1 text-xs sm:text-sm',
                    isCurrent ? 'font-medium text-foreground' : 'text-subtle',
                  )}
                >
                  <span className="sr-only">{`Step ${step}: `}</span>
                  <span className={cn('whitespace-nowrap', !isCurrent && 'max-sm:sr-only')}>{name}</span>
                  {step < current && <Check aria-hidden className="size-3.5 shrink-0 text-accent" />}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
