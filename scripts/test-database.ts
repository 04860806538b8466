import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../db/src/index.ts'
import { createTemplate, dropTemplate, type TestTemplate } from '../db/src/testing.ts'
import { loadSeeds } from '../seeds/src/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string | undefined
    poolerUrl: string | undefined
    template: TestTemplate
  }
}

/** Migrates and seeds one database a run; every test file clones it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'codify-test-'))
  const template = await createTemplate({
    ...project.getProvidedContext(),
    dumpFile: path.join(folder, 'template.tar'),
    prepare: async (db) => {
      await migrate(db)
      await loadSeeds(db)
    },
  })
  project.provide('template', template)
  return async () => {
    await dropTemplate(template)
    rmSync(folder, { recursive: true, force: true })
  }
}
