/** 1 attempt · 8 attempts */
export function countOf(attempts: number): string {
  return `${attempts.toLocaleString('en-GB')} ${attempts === 1 ? 'attempt' : 'attempts'}`
}
