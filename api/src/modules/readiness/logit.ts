/** Chance between 0 and 1 of a logit. */
export function chanceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** Mean chance when the logit itself is uncertain, with this variance (MacKay 1992, the probit approximation). */
export function expectedChance(logit: number, variance: number): number {
  return chanceOf(logit / Math.sqrt(1 + (Math.PI / 8) * variance))
}
