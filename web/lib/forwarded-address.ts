import 'server-only'
import { forwarderToken } from './api-token.ts'
import { callerAddressHeader } from './server-guard.ts'

/** Header that proves to the API which network address a browser's request came from. */
export async function forwardedAddress(incoming: Headers): Promise<Record<string, string>> {
  const address = incoming.get(callerAddressHeader)
  if (!address) return {}
  return { 'x-codify-client-address': address, 'x-codify-forwarder': await forwarderToken() }
}
