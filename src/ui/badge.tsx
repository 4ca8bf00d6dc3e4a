import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

const look = cva(
  'inline-flex max-w-full items-center gap-1 rounded-sm px-1.5 font-medium text-xs leading-5 whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-hover text-ink-soft',
        outline: 'border border-line text-ink-soft leading-[18px]',
        accent: 'bg-accent-soft text-accent-ink',
        danger: 'bg-danger-soft text-danger-ink',
        warning: 'bg-warning-soft text-warning-ink',
        success: 'bg-success-soft text-success-ink',
        info: 'bg-info-soft text-info-ink',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

/** A word or two that says what a thing is. Colour never says it alone. */
export function Badge({ tone, className, ...rest }: ComponentProps<'span'> & VariantProps<typeof look>) {
  return <span {...rest} className={classNames(look({ tone }), className)} />;
}
