import type { Metadata } from 'next'
import { Card, CardBody, CardDescription, CardTitle } from '@/components/ui/card.tsx'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { CalibrationCard } from '@/features/interviews/components/calibration-card.tsx'
import { PastInterviews } from '@/features/interviews/components/past-interviews.tsx'
import { StartInterview } from '@/features/interviews/components/start-interview.tsx'
import { loadInterviews } from '@/features/interviews/loaders.ts'
import { loadCatalogue } from '@/features/problems/loaders.ts'

export const metadata: Metadata = { title: 'Interview practice' }

export default async function InterviewsPage() {
  const [{ page, calibration }, { patterns }] = await Promise.all([loadInterviews(), loadCatalogue()])
  const patternTitles = Object.fromEntries(patterns.map(({ slug, title }) => [slug, title]))
  const ended = page.items.filter(({ ended_at }) => ended_at !== null)
  return (
    <>
      <PageHeader
        title="Interview practice"
        description="A problem you have not met, or not for long, without its topic, pattern or difficulty."
      />
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <Card>
          <CardBody className="flex flex-col gap-4">
            <CardTitle>A new problem against the clock</CardTitle>
            <CardDescription>
              First say which pattern it is and how sure you are. Then solve it. Then see what it was.
            </CardDescription>
            <StartInterview openId={page.items.find(({ ended_at }) => ended_at === null)?.id} />
          </CardBody>
        </Card>
        <CalibrationCard calibration={calibration} />
      </div>
      {ended.length > 0 && (
        <div className="mt-10">
          <PastInterviews interviews={ended} patternTitles={patternTitles} />
        </div>
      )}
    </>
  )
}
