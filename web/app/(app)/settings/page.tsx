import { Download, ShieldCheck } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { isModerator } from '@/features/moderation/loaders.ts'
import { DeleteAccount } from '@/features/settings/components/delete-account.tsx'
import { SessionButtons } from '@/features/settings/components/session-buttons.tsx'
import { Setting } from '@/features/settings/components/setting.tsx'
import { ThemeSetting } from '@/features/settings/components/theme-setting.tsx'
import { routes } from '@/lib/routes.ts'
import { requireSession } from '@/lib/session.ts'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const { name, email } = await requireSession()
  const moderates = await isModerator()
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title="Settings" />
      <div>
        <Setting
          title="You"
          description="Others see your name beside your comments, and never your email address."
        >
          <dl className="flex flex-col gap-4 text-sm">
            <div>
              <dt className="text-subtle">Name shown to others</dt>
              <dd className="mt-0.5 break-words font-medium">{name}</dd>
            </div>
            <div>
              <dt className="text-subtle">Email</dt>
              <dd className="mt-0.5 break-all font-medium">{email}</dd>
            </div>
          </dl>
        </Setting>
        <Setting
          title="Appearance"
          description="System follows your device. The choice is kept in this browser."
        >
          <ThemeSetting />
        </Setting>
        <Setting
          title="Sessions"
          description="Signing out everywhere ends your sessions in all browsers within a minute, this one included."
        >
          <SessionButtons />
        </Setting>
        {moderates && (
          <Setting title="Moderation" description="The operator named you a moderator of the comments.">
            <Button asChild variant="secondary">
              <Link href={routes.moderation}>
                <ShieldCheck aria-hidden />
                Reported comments
              </Link>
            </Button>
          </Setting>
        )}
        <Setting title="Your data" description="Everything held about you, as one JSON file.">
          <Button asChild variant="secondary">
            <a href={routes.exportData} download="codify-export.json">
              <Download aria-hidden />
              Download my data
            </a>
          </Button>
        </Setting>
        <Setting
          title="Delete account"
          description="Removes everything, at once and for good. There is no way back."
        >
          <DeleteAccount />
        </Setting>
      </div>
    </div>
  )
}
