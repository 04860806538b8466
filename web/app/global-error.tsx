'use client'

import { ErrorState } from '@/components/ui/error-state.tsx'
import { parseDigest } from '@/lib/error-digest.ts'
import './globals.css'

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void }

/** Stands in for the whole document when the root layout itself fails. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en-GB">
      <body className="font-sans">
        <title>Something went wrong · Codify</title>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center p-5">
          <ErrorState
            as="h1"
            title="Codify could not be shown"
            detail="Something went wrong on our side. Try again in a moment."
            requestId={parseDigest(error.digest).requestId ?? error.digest}
            onRetry={reset}
          />
        </main>
      </body>
    </html>
  )
}
