import { cn } from '@/lib/cn.ts'
import { Button, type ButtonProps } from './button.tsx'

type IconButtonProps = Omit<ButtonProps, 'aria-label' | 'title'> & { label: string }

/** A button that shows only an icon; `label` is its name for assistive technology and on hover. */
export function IconButton({ label, size = 'md', variant = 'ghost', className, ...props }: IconButtonProps) {
  const square = { sm: 'size-8', md: 'size-10', lg: 'size-12' }[size ?? 'md']
  return (
    <Button
      aria-label={label}
      title={label}
      size={size}
      variant={variant}
      className={cn(square, 'px-0 [&_svg]:size-[1.125rem]', className)}
      {...props}
    />
  )
}
