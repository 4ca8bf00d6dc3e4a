import { cva, type VariantProps } from 'class-variance-authority';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

const look = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:bg-accent-hover',
        secondary: 'border border-line-strong/60 bg-raised text-ink hover:bg-hover',
        ghost: 'text-ink-soft hover:bg-hover hover:text-ink',
        danger: 'bg-danger text-on-accent hover:bg-danger-hover',
        link: 'h-auto rounded-sm px-0 text-accent-ink underline-offset-2 hover:underline',
      },
      size: {
        md: 'h-control px-3 text-base',
        sm: 'h-7 px-2 text-sm',
        icon: 'size-control',
        'icon-sm': 'size-7',
      },
    },
    compoundVariants: [{ variant: 'link', className: 'h-auto px-0' }],
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

type Look = VariantProps<typeof look>;
type ButtonProps = ComponentProps<'button'> & Look & Readonly<{ pending?: boolean }>;

/**
 * A button. At most one `primary` per view. `pending` keeps its width, dims it and blocks a second press.
 * The sizes `icon` and `icon-sm` need an `aria-label`.
 */
export function Button({ variant, size, pending = false, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={rest.disabled || pending}
      aria-busy={pending || undefined}
      className={classNames(look({ variant, size }), className)}
    />
  );
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={classNames(look({ variant, size }), className)} />;
}
