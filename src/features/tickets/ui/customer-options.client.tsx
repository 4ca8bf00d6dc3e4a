'use client';

import { Avatar } from '@/ui/avatar';
import { classNames } from '@/ui/class-names';

/** Somebody who can be written to. */
export type Choosable = Readonly<{ key: string; name: string; address: string }>;

type Props = Readonly<{
  /** Of the field; the list's id and those of its options begin with it. */
  id: string;
  label: string;
  options: readonly Choosable[];
  active: number;
  onChoose: (chosen: Choosable) => void;
}>;

/** The list below a field in which a person is named. */
export function CustomerOptions({ id, label, options, active, onChoose }: Props) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label={label}>
      {options.map((option, index) => (
        <div
          key={option.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
          className={classNames(
            'flex cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1.5 hover:bg-hover',
            index === active && 'bg-hover',
          )}
        >
          <Avatar name={option.name} />
          <span className="min-w-0 flex-1">
            <span className="block truncate">{option.name}</span>
            <span className="block truncate text-ink-faint text-sm">{option.address}</span>
          </span>
        </div>
      ))}
    </div>
  );
}
