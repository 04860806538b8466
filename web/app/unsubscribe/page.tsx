import type { Metadata } from 'next'
import { QuietPage } from '@/components/shell/quiet-page.tsx'
import { Unsubscribe } from '@/features/reminders/components/unsubscribe.tsx'

export const metadata: Metadata = { title: 'Daily mail', robots: { index: false } }

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function UnsubscribePage({ searchParams }: PageProps) {
  const { key } = await searchParams
  return (
    <QuietPage>
      <Unsubscribe keyOfMail={typeof key === 'string' && key !== '' ? key.slice(0, 100) : 'none'} />
    </QuietPage>
  )
}
