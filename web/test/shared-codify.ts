import type { TestProject } from 'vitest/node'
import { startCodify } from './start-codify.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    sharedCodify: { webUrl: string; apiUrl: string }
  }
}

/** Starts the Codify that all browser test files share which ask for no special one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { webUrl, apiUrl, stop } = await startCodify()
  project.provide('sharedCodify', { webUrl, apiUrl })
  return async () => {
    await stop()
  }
}
