'use client'

import { BookOpen, CalendarRange, ChartNoAxesColumn, History, ListChecks, Sun } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cn } from '@/lib/cn.ts'
import { routes } from '@/lib/routes.ts'

const places = [
  { href: routes.today, label: 'Today', icon: Sun },
  { href: routes.plan, label: 'Plan', icon: CalendarRange },
  { href: routes.problems, label: 'Problems', icon: ListChecks },
  { href: routes.patterns, label: 'Patterns', icon: BookOpen },
  { href: routes.progress, label: 'Progress', icon: ChartNoAxesColumn },
  { href: routes.plans, label: 'History', icon: History },
]

function useIsHere() {
  const pathname = usePathname()
  return (href: string) => pathname === href || pathname.startsWith(`${href}/`)
}

/** In the top bar, from 768 px. */
export function TopNavigation() {
  const isHere = useIsHere()
  return (
    <nav aria-label="Main" className="hidden items-center gap-1 md:flex">
      {places.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={isHere(href) ? 'page' : undefined}
          className="rounded-lg px-3 py-1.5 font-medium text-sm text-subtle transition-colors hover:bg-muted hover:text-foreground aria-[current=page]:bg-muted aria-[current=page]:text-foreground"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

/** At the thumb, on phones. */
export function TabBar() {
  const isHere = useIsHere()
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-border border-t bg-surface/95 pb-[env(safe-area-inset-bottom)] backdrop-blur md:hidden"
    >
      <ul className="mx-auto grid max-w-lg grid-cols-6">
        {places.map(({ href, label, icon: Icon }) => {
          const here = isHere(href)
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={here ? 'page' : undefined}
                className={cn(
                  'flex h-14 flex-col items-center justify-center gap-1 font-medium text-[0.6875rem] focus-visible:outline-offset-[-4px]',
                  here ? 'text-accent' : 'text-subtle',
                )}
              >
                <Icon aria-hidden className="size-5" strokeWidth={here ? 2.25 : 1.75} />
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
