import { CircleAlert } from 'lucide-react';
import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';
import { classNames } from './class-names';

type Control = Readonly<{
  id?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
}>;

type Props = Readonly<{
  label: ReactNode;
  /** One sentence under the label, read together with the control. */
  hint?: ReactNode;
  /** What is wrong and what to do; absent when nothing is. */
  error?: ReactNode;
  /** For screens that show the purpose otherwise; the label is still read aloud. */
  hideLabel?: boolean;
  className?: string;
  /** One control, such as `<Input name="email" />`; it is given its id and its description. */
  children: ReactElement<Control>;
}>;

/** A labelled control with its hint and its error, tied together for screen readers. */
export function Field({ label, hint, error, hideLabel, className, children }: Props) {
  const own = useId();
  const id = children.props.id ?? own;
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-medium text-ink text-sm'}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-ink-faint text-sm">
          {hint}
        </p>
      )}
      {cloneElement(children, {
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-danger-ink text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
