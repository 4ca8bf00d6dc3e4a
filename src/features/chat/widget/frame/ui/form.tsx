/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { errorsOf, type FormError, type FormField, type FormValues } from '../model/form';
import type { Speech } from '../words';

type Props = Readonly<{
  speech: Speech;
  fields: readonly FormField[];
  submit: string;
  busy?: boolean;
  /** Why the last try failed, in words. */
  problem?: string | null;
  onSubmit: (values: FormValues) => void;
  /** Called with everything that is typed, so that it can be kept. */
  onType?: (values: FormValues) => void;
  children?: ComponentChildren;
}>;

/** A form that says what is wrong beside the field, and puts the cursor there. */
export function Form({ speech, fields, submit, busy = false, problem, onSubmit, onType, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, FormError>>>({});
  const send = (event: Event) => {
    event.preventDefault();
    const values = valuesOf(form.current);
    const wrong = errorsOf(fields, values);
    setErrors(wrong);
    const [first] = fields.filter(({ name }) => wrong[name]);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus();
    else if (!busy) onSubmit(values);
  };
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={send}
      onInput={() => onType?.(valuesOf(form.current))}
    >
      {fields.map((field) => (
        <Labelled key={field.name} field={field} error={errors[field.name] ?? null} speech={speech} />
      ))}
      {children}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="primary" aria-disabled={busy}>
        {submit}
      </button>
    </form>
  );
}

type LabelledProps = Readonly<{ field: FormField; error: FormError | null; speech: Speech }>;

function Labelled({ field, error, speech }: LabelledProps) {
  const { words } = speech;
  const id = useId();
  const described = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const common = {
    id,
    name: field.name,
    'aria-invalid': error !== null,
    'aria-required': field.required,
    ...(described && { 'aria-describedby': described }),
  };
  return (
    <div className={field.kind === 'consent' ? 'field consent' : 'field'}>
      <label htmlFor={id}>
        {field.label}
        {!field.required && field.kind !== 'consent' && <span className="faint"> ({words.optional})</span>}
      </label>
      {field.hint && (
        <p id={`${id}-hint`} className="hint">
          {field.hint}
        </p>
      )}
      <Control field={field} common={common} choose={words.choose} />
      {error && (
        <p id={`${id}-error`} className="error">
          {words.problem[error]}
        </p>
      )}
    </div>
  );
}

const TYPES: Readonly<Record<string, string>> = { email: 'email', phone: 'tel' };

type ControlProps = Readonly<{ field: FormField; common: Record<string, unknown>; choose: string }>;

function Control({ field, common, choose }: ControlProps) {
  const { kind, value = '', options = [], autocomplete = 'off' } = field;
  if (kind === 'long') return <textarea {...common} rows={4} maxLength={8000} defaultValue={value} />;
  if (kind === 'consent') return <input {...common} type="checkbox" value="true" />;
  if (kind === 'choice') {
    return (
      <select {...common}>
        {!value && <option value="">{choose}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...common}
      type={TYPES[kind] ?? 'text'}
      autoComplete={autocomplete}
      maxLength={200}
      defaultValue={value}
    />
  );
}

function valuesOf(form: HTMLFormElement | null): FormValues {
  const entries = form ? [...new FormData(form)] : [];
  return Object.fromEntries(entries.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}
