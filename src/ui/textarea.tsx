import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlLook } from './control-look';

/** Several lines of text; grows with what is typed where the browser can do that. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={classNames(controlLook, 'field-sizing-content max-h-[60dvh] min-h-20 py-2', className)}
    />
  );
}
