import 'server-only'
import { type Paste, pasteListSchema, planViewSchema } from '@codify/api/contract'
import { getLogger } from '@/lib/logger.ts'
import { ApiError, load, serverApi } from '@/lib/server-api.ts'

/** The id of the plan that can be downloaded; null without one. */
export async function loadPlanId(): Promise<string | null> {
  const api = await serverApi()
  try {
    return (await load(api.v1.plans.current.$get(), planViewSchema)).id
  } catch (err) {
    if (!(err instanceof ApiError)) throw err
    if (err.status !== 404) getLogger().warn({ err }, 'plan unavailable on the settings page')
    return null
  }
}

/** Pasted histories of the last day, which can be taken back. */
export async function loadPastes(): Promise<Paste[]> {
  const api = await serverApi()
  return (await load(api.v1.me.history.$get(), pasteListSchema)).items
}
