import type { Ending } from './children.ts'

/** "ended with code 1" or "was ended by SIGKILL". */
export function describeEnding({ code, signal }: Ending): string {
  return signal ? `was ended by ${signal}` : `ended with code ${code}`
}
