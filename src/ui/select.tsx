import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlLook } from './control-look';

/** The browser's own choice of one, in our clothes. Options are its children. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <div className={classNames('relative', className)}>
      <select
        {...rest}
        className={classNames(controlLook, 'h-control cursor-pointer appearance-none truncate pr-8')}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 size-4 text-ink-faint"
      />
    </div>
  );
}
