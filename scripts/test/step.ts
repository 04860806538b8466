import { spawn } from 'node:child_process'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..', '..')

export type Step = {
  args: string[]
  cwd?: string
  env?: Record<string, string>
  /** Takes the output, which otherwise goes to the terminal. */
  write?: (text: string) => void
  /** Ends the tool. */
  signal?: AbortSignal
}

/** Runs a tool on this Node; answers whether it went well. */
export function runStep({ args, cwd = root, env = {}, write, signal }: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['inherit', write ? 'pipe' : 'inherit', write ? 'pipe' : 'inherit'],
      ...(signal && { signal }),
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => write?.(text))
    child.once('error', () => resolve(false))
    child.once('close', (code) => resolve(code === 0))
  })
}

/** The script of a tool in the root's own packages. */
export function tool(...parts: string[]): string {
  return path.join(root, 'node_modules', ...parts)
}

export function heading(title: string): string {
  return `\n── ${title}\n`
}
