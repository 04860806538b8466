'use client'

import type { Certificate } from '@codify/api/contract'
import { Check, ShieldAlert, ShieldCheck, X } from 'lucide-react'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Progress } from '@/components/ui/progress.tsx'
import { count } from '@/lib/count.ts'
import { partWords, ruleWords } from '../words.ts'

/** "Checked: 11 rules, score 94", which opens into every rule and the parts of the score. */
export function CertificateBadge({ certificate }: { certificate: Certificate }) {
  const failed = certificate.rules.filter(({ passed }) => !passed).length
  const score = Math.round(certificate.score)
  const Icon = failed > 0 ? ShieldAlert : ShieldCheck
  return (
    <Dialog
      title="How this plan was checked"
      description="Before a plan is saved, plain code checks every rule, corrects what breaks one, and scores how well it will teach."
      className="max-w-2xl"
      trigger={
        <Button variant="secondary" size="sm" className="rounded-full">
          <Icon aria-hidden className={failed > 0 ? 'text-warning' : 'text-success'} />
          {failed > 0
            ? `Checked: ${count(failed, 'rule')} not met, score ${score}`
            : `Checked: ${count(certificate.rules.length, 'rule')}, score ${score}`}
        </Button>
      }
    >
      <div className="flex flex-col gap-7">
        <section aria-labelledby="certificate-rules">
          <h3 id="certificate-rules" className="mb-1 font-medium text-sm">
            Rules
          </h3>
          <ul className="divide-y divide-border">
            {certificate.rules.map(({ id, passed, repaired, detail }) => (
              <li key={id} className="flex gap-3 py-2.5">
                <span className={passed ? 'mt-0.5 text-success' : 'mt-0.5 text-danger'}>
                  {passed ? <Check aria-hidden className="size-4" /> : <X aria-hidden className="size-4" />}
                  <span className="sr-only">{passed ? 'Passed' : 'Not met'}</span>
                </span>
                <div className="flex min-w-0 flex-1 flex-col gap-0.5">
                  <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-sm">
                    {ruleWords[id]}
                    {repaired && <Badge tone="warning">Corrected</Badge>}
                  </p>
                  <p className="break-words text-sm text-subtle">{detail}</p>
                </div>
                <span className="text-subtle text-xs tabular-nums leading-6">{id}</span>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="certificate-score">
          <div className="mb-3 flex items-baseline justify-between gap-3">
            <h3 id="certificate-score" className="font-medium text-sm">
              Score
            </h3>
            <p className="font-semibold text-lg tabular-nums">
              {score} <span className="font-normal text-sm text-subtle">of 100</span>
            </p>
          </div>
          <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
            {partWords.map(({ part, label, most }) => {
              const points = certificate.parts[part]
              return (
                <li key={part} className="flex flex-col gap-1.5">
                  <div className="flex items-baseline justify-between gap-3 text-sm">
                    <span>{label}</span>
                    <span className="text-subtle tabular-nums">
                      {points} of {most}
                    </span>
                  </div>
                  <Progress value={points} max={most} ariaLabel={label} valueText={`${points} of ${most}`} />
                </li>
              )
            })}
          </ul>
        </section>
      </div>
    </Dialog>
  )
}
