import 'server-only'
import { type Token, tokenListSchema } from '@codify/api/contract'
import { load, serverApi } from '@/lib/server-api.ts'

export async function loadTokens(): Promise<Token[]> {
  const api = await serverApi()
  return (await load(api.v1.tokens.$get(), tokenListSchema)).items
}
