import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card.tsx'

type SettingProps = { title: string; description: ReactNode; children: ReactNode }

/** A group of settings: what it is on the left, what one can do on the right. */
export function Setting({ title, description, children }: SettingProps) {
  return (
    <section className="grid gap-4 border-border border-t py-8 first:border-t-0 first:pt-0 md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] md:gap-12">
      <div>
        <h2 className="font-semibold text-base tracking-tight">{title}</h2>
        <p className="mt-1 text-sm text-subtle leading-relaxed">{description}</p>
      </div>
      <Card className="p-5">{children}</Card>
    </section>
  )
}
