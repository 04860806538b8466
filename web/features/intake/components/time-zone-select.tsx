'use client'

import { canonicalTimeZone, labelOf, timeZoneOptions } from '@codify/api/contract'
import { ChevronDown } from 'lucide-react'
import { type ComponentProps, useMemo, useRef, useSyncExternalStore } from 'react'
import { inputStyle } from '@/components/ui/input-style.ts'
import { useTypedEarly } from '@/components/ui/use-typed-early.ts'
import { cn } from '@/lib/cn.ts'

const never = () => () => undefined

type TimeZoneSelectProps = Omit<ComponentProps<'select'>, 'value' | 'onChange'> & {
  value: string
  onChange: (zone: string) => void
}

/** Some four hundred zones, found by typing. */
export function TimeZoneSelect({ value, onChange, className, ...props }: TimeZoneSelectProps) {
  const field = useRef<HTMLSelectElement>(null)
  // The browser may have another canonical name than the server.
  const zone = canonicalTimeZone(value) ?? value
  useTypedEarly(field, zone)
  // Only in the browser: a server may know other zones, and the two must agree on the first picture.
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const options = useMemo(
    () => (isAlive ? timeZoneOptions(zone) : [{ value: zone, label: labelOf(zone) }]),
    [isAlive, zone],
  )
  return (
    <span className={cn('relative block', className)}>
      <select
        ref={field}
        value={zone}
        onChange={(event) => onChange(event.target.value)}
        className={cn(inputStyle, 'h-10 appearance-none pr-9')}
        {...props}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-3 right-3 size-4 text-subtle" />
    </span>
  )
}
