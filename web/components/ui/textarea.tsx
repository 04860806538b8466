'use client'

import { type ComponentProps, useImperativeHandle, useRef } from 'react'
import { cn } from '@/lib/cn.ts'
import { inputStyle } from './input-style.ts'
import { useTypedEarly } from './use-typed-early.ts'

export function Textarea({ className, rows = 4, ref, ...props }: ComponentProps<'textarea'>) {
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => field.current)
  useTypedEarly(field, props.value)
  return (
    <textarea
      ref={field}
      rows={rows}
      className={cn(inputStyle, 'field-sizing-content min-h-24 py-2.5 leading-relaxed', className)}
      {...props}
    />
  )
}
