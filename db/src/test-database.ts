import { afterAll, beforeAll, inject } from 'vitest'
import type { Database } from './create-db.ts'
import { cloneTemplate, type TestTemplate } from './testing.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    template: TestTemplate
  }
}

/** A migrated and seeded database of the test file's own; read `database` in tests and hooks only. */
export function useTestDatabase(): { readonly database: Database } {
  let database: Database | undefined
  beforeAll(async () => {
    database = await cloneTemplate(inject('template'))
  })
  afterAll(async () => {
    await database?.close()
  })
  return {
    get database() {
      if (!database) throw new Error('the test database is ready in tests and hooks only')
      return database
    },
  }
}
