import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { Questionnaire } from '@/features/intake/components/questionnaire.tsx'
import { loadIntake, loadTopics } from '@/features/intake/loaders.ts'
import { loadCurrentPlan } from '@/features/plan/loaders.ts'
import { loadBreaks, loadSettings } from '@/features/settings/loaders.ts'
import { ifAvailable } from '@/lib/server-api.ts'
import { requireSession } from '@/lib/session.ts'

export const metadata: Metadata = { title: 'Questionnaire' }

export default async function IntakePage() {
  const { sub } = await requireSession()
  const [stored, topics, plan, settings, breaks] = await Promise.all([
    loadIntake(),
    loadTopics(),
    loadCurrentPlan(),
    loadSettings(),
    ifAvailable('breaks', loadBreaks()),
  ])
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={stored ? 'Your answers' : 'A few questions first'}
        description={
          stored
            ? 'Change what has changed. Your plan follows your time and the topics you skip at once; the rest counts when you make a new one.'
            : 'Five short steps, about three minutes. Your plan is made from them, and you can change them at any time.'
        }
      />
      <Questionnaire
        learnerId={sub}
        topics={topics.map(({ slug, title }) => ({ slug, title }))}
        stored={stored}
        hasPlan={plan !== null}
        dayStartHour={settings.day_start_hour}
        hasModel={settings.has_model}
        breaks={breaks ?? null}
      />
    </div>
  )
}
