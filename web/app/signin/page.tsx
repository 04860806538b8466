import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { QuietPage } from '@/components/shell/quiet-page.tsx'
import { EmailForm } from '@/features/sign-in/components/email-form.tsx'
import { OAuthButtons } from '@/features/sign-in/components/oauth-buttons.tsx'
import { loadOAuthProviders, returnPathOf } from '@/features/sign-in/loaders.ts'
import { signInErrorWords } from '@/features/sign-in/sign-in-errors.ts'
import { getSession } from '@/lib/session.ts'

export const metadata: Metadata = { title: 'Sign in' }

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: PageProps) {
  const query = await searchParams
  const returnTo = returnPathOf(query.callbackUrl)
  if (await getSession()) redirect(returnTo)
  const providers = loadOAuthProviders()
  const failure = typeof query.error === 'string' ? signInErrorWords(query.error) : undefined
  return (
    <QuietPage>
      <h1 className="font-semibold text-2xl tracking-tight">Sign in</h1>
      <p className="mt-2 mb-8 text-subtle leading-relaxed">
        {query.ended
          ? 'This session was signed out. Sign in again to go on.'
          : 'We email you a link. No password, and no account to create first.'}
      </p>
      {failure && (
        <p role="alert" className="mb-6 rounded-lg bg-danger-soft px-4 py-3 text-danger text-sm">
          {failure.title}. {failure.detail}
        </p>
      )}
      {providers.length > 0 && (
        <>
          <OAuthButtons providers={providers} returnTo={returnTo} />
          <div className="my-6 flex items-center gap-4 text-subtle text-sm">
            <span className="h-px flex-1 bg-border" />
            or
            <span className="h-px flex-1 bg-border" />
          </div>
        </>
      )}
      <EmailForm returnTo={returnTo} />
    </QuietPage>
  )
}
