'use client'

import { useRouter } from 'next/navigation'
import { routes } from './routes.ts'

/** Ways to the sign-in page that lead back to the page one is on. */
export function useSignIn() {
  const router = useRouter()
  return {
    /** For somebody who is not signed in yet. */
    signIn: () => router.push(routes.signIn(here())),
    /** For a session that the API no longer accepts: it has to be cleared first. */
    signInAgain: () => window.location.assign(routes.endSession(here())),
  }
}

function here(): string {
  return window.location.pathname + window.location.search
}
