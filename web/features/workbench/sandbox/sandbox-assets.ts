import { z } from 'zod'

const file = z.object({ path: z.string(), bytes: z.number() })

/** What `scripts/prepare-sandbox.ts` made, by address; Next writes it into the pages when they are built. */
export const sandboxAssets = z.object({
  frame: z.string(),
  javascript: file,
  python: file,
  wasm: file,
  stdlib: file,
  snapshot: file,
})
export type SandboxAssets = z.infer<typeof sandboxAssets>

export function builtSandboxAssets(): SandboxAssets {
  return sandboxAssets.parse(JSON.parse(process.env.SANDBOX_ASSETS ?? '{}'))
}
