import type { Calibration } from '@codify/api/contract'

/** Fewer say more about luck than about the learner. */
const ENOUGH = 5

/** What the Brier score means for somebody who has never heard of it. */
export function calibrationWords({ predictions, right, brier, bands }: Calibration): string {
  if (brier === null) return 'No prediction yet.'
  const counted = `You were right ${right} of ${predictions} times.`
  if (predictions < ENOUGH)
    return `${counted} After ${ENOUGH} predictions this says how well you know what you know.`
  const sure = bands.reduce((sum, { mean_confidence, count }) => sum + (mean_confidence ?? 0) * count, 0)
  const lean = sure / predictions - (100 * right) / predictions
  if (lean > 10)
    return `${counted} You are surer than you are right: look twice before you settle on a pattern.`
  if (lean < -10) return `${counted} You are right more often than you think: trust the first idea more.`
  return `${counted} Your certainty fits how often you are right${brier <= 0.1 ? ', and you tell the patterns apart well' : ''}.`
}
