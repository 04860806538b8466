import { load, type Request } from './load.ts'
import { metric } from './throughput.ts'

const MEGABYTE = 1024 * 1024

/** Resident memory of the API through a mixed load, looked at after each twelfth of it. */
export async function watchMemory(options: {
  port: number
  seconds: number
  requests: () => Request[]
  meanwhile: (part: number) => Promise<unknown>
}): Promise<{ megabytes: number[]; requests: number; failed: number }> {
  const parts = 12
  const megabytes: number[] = []
  let requests = 0
  let failed = 0
  for (let part = 0; part < parts; part++) {
    const [measured] = await Promise.all([
      load({
        port: options.port,
        requests: options.requests(),
        connections: 8,
        seconds: options.seconds / parts,
      }),
      options.meanwhile(part),
    ])
    requests += measured.requests
    failed += measured.failed
    megabytes.push((await metric(options.port, 'process_resident_memory_bytes')) / MEGABYTE)
  }
  return { megabytes, requests, failed }
}
