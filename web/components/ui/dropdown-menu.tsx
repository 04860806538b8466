'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type DropdownMenuProps = {
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  className?: string
}

export function DropdownMenu({ trigger, children, align = 'end', className }: DropdownMenuProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            'z-50 min-w-44 animate-enter rounded-xl border border-border bg-surface p-1 shadow-popover outline-none',
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

const itemStyle =
  'flex cursor-default select-none items-center gap-2.5 rounded-lg px-2.5 py-2 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-muted [&_svg]:size-4 [&_svg]:text-subtle'

type ItemProps = ComponentProps<typeof Primitive.Item> & { tone?: 'neutral' | 'danger' }

export function DropdownMenuItem({ tone = 'neutral', className, ...props }: ItemProps) {
  return (
    <Primitive.Item
      className={cn(itemStyle, tone === 'danger' && 'text-danger [&_svg]:text-danger', className)}
      {...props}
    />
  )
}

type RadioGroupProps<Value extends string> = {
  label: string
  options: readonly { value: Value; label: string; icon?: ReactNode }[]
  value: Value | undefined
  onValueChange: (value: Value) => void
}

/** One choice among a few inside a menu; choosing leaves the menu open. */
export function DropdownMenuRadioGroup<Value extends string>({
  label,
  options,
  value,
  onValueChange,
}: RadioGroupProps<Value>) {
  return (
    <>
      <DropdownMenuLabel>{label}</DropdownMenuLabel>
      <Primitive.RadioGroup
        aria-label={label}
        value={value ?? ''}
        onValueChange={(next) => {
          const option = options.find((each) => each.value === next)
          if (option) onValueChange(option.value)
        }}
      >
        {options.map((option) => (
          <Primitive.RadioItem
            key={option.value}
            value={option.value}
            className={itemStyle}
            onSelect={(event) => event.preventDefault()}
          >
            {option.icon}
            <span className="flex-1">{option.label}</span>
            <Primitive.ItemIndicator>
              <Check aria-hidden />
            </Primitive.ItemIndicator>
          </Primitive.RadioItem>
        ))}
      </Primitive.RadioGroup>
    </>
  )
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label className={cn('px-2.5 py-1.5 text-subtle text-xs', className)} {...props} />
}

export function DropdownMenuSeparator() {
  return <Primitive.Separator className="my-1 h-px bg-border" />
}
