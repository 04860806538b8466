import { ArrowLeft, ArrowRight } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { lastStep } from '../form.ts'

type StepActionsProps = {
  step: number
  /** An intake is there already: it can be saved at any step, without a new plan. */
  isEditing: boolean
  isBusy: boolean
  failure: string | undefined
  onBack: () => void
  onSave: () => void
}

export function StepActions({ step, isEditing, isBusy, failure, onBack, onSave }: StepActionsProps) {
  const isLast = step === lastStep
  return (
    <div className="flex flex-col gap-3 border-border border-t pt-5">
      {failure && (
        <p role="alert" className="text-danger text-sm">
          {failure}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {step > 1 && (
          <Button variant="ghost" className="mr-auto -ml-2 px-2" onClick={onBack} disabled={isBusy}>
            <ArrowLeft aria-hidden />
            Back
          </Button>
        )}
        {isEditing && (
          <Button variant="secondary" onClick={onSave} disabled={isBusy}>
            Save
          </Button>
        )}
        <Button type="submit" loading={isBusy}>
          {isLast ? (isEditing ? 'Save and make a new plan' : 'Make my plan') : 'Continue'}
          {!isLast && <ArrowRight aria-hidden />}
        </Button>
      </div>
    </div>
  )
}
