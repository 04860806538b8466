'use client'

import { PageError } from '@/components/shell/page-error.tsx'
import { QuietPage } from '@/components/shell/quiet-page.tsx'

export default function RootError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <QuietPage>
      <PageError {...props} />
    </QuietPage>
  )
}
