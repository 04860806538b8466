const REFUSED = [
  ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'importScripts'],
  [
    'indexedDB',
    'caches',
    'BroadcastChannel',
    'Worker',
    'SharedWorker',
    'Notification',
    'postMessage',
    'close',
  ],
].flat()

/**
 * Takes from the Worker what code that solves a problem has no use for, and says so in words. It is courtesy and a
 * second wall: the first is the frame's policy, which this Worker inherits and no code can change.
 */
export function lockDown(): void {
  for (const name of REFUSED) {
    const refuse = () => {
      throw new Error(`\`${name}\` is not there: your code runs alone, without network, storage or page.`)
    }
    for (let at = Object.getPrototypeOf(globalThis); at !== null; at = Object.getPrototypeOf(at)) {
      Reflect.deleteProperty(at, name)
    }
    Reflect.defineProperty(globalThis, name, { value: refuse, writable: false, configurable: false })
  }
}
