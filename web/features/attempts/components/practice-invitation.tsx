import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { Card, CardBody, CardDescription, CardTitle } from '@/components/ui/card.tsx'

/** In place of the practice panel, for people who are not signed in. */
export function PracticeInvitation({ signInHref }: { signInHref: string }) {
  return (
    <Card>
      <CardBody className="flex flex-wrap items-center justify-between gap-4">
        <div className="flex flex-col gap-1">
          <CardTitle>Keep track of your practice</CardTitle>
          <CardDescription>
            Sign in to record how it went, with a timer, and to get a plan that fits.
          </CardDescription>
        </div>
        <Button asChild variant="secondary">
          <Link href={signInHref}>Sign in to record practice</Link>
        </Button>
      </CardBody>
    </Card>
  )
}
