import { cn } from '@/lib/cn.ts'

/** A grey block where content will be; say "Loading" once around a group of them. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse rounded-lg bg-muted', className)} />
}
