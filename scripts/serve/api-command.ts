import path from 'node:path'

/**
 * Arguments of Node for the API, everywhere (`api/Dockerfile` repeats them). By default Node lets short-lived objects
 * take 128 MB and all others gigabytes before it collects; requests need a tenth of the first, the largest import well
 * below the second.
 */
export const apiArgs = ['--max-semi-space-size=8', '--max-old-space-size=512', 'api/src/main.ts']

/** Megabytes that the heap of the pages may take (`web/Dockerfile` repeats it): below what their container has. */
export const webArgs = ['--max-old-space-size=384']

/** Where Node keeps compiled sources: the second start is faster, and need not load what reads TypeScript. */
export function compileCache(root: string): Record<string, string> {
  return { NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'compiled') }
}
