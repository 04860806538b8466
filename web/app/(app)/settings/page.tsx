import { KeyRound, ShieldCheck } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { isModerator } from '@/features/moderation/loaders.ts'
import { CalendarSetting } from '@/features/reminders/components/calendar-setting.tsx'
import { ReminderSetting } from '@/features/reminders/components/reminder-setting.tsx'
import { loadCalendar, loadReminder } from '@/features/reminders/loaders.ts'
import { BreaksSetting } from '@/features/settings/components/breaks-setting.tsx'
import { DaysSetting } from '@/features/settings/components/days-setting.tsx'
import { DeleteAccount } from '@/features/settings/components/delete-account.tsx'
import { SessionButtons } from '@/features/settings/components/session-buttons.tsx'
import { Setting } from '@/features/settings/components/setting.tsx'
import { ThemeSetting } from '@/features/settings/components/theme-setting.tsx'
import { loadBreaks, loadSettings } from '@/features/settings/loaders.ts'
import { Downloads } from '@/features/your-data/components/downloads.tsx'
import { ImportData } from '@/features/your-data/components/import-data.tsx'
import { PasteHistory } from '@/features/your-data/components/paste-history.tsx'
import { RecentPastes } from '@/features/your-data/components/recent-pastes.tsx'
import { loadPastes, loadPlanId } from '@/features/your-data/loaders.ts'
import { routes } from '@/lib/routes.ts'
import { ifAvailable } from '@/lib/server-api.ts'
import { requireSession } from '@/lib/session.ts'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const { name, email } = await requireSession()
  const [moderates, planId, calendar, reminder, settings, breaks, pastes] = await Promise.all([
    ifAvailable('moderator', isModerator()),
    loadPlanId(),
    ifAvailable('calendar', loadCalendar()),
    ifAvailable('reminder', loadReminder()),
    ifAvailable('settings', loadSettings()),
    ifAvailable('breaks', loadBreaks()),
    ifAvailable('pastes', loadPastes()),
  ])
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title="Settings" />
      <div>
        <Setting
          title="You"
          description="Others see your name beside your comments, and never your email address. Codify knows you by that address: with another one you begin anew, also when it changes at Google or GitHub. To move, download your data here and import it there."
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
          title="Your days"
          description="When a day begins and how much fits into it. The open part of your plan follows at once, and says what moved."
        >
          {settings ? <DaysSetting initial={settings} /> : <NotNow />}
        </Setting>
        <Setting
          title="Days off"
          description="A holiday or a busy week: nothing is planned on these days, and nothing is missed."
        >
          {breaks ? <BreaksSetting initial={breaks} /> : <NotNow />}
        </Setting>
        <Setting
          title="Calendar"
          description="Your plan in the calendar you use anyway. It follows by itself when something moves."
        >
          {calendar ? <CalendarSetting initial={calendar} /> : <NotNow />}
        </Setting>
        <Setting
          title="Daily mail"
          description="What is due today, at an hour you choose. Every mail has a link that ends them."
        >
          {reminder ? <ReminderSetting initial={reminder} email={email} /> : <NotNow />}
        </Setting>
        <Setting
          title="Sessions"
          description="Signing out ends this session within a minute, and your other devices stay signed in. Signing out everywhere ends them all, and your personal tokens too."
        >
          <SessionButtons />
        </Setting>
        <Setting
          title="Tokens"
          description="Let your editor, your scripts or an agent read your plan and record your practice, with a token of your own."
        >
          <Button asChild variant="secondary">
            <Link href={routes.tokens}>
              <KeyRound aria-hidden />
              Personal tokens
            </Link>
          </Button>
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
        <Setting
          title="Your data"
          description="What Codify holds about you is yours: take it along, or use it in other tools."
        >
          <Downloads planId={planId} />
        </Setting>
        <Setting
          title="Import"
          description="Reads a file that Codify made into an account that is still empty: all of it, or nothing. Others do not see the comments in it."
        >
          <ImportData />
        </Setting>
        <Setting
          title="Earlier practice"
          description="A list of problems you solved elsewhere becomes part of your history, with its dates. For a day you can take it back."
        >
          <PasteHistory />
          <RecentPastes pastes={pastes ?? []} />
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

/** In the place of a setting that the API cannot give just now. */
function NotNow() {
  return <p className="text-sm text-subtle">This cannot be shown right now. Try again in a moment.</p>
}
