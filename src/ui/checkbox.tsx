import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names';

type Props = ComponentProps<'input'> & Readonly<{ label: ReactNode; hint?: ReactNode }>;

/** A yes or no with its label beside it. The whole line can be pressed. */
export function Checkbox({ label, hint, className, id, type = 'checkbox', ...rest }: Props) {
  const own = useId();
  const control = id ?? own;
  return (
    <div className={classNames('flex items-start gap-2.5', className)}>
      <input
        {...rest}
        type={type}
        id={control}
        aria-describedby={hint ? `${control}-hint` : undefined}
        className="mt-0.5 size-4 shrink-0 cursor-pointer accent-accent disabled:cursor-not-allowed"
      />
      <div className="min-w-0">
        <label htmlFor={control} className="cursor-pointer text-ink">
          {label}
        </label>
        {hint && (
          <p id={`${control}-hint`} className="text-ink-faint text-sm">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
