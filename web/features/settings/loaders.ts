import 'server-only'
import { type Break, breakListSchema, type Settings, settingsSchema } from '@codify/api/contract'
import { load, serverApi } from '@/lib/server-api.ts'

export async function loadSettings(): Promise<Settings> {
  const api = await serverApi()
  return load(api.v1.settings.$get(), settingsSchema)
}

export async function loadBreaks(): Promise<Break[]> {
  const api = await serverApi()
  return (await load(api.v1.breaks.$get(), breakListSchema)).items
}
