'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { ErrorState } from '@/components/ui/error-state.tsx'
import { parseDigest } from '@/lib/error-digest.ts'

type PageErrorProps = { error: Error & { digest?: string }; reset: () => void }

type Words = { title: string; detail: string }

const words: Record<string, Words> = {
  'api.unreachable': {
    title: 'Codify cannot be reached right now',
    detail: 'Part of the service is not answering. Your work is safe; try again in a moment.',
  },
  'database.unavailable': {
    title: 'Codify cannot get at its data right now',
    detail: 'Your work is safe. It usually comes back by itself; try again in a moment.',
  },
  'database.read_only': {
    title: 'Nothing can be saved at the moment',
    detail: 'What you have is safe and can be read. Try again in a while.',
  },
  'auth.invalid_token': {
    title: 'Codify cannot tell who you are right now',
    detail:
      'You are still signed in. Try again in a moment; if it goes on, whoever runs this Codify should look at its clocks and its keys.',
  },
  'rate.limited': {
    title: 'That was a lot at once',
    detail: 'Only so many requests a minute are answered. Nothing is lost; wait a minute, then try again.',
  },
}
const unknown: Words = {
  title: 'This page could not be shown',
  detail:
    'Something went wrong on our side. Try again; if it happens again, the reference below helps whoever runs this Codify to find out why.',
}

/** Page of an error boundary; `reset` alone would show the same failed answer again. */
export function PageError({ error, reset }: PageErrorProps) {
  const router = useRouter()
  const { code, requestId } = parseDigest(error.digest)
  function retry() {
    startTransition(() => {
      router.refresh()
      reset()
    })
  }
  return (
    <ErrorState
      as="h1"
      {...(words[code ?? ''] ?? unknown)}
      requestId={requestId ?? error.digest}
      onRetry={retry}
    />
  )
}
