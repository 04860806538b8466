'use client'

import type { NewToken, Token } from '@codify/api/contract'
import { Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { useChange } from '@/lib/use-change.ts'
import { createToken, revokeToken } from '../actions.ts'
import { TokenForm } from './token-form.tsx'
import { TokenRow } from './token-row.tsx'

/** The learner's tokens: make one, see it once, revoke it. */
export function Tokens({ initial }: { initial: readonly Token[] }) {
  const { changing, change } = useChange()
  const [tokens, setTokens] = useState(initial)
  const [made, setMade] = useState<NewToken>()

  const revoke = (gone: Token) =>
    change(async () => {
      await revokeToken(gone.id)
      setTokens(tokens.filter(({ id }) => id !== gone.id))
      if (made?.id === gone.id) setMade(undefined)
      toast.success('The token was revoked.')
    })

  return (
    <div className="flex flex-col gap-8">
      {made && <MadeToken key={made.id} token={made.token} name={made.name} />}
      <section aria-labelledby="new-token">
        <h2 id="new-token" className="font-semibold text-base tracking-tight">
          New token
        </h2>
        <Card className="mt-3 p-5">
          <TokenForm
            making={changing}
            onMake={async (token) => {
              let succeeded = false
              await change(async () => {
                const answer = await createToken(token)
                const { token: _, ...listed } = answer
                setMade(answer)
                setTokens([listed, ...tokens])
                succeeded = true
              })
              return succeeded
            }}
          />
        </Card>
      </section>
      <section aria-labelledby="your-tokens">
        <h2 id="your-tokens" className="font-semibold text-base tracking-tight">
          Your tokens
        </h2>
        {tokens.length === 0 ? (
          <p className="mt-3 text-sm text-subtle">You have no tokens yet.</p>
        ) : (
          <Card className="mt-3 p-5">
            <ul className="divide-y divide-border">
              {tokens.map((token) => (
                <TokenRow key={token.id} token={token} busy={changing} onRevoke={() => revoke(token)} />
              ))}
            </ul>
          </Card>
        )}
      </section>
    </div>
  )
}

function MadeToken({ token, name }: { token: string; name: string }) {
  const id = useId()
  async function copy() {
    await navigator.clipboard.writeText(token)
    toast.success('Copied.')
  }
  return (
    <Card className="border-accent p-5" role="status">
      <Field
        label={`Your token “${name}”`}
        hint="Copy it now: it is shown this once and not stored. Whoever has it can do what it may."
        htmlFor={id}
      >
        <Input readOnly value={token} className="font-mono" onFocus={(event) => event.target.select()} />
      </Field>
      <Button className="mt-4" onClick={() => void copy()}>
        <Copy aria-hidden />
        Copy token
      </Button>
    </Card>
  )
}
