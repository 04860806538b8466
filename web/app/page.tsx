import { CalendarCheck, MessageSquareText, ServerCog } from 'lucide-react'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { SamplePlan } from '@/components/landing/sample-plan.tsx'
import { Logo } from '@/components/shell/logo.tsx'
import { mainId, SkipLink } from '@/components/shell/skip-link.tsx'
import { ThemeMenu } from '@/components/shell/theme-menu.tsx'
import { Button } from '@/components/ui/button.tsx'
import { routes } from '@/lib/routes.ts'
import { getSession } from '@/lib/session.ts'

const promises = [
  {
    icon: CalendarCheck,
    title: 'It fits, and shows why',
    text: 'Every plan is checked rule by rule before you see it: the hours you have, the days you study, what to learn before what. Each problem says why it is there.',
  },
  {
    icon: MessageSquareText,
    title: 'It follows you',
    text: 'Mark what you solved and say what felt hard. The next plan keeps what you began, brings back what is fading and moves on from what you know.',
  },
  {
    icon: ServerCog,
    title: 'It is yours',
    text: 'Open source, on your own machine, with any model you like or none at all. Your answers stay with you: download or delete them at any time.',
  },
]

export default async function LandingPage() {
  if (await getSession()) redirect(routes.today)
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex h-16 w-full max-w-6xl items-center justify-between px-5 sm:px-8">
        <Logo href={routes.home} />
        <div className="flex items-center gap-1 sm:gap-2">
          <ThemeMenu />
          <Button asChild variant="ghost" size="sm" className="hidden sm:inline-flex">
            <Link href={routes.problems}>Problems</Link>
          </Button>
          <Button asChild variant="secondary" size="sm">
            <Link href={routes.signIn()}>Sign in</Link>
          </Button>
        </div>
      </header>
      <main id={mainId} className="mx-auto w-full max-w-6xl flex-1 px-5 sm:px-8">
        <section className="grid grid-cols-1 items-center gap-12 py-12 sm:py-20 lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)] lg:gap-16 lg:py-24">
          <div>
            <h1 className="font-semibold text-[2.375rem] leading-[1.1] tracking-[-0.03em] sm:text-[3.25rem]">
              Interview practice that fits the hours you have
            </h1>
            <p className="mt-5 max-w-xl text-lg text-subtle leading-relaxed">
              Answer a few questions and get a plan for the coming weeks: which problems, on which days, and
              why. Then practise, and let the plan follow.
            </p>
            <div className="mt-8 flex flex-col gap-3 sm:flex-row">
              <Button asChild size="lg">
                <Link href={routes.signIn(routes.today)}>Make my plan</Link>
              </Button>
              <Button asChild size="lg" variant="secondary">
                <Link href={routes.problems}>Browse the problems</Link>
              </Button>
            </div>
          </div>
          <SamplePlan />
        </section>
        <section
          aria-label="What it does"
          className="grid gap-10 border-border border-t py-14 sm:py-20 md:grid-cols-3"
        >
          {promises.map(({ icon: Icon, title, text }) => (
            <div key={title}>
              <Icon aria-hidden className="size-5 text-accent" />
              <h2 className="mt-4 font-semibold text-base tracking-tight">{title}</h2>
              <p className="mt-2 text-[0.9375rem] text-subtle leading-relaxed">{text}</p>
            </div>
          ))}
        </section>
      </main>
      <footer className="border-border border-t">
        <p className="mx-auto max-w-6xl px-5 py-6 text-sm text-subtle sm:px-8">
          Codify is open source under the MIT licence. The model proposes, code decides.
        </p>
      </footer>
    </div>
  )
}
