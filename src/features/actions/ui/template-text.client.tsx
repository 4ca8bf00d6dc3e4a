'use client';

import { type Ref, useImperativeHandle, useRef } from 'react';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';
import { VariableMenu } from './variable-menu.client';

type Props = Readonly<{
  id?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  long: boolean;
  lang?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLElement>;
}>;

/** A text with places such as `{{ticket.number}}`, and the menu that puts them where the caret stands. */
export function TemplateText({ long, value, onChange, ref, ...rest }: Props) {
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => control.current);
  const insert = (name: string) => {
    const start = control.current?.selectionStart ?? value.length;
    const end = control.current?.selectionEnd ?? value.length;
    onChange(`${value.slice(0, start)}{{${name}}}${value.slice(end)}`);
    control.current?.focus();
  };
  const common = { ...rest, ref: control, value };
  return (
    <div className="flex items-start gap-1">
      {long ? (
        <Textarea {...common} rows={4} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <Input {...common} onChange={({ target }) => onChange(target.value)} />
      )}
      <VariableMenu onChoose={insert} />
    </div>
  );
}
