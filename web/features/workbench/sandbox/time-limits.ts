/** The making of an input and the reading of a result: no learner's time, but it has to end. */
export const PREPARE_MS = 30_000
