import type { ReactNode } from 'react'
import { NotStoredLine } from '@/components/shell/not-stored-line.tsx'
import { mainId, SkipLink } from '@/components/shell/skip-link.tsx'

/** The whole screen for one thing: no navigation, a way back in the page's own bar. */
export default function WorkbenchLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <main id={mainId} className="flex h-dvh flex-col overflow-hidden">
        <NotStoredLine className="border-border border-b px-4 py-1.5 text-xs" />
        {children}
      </main>
    </>
  )
}
