import { CircleAlert } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { QuietPage } from '@/components/shell/quiet-page.tsx'
import { Button } from '@/components/ui/button.tsx'
import { signInErrorWords } from '@/features/sign-in/sign-in-errors.ts'
import { routes } from '@/lib/routes.ts'

export const metadata: Metadata = { title: 'Sign-in did not work' }

type PageProps = { searchParams: Promise<{ error?: string | string[] }> }

export default async function SignInErrorPage({ searchParams }: PageProps) {
  const { error } = await searchParams
  const { title, detail } = signInErrorWords(Array.isArray(error) ? error[0] : error)
  return (
    <QuietPage>
      <div
        aria-hidden
        className="mb-6 flex size-12 items-center justify-center rounded-full bg-danger-soft text-danger"
      >
        <CircleAlert className="size-6" />
      </div>
      <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
      <p className="mt-2 mb-8 text-subtle leading-relaxed">{detail}</p>
      <Button asChild className="h-11">
        <Link href={routes.signInPage}>Back to sign-in</Link>
      </Button>
    </QuietPage>
  )
}
