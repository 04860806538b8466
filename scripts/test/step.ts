import { spawn } from 'node:child_process'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..', '..')

export type Step = { args: string[]; cwd?: string; env?: Record<string, string> }

/** Runs a tool on this Node with its output on the terminal; answers whether it went well. */
export function runStep({ args, cwd = root, env = {} }: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

/** The script of a tool in the root's own packages. */
export function tool(...parts: string[]): string {
  return path.join(root, 'node_modules', ...parts)
}

export function heading(title: string): void {
  console.log(`\n── ${title}`)
}
