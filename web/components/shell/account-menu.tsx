'use client'

import { LogOut, Settings } from 'lucide-react'
import Link from 'next/link'
import { signOut } from 'next-auth/react'
import {
  DropdownMenu,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
} from '@/components/ui/dropdown-menu.tsx'
import { routes } from '@/lib/routes.ts'

export function AccountMenu({ name, email }: { name: string; email: string }) {
  const trigger = (
    <button
      type="button"
      aria-label="Account menu"
      className="flex size-9 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent text-sm transition-shadow hover:ring-2 hover:ring-accent/40"
    >
      {[...name][0]?.toUpperCase()}
    </button>
  )
  return (
    <DropdownMenu trigger={trigger} className="w-60">
      <DropdownMenuLabel className="flex flex-col">
        <span className="truncate font-medium text-foreground text-sm">{name}</span>
        <span className="truncate">{email}</span>
      </DropdownMenuLabel>
      <DropdownMenuSeparator />
      <DropdownMenuItem asChild>
        <Link href={routes.settings}>
          <Settings aria-hidden />
          Settings
        </Link>
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => void signOut({ callbackUrl: routes.home })}>
        <LogOut aria-hidden />
        Sign out
      </DropdownMenuItem>
    </DropdownMenu>
  )
}
