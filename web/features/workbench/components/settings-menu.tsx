'use client'

import { Settings2 } from 'lucide-react'
import { DropdownMenu, DropdownMenuRadioGroup } from '@/components/ui/dropdown-menu.tsx'
import { IconButton } from '@/components/ui/icon-button.tsx'
import type { Preferences } from '../preferences.ts'

const options = [
  { value: 'standard', label: 'Standard' },
  { value: 'vim', label: 'Vim' },
  { value: 'emacs', label: 'Emacs' },
] as const

type SettingsMenuProps = {
  keyboard: Preferences['keyboard']
  onChange: (keyboard: Preferences['keyboard']) => void
}

export function SettingsMenu({ keyboard, onChange }: SettingsMenuProps) {
  return (
    <DropdownMenu
      trigger={
        <IconButton label="Editor settings" size="sm">
          <Settings2 aria-hidden />
        </IconButton>
      }
    >
      <DropdownMenuRadioGroup label="Keys" options={options} value={keyboard} onValueChange={onChange} />
    </DropdownMenu>
  )
}
