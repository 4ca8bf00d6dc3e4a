import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlLook } from './control-look';

/** Several lines of text; grows with what is typed where the browser can do that. */
export function Textarea({ className, rows = 4, style, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      rows={rows}
      style={{ minBlockSize: `${rows * 1.25 + 1.125}rem`, ...style }}
      className={classNames(controlLook, 'field-sizing-content max-h-[60dvh] py-2', className)}
    />
  );
}
