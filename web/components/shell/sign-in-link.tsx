'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { Button } from '@/components/ui/button.tsx'
import { routes } from '@/lib/routes.ts'

/** Leads to the sign-in page and back to where one is. */
export function SignInLink() {
  const pathname = usePathname()
  const query = useSearchParams().toString()
  return (
    <Button asChild size="sm">
      <Link href={routes.signIn(query ? `${pathname}?${query}` : pathname)}>Sign in</Link>
    </Button>
  )
}
