'use client'

import { ChevronDown } from 'lucide-react'
import { type ComponentProps, useRef, useSyncExternalStore } from 'react'
import { inputStyle } from '@/components/ui/input-style.ts'
import { useTypedEarly } from '@/components/ui/use-typed-early.ts'
import { cn } from '@/lib/cn.ts'

const never = () => () => undefined
let zones: readonly string[] | undefined

/** Only in the browser: a server may know other zones, and the two must agree on the first picture. */
function allZones(): readonly string[] {
  zones ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]
  return zones
}
const noZones: readonly string[] = []

type TimeZoneSelectProps = Omit<ComponentProps<'select'>, 'value' | 'onChange'> & {
  value: string
  onChange: (zone: string) => void
}

/** The system's own list: some four hundred zones, found by typing. */
export function TimeZoneSelect({ value, onChange, className, ...props }: TimeZoneSelectProps) {
  const field = useRef<HTMLSelectElement>(null)
  useTypedEarly(field, value)
  const known = useSyncExternalStore(never, allZones, () => noZones)
  const options = known.includes(value) ? known : [value, ...known]
  return (
    <span className={cn('relative block', className)}>
      <select
        ref={field}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cn(inputStyle, 'h-10 appearance-none pr-9')}
        {...props}
      >
        {options.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-3 right-3 size-4 text-subtle" />
    </span>
  )
}

/** The browser's own zone, or undefined where it does not say. */
export function browserTimeZone(): string | undefined {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || undefined
}
