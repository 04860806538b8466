import { type FromFrame, fromFrame, type ToFrame } from './frame-messages.ts'
import { SandboxError } from './sandbox-error.ts'

const CONNECT_MS = 15_000

export type FrameConnection = {
  send: (message: ToFrame, transfer?: Transferable[]) => void
  /** Takes the place of whoever listened before. */
  listen: (hear: (message: FromFrame) => void) => void
  close: () => void
}

/**
 * Opens the sandboxed frame and a channel of its own to it: no other window or Worker can speak on it. The frame has an
 * origin of no one, so that neither cookies nor storage nor this page are within its reach.
 */
export async function connectFrame(path: string): Promise<FrameConnection> {
  const iframe = document.createElement('iframe')
  iframe.setAttribute('sandbox', 'allow-scripts')
  iframe.setAttribute('aria-hidden', 'true')
  iframe.title = 'Sandbox'
  iframe.tabIndex = -1
  iframe.hidden = true
  iframe.src = path
  const { port1, port2 } = new MessageChannel()
  let hear: (message: FromFrame) => void = () => {}
  const close = () => {
    port1.close()
    iframe.remove()
  }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      close()
      reject(
        new SandboxError(
          'The sandbox did not start. Reload the page; if that does not help, try another browser.',
        ),
      )
    }, CONNECT_MS)
    hear = ({ type }) => {
      if (type !== 'connected') return
      clearTimeout(timer)
      resolve()
    }
    port1.onmessage = ({ data }) => {
      const message = fromFrame.safeParse(data)
      // What is not a message of ours, or too long to be one, is nobody's.
      if (message.success) hear(message.data)
    }
    iframe.addEventListener('load', () => iframe.contentWindow?.postMessage('connect', '*', [port2]), {
      once: true,
    })
    document.body.append(iframe)
  })
  return {
    send: (message, transfer = []) => port1.postMessage(message, transfer),
    listen: (listener) => {
      hear = listener
    },
    close,
  }
}
