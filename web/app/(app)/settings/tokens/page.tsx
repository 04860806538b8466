import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { Tokens } from '@/features/tokens/components/tokens.tsx'
import { loadTokens } from '@/features/tokens/loaders.ts'
import { routes } from '@/lib/routes.ts'
import { requireSession } from '@/lib/session.ts'

export const metadata: Metadata = { title: 'Personal tokens' }

export default async function TokensPage() {
  await requireSession()
  const tokens = await loadTokens()
  return (
    <div className="mx-auto max-w-2xl">
      <Link href={routes.settings} className="text-sm text-subtle hover:text-foreground">
        ← Settings
      </Link>
      <PageHeader
        title="Personal tokens"
        description="A token lets a program of yours use Codify in your name: an editor, an agent, a script. No token can make tokens, export or import your data, or delete your account."
      />
      <Tokens initial={tokens} />
    </div>
  )
}
