import { Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'

export type Theme = 'system' | 'light' | 'dark'

export const themeOptions: { value: Theme; label: string; icon: ReactNode }[] = [
  { value: 'system', label: 'System', icon: <Monitor aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
]

export function isTheme(value: string | undefined): value is Theme {
  return themeOptions.some((option) => option.value === value)
}
