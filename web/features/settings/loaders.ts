import 'server-only'
import { type Break, breakListSchema, type ReadSettings, readSettingsSchema } from '@codify/api/contract'
import { load, serverApi } from '@/lib/server-api.ts'

export async function loadSettings(): Promise<ReadSettings> {
  const api = await serverApi()
  return load(api.v1.settings.$get(), readSettingsSchema)
}

export async function loadBreaks(): Promise<Break[]> {
  const api = await serverApi()
  return (await load(api.v1.breaks.$get(), breakListSchema)).items
}
