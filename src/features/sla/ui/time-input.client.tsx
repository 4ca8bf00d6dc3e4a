'use client';

import type { ComponentProps } from 'react';
import { clockIn } from '@/domain/sla/week-hours';
import { classNames } from '@/ui/class-names';
import { Input } from '@/ui/input';

type Props = Omit<ComponentProps<typeof Input>, 'onChange' | 'onBlur' | 'type'> &
  Readonly<{ value: string; onTime: (time: string) => void }>;

/** A time of day by 24 hours in every language: `9`, `930` and `9.30` are put right when the field is left. */
export function TimeInput({ value, onTime, className, ...rest }: Props) {
  return (
    <Input
      {...rest}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      placeholder="00:00"
      className={classNames('tabular-nums', className)}
      onChange={(event) => onTime(event.target.value)}
      onBlur={(event) => onTime(clockIn(event.target.value) ?? event.target.value)}
    />
  );
}
