'use client'

import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { Spinner } from '@/components/ui/spinner.tsx'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs.tsx'
import { useIsWide } from '../use-is-wide.ts'

export const panes = ['statement', 'code', 'results'] as const
export type Pane = (typeof panes)[number]
const labels: Record<Pane, string> = { statement: 'Problem', code: 'Code', results: 'Results' }

type WorkbenchLayoutProps = Record<Pane, ReactNode> & { pane: Pane; onPane: (pane: Pane) => void }

const scrolls = 'h-full overflow-y-auto overscroll-contain'
const grip =
  'relative bg-border transition-colors hover:bg-accent data-[separator=active]:bg-accent data-[separator=focus]:bg-accent'

/** Side by side where there is room, with edges that move by mouse and arrow keys; tabs on a phone. */
export function WorkbenchLayout({ statement, code, results, pane, onPane }: WorkbenchLayoutProps) {
  const isWide = useIsWide()
  if (isWide === null)
    return (
      <div className="flex flex-1 items-center justify-center">
        <Spinner label="Opening the workbench" />
      </div>
    )
  if (isWide)
    return (
      <Group orientation="horizontal" className="min-h-0 flex-1">
        <Panel id="statement" defaultSize="42%" minSize="22%">
          {/* A box that scrolls needs a stop for the keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <section aria-label="Problem" tabIndex={0} className={scrolls}>
            {statement}
          </section>
        </Panel>
        <Separator aria-label="Width of the problem" className={`w-1 ${grip}`} />
        <Panel id="work" minSize="30%">
          <Group orientation="vertical" className="h-full">
            <Panel id="code" defaultSize="62%" minSize="25%">
              {code}
            </Panel>
            <Separator aria-label="Height of the code" className={`h-1 ${grip}`} />
            <Panel id="results" minSize="15%">
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above */}
              <section aria-label="Outcome" tabIndex={0} className={`${scrolls} bg-surface`}>
                {results}
              </section>
            </Panel>
          </Group>
        </Panel>
      </Group>
    )
  const content = { statement, code, results }
  return (
    <Tabs
      value={pane}
      onValueChange={(next) => onPane(panes.find((one) => one === next) ?? 'statement')}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabsList className="px-4">
        {panes.map((one) => (
          <TabsTrigger key={one} value={one}>
            {labels[one]}
          </TabsTrigger>
        ))}
      </TabsList>
      {panes.map((one) => (
        <TabsContent
          key={one}
          value={one}
          className={`min-h-0 flex-1 pt-0 ${one === 'code' ? '' : 'overflow-y-auto'}`}
        >
          {content[one]}
        </TabsContent>
      ))}
    </Tabs>
  )
}
