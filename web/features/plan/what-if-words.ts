import type { WhatIf } from '@codify/api/contract'
import { formatMinutes } from '../../lib/calendar-day.ts'
import type { PlanTime } from './actions.ts'

export type WhatIfAnswer = {
  present: PlanTime
  asked: PlanTime
  /** What the rules would plan in the present time, and in the time asked about. */
  now: WhatIf
  would: WhatIf
}

/** What other hours and weeks would change, and what the plan would then be. */
export function whatIfWords({ present, asked, now, would }: WhatIfAnswer): { change: string; rest: string } {
  const isOther = asked.hours !== present.hours || asked.weeks !== present.weeks
  const time = `${asked.hours} h a week${asked.weeks === present.weeks ? '' : ` for ${counted(asked.weeks, 'week')}`}`
  const rest = [
    `That is ${counted(would.problems, 'problem')} in ${formatMinutes(would.minutes)}.`,
    would.overflow === 0
      ? 'Nothing useful would be left out.'
      : `${would.overflow} useful ${would.overflow === 1 ? 'one' : 'ones'} would still not fit.`,
    would.weeks < asked.weeks
      ? `Your interview comes sooner, so it would cover ${counted(would.weeks, 'week')}.`
      : '',
  ]
  return {
    change: isOther
      ? `At ${time}, ${difference(would.problems - now.problems)}.`
      : 'This is the time you have now.',
    rest: rest.filter(Boolean).join(' '),
  }
}

function difference(more: number): string {
  if (more === 0) return 'as many would fit as now'
  return `${inWords(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} would fit`
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function inWords(amount: number): string {
  return smallNumbers[amount] ?? String(amount)
}

function counted(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}
