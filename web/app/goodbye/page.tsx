import { heldKinds } from '@codify/api/contract'
import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { QuietPage } from '@/components/shell/quiet-page.tsx'
import { Button } from '@/components/ui/button.tsx'
import { routes } from '@/lib/routes.ts'

export const metadata: Metadata = { title: 'Your data was deleted', robots: { index: false } }

const countSchema = z.coerce.number().int().min(0).max(1_000_000).catch(0)

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function GoodbyePage({ searchParams }: PageProps) {
  const query = await searchParams
  const counts = heldKinds.map(({ kind, label }) => ({
    kind,
    label,
    count: countSchema.parse(query[kind] ?? 0),
  }))
  return (
    <QuietPage>
      <h1 className="font-semibold text-2xl tracking-tight">Your data was deleted</h1>
      <p className="mt-2 mb-6 text-subtle leading-relaxed">
        You are signed out, and this is what was removed for good:
      </p>
      <dl className="mb-8 divide-y divide-border rounded-xl border border-border bg-surface px-5 text-sm">
        {counts.map(({ kind, label, count }) => (
          <div key={kind} className="flex justify-between gap-4 py-3">
            <dt className="text-subtle">{label}</dt>
            <dd className="font-medium tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
      <p className="mb-6 text-sm text-subtle leading-relaxed">
        You can come back whenever you like: signing in with the same address starts afresh.
      </p>
      <Button asChild variant="secondary">
        <Link href={routes.home}>Go to the start page</Link>
      </Button>
    </QuietPage>
  )
}
