import net from 'node:net'

export type FakeMailServer = {
  url: string
  /** Whole messages as they came in, oldest first. */
  messages: string[]
  stop: () => Promise<void>
}

/** Takes any mail that comes, in as much of RFC 5321 as a client needs that neither encrypts nor signs in. */
export async function startFakeMailServer(): Promise<FakeMailServer> {
  const messages: string[] = []
  const server = net.createServer((socket) => converse(socket, messages))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    messages,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function converse(socket: net.Socket, messages: string[]): void {
  let unread = ''
  let message: string[] | undefined
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 mail.example ESMTP')
  socket.on('data', (chunk) => {
    const lines = (unread + chunk.toString('utf8')).split('\r\n')
    unread = lines.pop() ?? ''
    for (const line of lines) {
      if (message && line === '.') {
        messages.push(message.join('\n'))
        message = undefined
        say('250 kept')
      } else if (message) message.push(line.replace(/^\.\./, '.'))
      else if (/^DATA$/i.test(line)) {
        message = []
        say('354 go on')
      } else if (/^QUIT$/i.test(line)) {
        say('221 bye')
        socket.end()
      } else say(/^(EHLO|HELO|MAIL FROM:|RCPT TO:|RSET|NOOP)/i.test(line) ? '250 ok' : '502 unknown')
    }
  })
  socket.on('error', () => socket.destroy())
}

/** The body of a message's plain-text part, out of its quoted-printable form. */
export function plainTextOf(message: string): string {
  const part = /Content-Type: text\/plain[\s\S]*?\n\n([\s\S]*?)\n--/i.exec(message)?.[1] ?? message
  return part
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
