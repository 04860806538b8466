import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { DropdownMenu } from '@/components/ui/dropdown-menu.tsx'
import { IconButton } from '@/components/ui/icon-button.tsx'

type MoreMenuProps = { title: string; isBusy: boolean; children: ReactNode }

/** Menu of further actions on a problem. */
export function MoreMenu({ title, isBusy, children }: MoreMenuProps) {
  return (
    <DropdownMenu
      trigger={
        // A disabled button would lose the focus that comes back to it from the menu.
        <IconButton label={`More for ${title}`} size="sm" aria-busy={isBusy || undefined}>
          <Ellipsis className="text-subtle" />
        </IconButton>
      }
    >
      {children}
    </DropdownMenu>
  )
}
