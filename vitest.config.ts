import { defineConfig } from 'vitest/config'

// `*.test.ts` is pure, `*.db.test.ts` needs a database (HTTP tests too), `*.browser.test.ts` a Chromium.
const withDatabase = ['{api,db,seeds}/**/*.db.test.ts']
const browser = ['**/*.browser.test.ts']
const never = ['**/node_modules/**', '**/.next/**']

const server = process.env.TEST_DATABASE_URL
// A PgBouncer in front of that server: the tests then go through it.
const pooler = process.env.TEST_POOLER_URL
const setupFiles = ['scripts/test/seed-properties.ts']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...never, ...withDatabase, ...browser],
          setupFiles,
          isolate: false,
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
          globalSetup: ['web/test/shared-codify.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
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
      // The files of a worker share the modules of the API: to import it anew for each costs half of the run.
      isolate: false,
      testTimeout: 120_000,
      hookTimeout: 60_000,
    },
  }
}
