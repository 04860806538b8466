import { defineConfig } from 'vitest/config'

// `*.test.ts` is pure, `*.db.test.ts` needs a database (HTTP tests too), `*.browser.test.ts` a Chromium.
const withDatabase = ['{api,db,seeds}/**/*.db.test.ts']
const browser = ['**/*.browser.test.ts']
const never = ['**/node_modules/**', '**/.next/**']

const server = process.env.TEST_DATABASE_URL
// A PgBouncer in front of that server: the tests then go through it.
const pooler = process.env.TEST_POOLER_URL
// Where several processes share a small machine, a wait may run out for no fault of ours; the report names each retry.
const setupFiles = ['scripts/test/seed-properties.ts']
const retry = process.env.CI === 'true' ? 1 : 0

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...never, ...withDatabase, ...browser],
          setupFiles,
          testTimeout: 30_000,
        },
      },
      databaseProject('pglite', undefined),
      ...(server ? [databaseProject('postgres', server)] : []),
      {
        test: {
          name: 'browser',
          include: browser,
          exclude: never,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          retry,
        },
      },
    ],
  },
})

function databaseProject(name: string, serverUrl: string | undefined) {
  return {
    test: {
      name,
      include: withDatabase,
      exclude: never,
      setupFiles,
      globalSetup: ['scripts/test-database.ts'],
      provide: { serverUrl, poolerUrl: pooler },
      testTimeout: 30_000,
      hookTimeout: 60_000,
      retry,
    },
  }
}
