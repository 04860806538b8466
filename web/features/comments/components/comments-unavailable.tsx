'use client'

import { useRouter } from 'next/navigation'
import { ErrorState } from '@/components/ui/error-state.tsx'

export function CommentsUnavailable() {
  const router = useRouter()
  return (
    <section aria-label="Comments">
      <ErrorState
        title="Comments cannot be shown right now"
        detail="The rest of the page works. Try again in a moment."
        onRetry={() => router.refresh()}
      />
    </section>
  )
}
