import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Logger } from 'pino'
import { type Clock, isStillFresh } from '../../shared/clock.ts'

/** An operator turns the model off and on while Codify runs. */
export type ModelSwitch = { isOn: () => Promise<boolean> }

export const MODEL_SETTING = 'model'
/** How soon a running process hears of it. */
const FRESH_MS = 3_000

/** `read` answers `off` when the model is turned off. While nothing can be read the last answer counts. */
export function createModelSwitch({
  read,
  clock,
  logger,
}: {
  read: () => Promise<string | undefined>
  clock: Clock
  logger: Logger
}): ModelSwitch {
  let known = { isOn: true, until: 0 }
  return {
    async isOn() {
      if (isStillFresh({ ...known, forMs: FRESH_MS, clock })) return known.isOn
      try {
        known = { isOn: (await read())?.trim() !== 'off', until: clock().getTime() + FRESH_MS }
      } catch (err) {
        logger.warn({ err }, 'could not read whether the model is turned off')
      }
      return known.isOn
    },
  }
}

/**
 * Where the embedded database keeps the switch: beside it, because only the API's process may open it. Whoever may
 * write there may do anything to this Codify anyway.
 */
export function modelSwitchFile(dataDir: string): string {
  return path.join(dataDir, 'model-switch')
}

export async function readModelSwitchFile(dataDir: string): Promise<string | undefined> {
  try {
    return await readFile(modelSwitchFile(dataDir), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
