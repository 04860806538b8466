import { deviceStorage } from '@/lib/device-storage.ts'

/** The generation that this browser started and has not seen end, so that its banner comes back after a reload. */
const key = 'codify.generation'

export function rememberGeneration(id: string): void {
  deviceStorage.setItem(key, id)
}

export function rememberedGeneration(): string | undefined {
  return deviceStorage.getItem(key) ?? undefined
}

export function forgetGeneration(): void {
  deviceStorage.removeItem(key)
}
