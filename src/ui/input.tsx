import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlLook } from './control-look';

/** A line of text. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={classNames(controlLook, 'h-control', className)} />;
}
