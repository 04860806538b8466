import { CircleAlert } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { QuietPage } from '@/components/shell/quiet-page.tsx'
import { Button } from '@/components/ui/button.tsx'
import { loadReturnPath } from '@/features/sign-in/loaders.ts'
import { signInErrorWords } from '@/features/sign-in/sign-in-errors.ts'
import { routes } from '@/lib/routes.ts'

export const metadata: Metadata = { title: 'Sign-in did not work' }

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInErrorPage({ searchParams }: PageProps) {
  const { error, provider } = await searchParams
  const { title, detail } = signInErrorWords(firstOf(error), firstOf(provider))
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
        <Link href={routes.signIn(await loadReturnPath())}>Back to sign-in</Link>
      </Button>
    </QuietPage>
  )
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
