import type { IncomingMessage } from 'node:http'
import { isLoopback, type WebConfig } from './parse-config.ts'

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']
const authority = /^(\[[\da-f:.]+\]|[^\s:/?#@[\]\\]+)(?::(\d{1,5}))?$/

/**
 * True if a Host header names this installation: host and port of `publicUrl`, in any case and with the dot of a full
 * name. On one machine the loopback names are the same place, also by the port that is listened on: no name server
 * answers for them, so no other site can take them.
 */
export function isOwnHost({
  host,
  publicUrl,
  listeningPort,
}: {
  host: string | undefined
  publicUrl: string
  listeningPort: number | undefined
}): boolean {
  const [, written = '', port] = authority.exec(host?.toLowerCase() ?? '') ?? []
  const name = written.replace(/(?<=[^.])\.$/, '')
  const own = new URL(publicUrl)
  const defaultPort = own.protocol === 'https:' ? '443' : '80'
  const ownPort = own.port || defaultPort
  const onMachine = isLoopback(publicUrl)
  const asked = port ?? defaultPort
  return (
    (name === own.hostname || (onMachine && loopbackNames.includes(name))) &&
    (asked === ownPort || (onMachine && asked === String(listeningPort)))
  )
}

/** They say nothing of anybody: probes ask an instance by its address, `api` by the name it has inside. */
const anyHost = ['/healthz', '/.well-known/jwks.json']

type Asked = Pick<IncomingMessage, 'headers' | 'headersDistinct'> & {
  url?: string | undefined
  socket: { localPort?: number | undefined }
}

/**
 * True if every host that a request names is this installation's: another site whose name was made to lead to this
 * machine must not read a page here, least of all one that shows a sign-in link. Removes untrusted parts from the
 * request: a forwarded host without a proxy, and the host of an absolute request line.
 */
export function asksForUs(
  request: Asked,
  { publicUrl, trustedProxies }: Pick<WebConfig, 'publicUrl' | 'trustedProxies'>,
): boolean {
  const isOurs = (host: string | undefined) =>
    isOwnHost({ host: host?.trim(), publicUrl, listeningPort: request.socket.localPort })
  const named = [...(request.headersDistinct.host ?? [])]
  const whole = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)(.*)$/i.exec(request.url ?? '')
  if (whole) {
    named.push(whole[1] ?? '')
    request.url = (whole[2] ?? '').replace(/^(?!\/)/, '/')
  }
  if (trustedProxies > 0)
    named.push(...(request.headersDistinct['x-forwarded-host'] ?? []).flatMap((text) => text.split(',')))
  // Nobody who may say so stands in front: Next would believe it all the same.
  else delete request.headers['x-forwarded-host']
  if (anyHost.includes(request.url?.split('?', 1)[0] ?? '')) return true
  return named.length > 0 && (request.headersDistinct.host ?? []).length === 1 && named.every(isOurs)
}
