import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn.ts'

const badgeStyle = cva(
  'inline-flex items-center gap-1 whitespace-nowrap rounded-md px-2 py-0.5 font-medium text-xs tabular-nums [&_svg]:size-3',
  {
    variants: {
      tone: {
        neutral: 'bg-muted text-subtle',
        accent: 'bg-accent-soft text-accent',
        success: 'bg-success-soft text-success',
        warning: 'bg-warning-soft text-warning',
        danger: 'bg-danger-soft text-danger',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

export type BadgeTone = NonNullable<VariantProps<typeof badgeStyle>['tone']>

type BadgeProps = ComponentProps<'span'> & { tone?: BadgeTone }

export function Badge({ tone, className, ...props }: BadgeProps) {
  return <span className={cn(badgeStyle({ tone }), className)} {...props} />
}
