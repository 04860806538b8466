'use client'

import type { Token } from '@codify/api/contract'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'
import { formatDay } from '@/lib/calendar-day.ts'

/** One token: what it may, until when, when it was last used, and how to end it. */
export function TokenRow({
  token,
  busy,
  onRevoke,
}: {
  token: Token
  busy: boolean
  onRevoke: () => Promise<void>
}) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-4 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
          <span className="break-words">{token.name}</span>
          {token.expired && <Badge>Ended</Badge>}
        </p>
        <p className="mt-1 text-sm text-subtle">
          <code className="font-mono text-[0.8125rem]">{token.prefix}…</code> · {token.scopes.join(', ')}
        </p>
        <p className="mt-1 text-sm text-subtle">
          {endOf(token)} ·{' '}
          {token.last_used_on ? `Last used ${formatDay(token.last_used_on, 'full')}` : 'Not used yet'}
        </p>
      </div>
      <Revoke name={token.name} busy={busy} onRevoke={onRevoke} />
    </li>
  )
}

function endOf({ expires_at, expired }: Token): string {
  if (expires_at === null) return 'No end date'
  return `${expired ? 'Ended' : 'Ends'} ${formatDay(expires_at.slice(0, 10), 'full')}`
}

function Revoke({ name, busy, onRevoke }: { name: string; busy: boolean; onRevoke: () => Promise<void> }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Revoke “${name}”?`}
      description="Whatever uses this token stops working within five seconds. This cannot be undone."
      trigger={
        <Button variant="ghost" size="sm" disabled={busy} aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      }
    >
      <DialogActions>
        <DialogClose asChild>
          <Button variant="secondary">Keep it</Button>
        </DialogClose>
        <Button
          variant="danger"
          onClick={() => {
            setOpen(false)
            void onRevoke()
          }}
        >
          Revoke token
        </Button>
      </DialogActions>
    </Dialog>
  )
}
