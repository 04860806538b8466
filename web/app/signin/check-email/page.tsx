import { MailCheck } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { QuietPage } from '@/components/shell/quiet-page.tsx'
import { Button } from '@/components/ui/button.tsx'
import { readShownLink } from '@/lib/auth/shown-link.ts'
import { linkMinutes } from '@/lib/auth/sign-in-email.ts'
import { routes } from '@/lib/routes.ts'

export const metadata: Metadata = { title: 'Your sign-in link' }

export default async function CheckEmailPage() {
  const link = await readShownLink()
  return (
    <QuietPage>
      <div
        aria-hidden
        className="mb-6 flex size-12 items-center justify-center rounded-full bg-accent-soft text-accent"
      >
        <MailCheck className="size-6" />
      </div>
      {link ? (
        <>
          <h1 className="font-semibold text-2xl tracking-tight">Your sign-in link is ready</h1>
          <p className="mt-2 mb-8 text-subtle leading-relaxed">
            No mail server is configured, so here is your link. It works once, for {linkMinutes} minutes, and
            only this browser is shown it.
          </p>
          <Button asChild className="h-11">
            <a href={link}>Open the sign-in link</a>
          </Button>
        </>
      ) : (
        <>
          <h1 className="font-semibold text-2xl tracking-tight">Check your email</h1>
          <p className="mt-2 text-subtle leading-relaxed">
            We sent you a sign-in link. It works once, for {linkMinutes} minutes. If it does not arrive, look
            among the unwanted mail.
          </p>
        </>
      )}
      <p className="mt-6 text-sm text-subtle">
        Wrong address, or no link?{' '}
        <Link href={routes.signInPage} className="font-medium text-accent underline underline-offset-2">
          Start again
        </Link>
      </p>
    </QuietPage>
  )
}
