'use client'

import { useTheme } from 'next-themes'
import { useSyncExternalStore } from 'react'
import { isTheme, themeOptions } from '@/components/shell/theme-options.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'

const nothing = () => () => undefined

export function ThemeSetting() {
  const { theme, setTheme } = useTheme()
  // The server does not know the choice, so the first paint in the browser must not show it either.
  const isBrowser = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  )
  return (
    <ToggleGroup
      type="single"
      ariaLabel="Theme"
      options={themeOptions.map(({ value, label, icon }) => ({
        value,
        label: (
          <>
            {icon}
            {label}
          </>
        ),
      }))}
      value={isBrowser && isTheme(theme) ? theme : undefined}
      onValueChange={(next) => next && setTheme(next)}
    />
  )
}
