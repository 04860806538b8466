import { codeLanguages } from '@codify/api/contract'
import { z } from 'zod'
import { deviceStorage } from '@/lib/device-storage.ts'

export const keyboards = ['standard', 'vim', 'emacs'] as const
const preferencesSchema = z.object({
  language: z.enum(codeLanguages),
  keyboard: z.enum(keyboards),
})
/** How this browser's workbench is set up. */
export type Preferences = z.infer<typeof preferencesSchema>

const KEY = 'codify:workbench'
const usual: Preferences = { language: 'typescript', keyboard: 'standard' }

export function readPreferences(): Preferences {
  try {
    return preferencesSchema.parse({ ...usual, ...JSON.parse(deviceStorage.getItem(KEY) ?? '{}') })
  } catch {
    return usual
  }
}

export function keepPreferences(preferences: Preferences): void {
  deviceStorage.setItem(KEY, JSON.stringify(preferences))
}

export const languageLabels = {
  typescript: 'TypeScript',
  javascript: 'JavaScript',
  python: 'Python',
} as const
