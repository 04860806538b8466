import type { Metadata } from 'next'
import { PracticeInvitation } from '@/features/attempts/components/practice-invitation.tsx'
import { PracticePanel } from '@/features/attempts/components/practice-panel.tsx'
import { loadAttempts } from '@/features/attempts/loaders.ts'
import { Comments } from '@/features/comments/components/comments.tsx'
import { CommentsUnavailable } from '@/features/comments/components/comments-unavailable.tsx'
import { loadComments } from '@/features/comments/loaders.ts'
import { loadAbout } from '@/features/library/loaders.ts'
import { NoteEditor } from '@/features/notes/components/note-editor.tsx'
import { loadNote } from '@/features/notes/loaders.ts'
import { topicTitle } from '@/features/problems/catalogue.ts'
import { PlanPlacesCard } from '@/features/problems/components/plan-places.tsx'
import { ProblemFacts } from '@/features/problems/components/problem-facts.tsx'
import { ProblemHeading } from '@/features/problems/components/problem-heading.tsx'
import { WhatIsAsked } from '@/features/problems/components/what-is-asked.tsx'
import { difficultyLabels } from '@/features/problems/labels.ts'
import { loadCatalogue, loadPlanPlaces, loadProblem } from '@/features/problems/loaders.ts'
import { loadExercise } from '@/features/workbench/loaders.ts'
import { ApiError } from '@/lib/api-error.ts'
import { routes } from '@/lib/routes.ts'
import { getSession } from '@/lib/session.ts'

type ProblemPageProps = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: ProblemPageProps): Promise<Metadata> {
  const { slug } = await params
  try {
    const [problem, catalogue] = await Promise.all([loadProblem(slug), loadCatalogue()])
    const { title, difficulty, topic, minutes } = problem
    return {
      title,
      description: `${title}: ${difficultyLabels[difficulty].toLowerCase()}, ${topicTitle(catalogue, topic)}, about ${minutes} minutes. Patterns, what to learn first, and notes from other learners.`,
    }
  } catch (error) {
    // The page itself says what is wrong; it still needs a title.
    if (error instanceof ApiError) return { title: 'Problem' }
    throw error
  }
}

export default async function ProblemPage({ params }: ProblemPageProps) {
  const { slug } = await params
  const problem = await loadProblem(slug)
  const [catalogue, session, plan, attempts, note, comments, asked] = await Promise.all([
    loadCatalogue(),
    getSession(),
    loadPlanPlaces(slug),
    loadAttempts(slug),
    loadNote(slug),
    problem.own ? null : loadComments(slug),
    problem.has_exercise ? loadExercise(slug).then(({ statement }) => statement) : loadAbout(slug),
  ])
  const signInHref = routes.signIn(routes.problem(slug))
  return (
    <>
      <ProblemHeading
        problem={problem}
        catalogue={catalogue}
        signedIn={session !== null}
        plannedOn={plan?.next ?? null}
      />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          {asked && <WhatIsAsked text={asked} />}
          {session && attempts ? (
            <PracticePanel
              key={slug}
              slug={slug}
              suggestedMinutes={problem.minutes}
              learnerId={session.sub}
              history={attempts}
            />
          ) : (
            <PracticeInvitation signInHref={signInHref} />
          )}
        </div>
        <aside
          aria-label="Plan and facts"
          className="flex flex-col gap-8 lg:col-start-2 lg:row-span-2 lg:row-start-1"
        >
          <PlanPlacesCard plan={plan} />
          <ProblemFacts problem={problem} catalogue={catalogue} />
        </aside>
        <div className="flex min-w-0 flex-col gap-8">
          {session && note && <NoteEditor key={slug} slug={slug} learnerId={session.sub} initial={note} />}
          {comments === null ? null : comments === 'unavailable' ? (
            <CommentsUnavailable />
          ) : (
            <Comments
              key={slug}
              slug={slug}
              learner={session && { id: session.sub, name: session.name }}
              signInHref={signInHref}
              firstPage={comments}
              total={problem.comment_count}
              tagCounts={problem.tag_counts}
            />
          )}
        </div>
      </div>
    </>
  )
}
