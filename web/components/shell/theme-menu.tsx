'use client'

import { Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { DropdownMenu, DropdownMenuRadioGroup } from '@/components/ui/dropdown-menu.tsx'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { isTheme, themeOptions } from './theme-options.tsx'

export function ThemeMenu() {
  const { theme, setTheme } = useTheme()
  const trigger = (
    <IconButton label="Theme">
      <Sun aria-hidden className="dark:hidden" />
      <Moon aria-hidden className="hidden dark:block" />
    </IconButton>
  )
  return (
    <DropdownMenu trigger={trigger}>
      <DropdownMenuRadioGroup
        label="Theme"
        options={themeOptions}
        value={isTheme(theme) ? theme : undefined}
        onValueChange={setTheme}
      />
    </DropdownMenu>
  )
}
