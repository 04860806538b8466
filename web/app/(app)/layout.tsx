import Link from 'next/link'
import type { ReactNode } from 'react'
import { AccountMenu } from '@/components/shell/account-menu.tsx'
import { Logo } from '@/components/shell/logo.tsx'
import { TabBar, TopNavigation } from '@/components/shell/navigation.tsx'
import { NotStoredLine } from '@/components/shell/not-stored-line.tsx'
import { SignInLink } from '@/components/shell/sign-in-link.tsx'
import { mainId, SkipLink } from '@/components/shell/skip-link.tsx'
import { ThemeMenu } from '@/components/shell/theme-menu.tsx'
import { RunningStopwatch } from '@/features/attempts/components/running-stopwatch.tsx'
import { routes } from '@/lib/routes.ts'
import { getSession } from '@/lib/session.ts'

export default async function AppLayout({ children }: { children: ReactNode }) {
  const session = await getSession()
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-30 border-border border-b bg-background/90 backdrop-blur">
        <div className="mx-auto flex h-14 w-full max-w-6xl items-center gap-4 px-4 sm:gap-6 sm:px-6 md:h-16">
          <Logo href={session ? routes.today : routes.home} shrinks={!session} />
          {session ? (
            <TopNavigation />
          ) : (
            <nav aria-label="Main" className="flex gap-4 font-medium text-sm text-subtle">
              <Link href={routes.problems} className="hover:text-foreground">
                Problems
              </Link>
              <Link href={routes.patterns} className="hover:text-foreground">
                Patterns
              </Link>
            </nav>
          )}
          <div className="ml-auto flex items-center gap-2">
            {session && <RunningStopwatch learnerId={session.sub} />}
            <ThemeMenu />
            {session ? <AccountMenu name={session.name} email={session.email} /> : <SignInLink />}
          </div>
        </div>
      </header>
      <main id={mainId} className="mx-auto w-full max-w-6xl flex-1 px-4 pt-6 pb-28 sm:px-6 sm:pt-10 md:pb-20">
        <NotStoredLine className="mb-4" />
        {children}
      </main>
      {session && <TabBar />}
    </div>
  )
}
