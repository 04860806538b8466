import type { Situation } from '../make/situation.ts'

/** A sentence that may be said of an item; `kind` tells sentences of one form apart. */
export type Phrase = { kind: string; text: string | null | undefined | false }
/** The facts that sentences rest on, besides the plan's own order. */
export type Telling = Pick<Situation, 'facts' | 'needs' | 'history' | 'community'>
