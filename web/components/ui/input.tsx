'use client'

import { type ComponentProps, useImperativeHandle, useRef } from 'react'
import { cn } from '@/lib/cn.ts'
import { inputStyle } from './input-style.ts'
import { useTypedEarly } from './use-typed-early.ts'

/** 16 px text on phones, so that iOS does not zoom in on focus. */
export function Input({ className, type = 'text', ref, ...props }: ComponentProps<'input'>) {
  const field = useRef<HTMLInputElement>(null)
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => field.current)
  useTypedEarly(field, props.value)
  return <input ref={field} type={type} className={cn(inputStyle, 'h-10', className)} {...props} />
}
