import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { QuietPage } from '@/components/shell/quiet-page.tsx'
import { Button } from '@/components/ui/button.tsx'
import { returnPathOf } from '@/features/sign-in/loaders.ts'
import { askingBrowser, browserMark } from '@/lib/auth/asking-browser.ts'
import { parseConfirmLink } from '@/lib/auth/confirm-link.ts'
import { routes } from '@/lib/routes.ts'

export const metadata: Metadata = { title: 'Confirm sign-in', robots: { index: false } }

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Opening this page uses nothing up; the button does. */
export default async function ConfirmSignInPage({ searchParams }: PageProps) {
  const link = parseConfirmLink(await searchParams)
  if (!link) redirect(`${routes.signInError}?error=Verification`)
  const browser = await askingBrowser()
  if (!browser || link.browser !== browserMark(browser)) return <OtherBrowser email={link.email} />
  return (
    <QuietPage>
      <h1 className="font-semibold text-2xl tracking-tight">Almost there</h1>
      <p className="mt-2 mb-8 text-subtle leading-relaxed">
        Press the button to sign in as{' '}
        <strong className="wrap-anywhere font-medium text-foreground">{link.email}</strong>. If that is not
        you, close this page.
      </p>
      <form action="/api/auth/callback/email" method="get">
        <input type="hidden" name="callbackUrl" value={returnPathOf(link.callbackUrl)} />
        <input type="hidden" name="token" value={link.token} />
        <input type="hidden" name="email" value={link.email} />
        <Button type="submit" className="h-auto min-h-11 w-full wrap-anywhere whitespace-normal py-2.5">
          Sign in as {link.email}
        </Button>
      </form>
    </QuietPage>
  )
}

function OtherBrowser({ email }: { email: string }) {
  return (
    <QuietPage>
      <h1 className="font-semibold text-2xl tracking-tight">Open this link where you asked for it</h1>
      <p className="mt-2 mb-8 text-subtle leading-relaxed">
        The link for <strong className="wrap-anywhere font-medium text-foreground">{email}</strong> works only
        in the browser that asked for it, so that nobody else can use it. Open it there, or ask for a new one
        here.
      </p>
      <Button asChild className="h-11">
        <Link href={routes.signInPage}>Ask for a new link</Link>
      </Button>
    </QuietPage>
  )
}
