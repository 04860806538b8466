import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { AddOwnProblem } from '@/features/problems/components/add-own-problem.tsx'
import { ProblemBrowser } from '@/features/problems/components/problem-browser.tsx'
import { loadProblemList } from '@/features/problems/loaders.ts'
import { routes } from '@/lib/routes.ts'

export const metadata: Metadata = {
  title: 'Problems',
  description:
    'Interview problems by topic, pattern and difficulty, with the time they take and what other learners say.',
}

type ProblemsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ProblemsPage({ searchParams }: ProblemsPageProps) {
  const list = await loadProblemList(await searchParams)
  return (
    <>
      <PageHeader
        title="Problems"
        description="The whole catalogue, with the time each takes and what other learners say."
        actions={
          list.signedIn && (
            <>
              <Button asChild variant="secondary">
                <Link href={routes.interviews} prefetch={false}>
                  Interview practice
                </Link>
              </Button>
              <AddOwnProblem topics={list.catalogue.topics} />
            </>
          )
        }
      />
      <ProblemBrowser {...list} />
    </>
  )
}
