import {
  type ChangedSettings,
  type ChangeSettings,
  type CreateBreak,
  type CreatedBreak,
  changedSettingsSchema,
  createdBreakSchema,
  type DeletedBreak,
  deletedBreakSchema,
  deletedSchema,
} from '@codify/api/contract'
import { signOut } from 'next-auth/react'
import { browserApi, unwrap } from '@/lib/browser-api.ts'
import { routes } from '@/lib/routes.ts'

/** Ends every session of this learner, then this browser's. Throws `ApiError`. */
export async function signOutEverywhere(): Promise<void> {
  await unwrap(browserApi.v1.me['sign-out-everywhere'].$post())
  await signOut({ callbackUrl: routes.home })
}

/** Deletes all that is held on the learner, then shows what that was. Throws `ApiError`. */
export async function deleteAccount(): Promise<void> {
  const { deleted } = await unwrap(browserApi.v1.me.$delete(), deletedSchema)
  const counts = new URLSearchParams(Object.entries(deleted).map(([kind, rows]) => [kind, String(rows)]))
  await signOut({ callbackUrl: `${routes.goodbye}?${counts}` })
}

/** Saves the given fields; the open part of the plan follows at once. */
export async function saveSettings(settings: ChangeSettings): Promise<ChangedSettings> {
  return unwrap(browserApi.v1.settings.$put({ json: settings }), changedSettingsSchema)
}

export async function addBreak(days: CreateBreak): Promise<CreatedBreak> {
  return unwrap(browserApi.v1.breaks.$post({ json: days }), createdBreakSchema)
}

export async function removeBreak(id: string): Promise<DeletedBreak> {
  return unwrap(browserApi.v1.breaks[':id'].$delete({ param: { id } }), deletedBreakSchema)
}
