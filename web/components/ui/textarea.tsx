import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn.ts'
import { inputStyle } from './input.tsx'

export function Textarea({ className, rows = 4, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={cn(inputStyle, 'field-sizing-content min-h-24 py-2.5 leading-relaxed', className)}
      {...props}
    />
  )
}
