import type { ReactNode } from 'react'
import { routes } from '@/lib/routes.ts'
import { Logo } from './logo.tsx'
import { mainId, SkipLink } from './skip-link.tsx'

/** One small thing in the middle of an otherwise empty page: signing in, errors, goodbyes. */
export function QuietPage({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="flex h-16 items-center px-5 sm:px-8">
        <Logo href={routes.home} />
      </header>
      <main
        id={mainId}
        className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-5 pt-4 pb-[22vh]"
      >
        {children}
      </main>
    </div>
  )
}
