import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { Log } from '@/features/moderation/components/log.tsx'
import { Queue } from '@/features/moderation/components/queue.tsx'
import { isModerator, loadLog, loadQueue } from '@/features/moderation/loaders.ts'
import { requireSession } from '@/lib/session.ts'

export const metadata: Metadata = { title: 'Moderation' }

export default async function ModerationPage() {
  await requireSession()
  if (!(await isModerator())) notFound()
  const [queue, log] = await Promise.all([loadQueue(), loadLog()])
  const newest = log.items[0]?.id ?? 'none'
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title="Moderation" description="Reported comments, and what was decided about them." />
      <section aria-label="Waiting" className="mb-12">
        <Queue first={queue} />
      </section>
      <section aria-labelledby="log">
        <h2 id="log" className="mb-4 font-semibold text-lg tracking-tight">
          Decided
        </h2>
        <Log key={newest} first={log} />
      </section>
    </div>
  )
}
