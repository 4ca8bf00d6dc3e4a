'use client';

import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { Input } from '@/ui/input';

const LONGEST_SUBJECT = 500;

type Props = Readonly<{ subject: string; mayEdit: boolean; onSave: (subject: string) => void }>;

/** The subject as the page's heading, which becomes a field when it is edited. Escape leaves it as it was. */
export function Subject({ subject, mayEdit, onSave }: Props) {
  const t = useTranslations('ticket.subject');
  const common = useTranslations('common');
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => pencil.current?.focus());
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = String(new FormData(event.currentTarget).get('subject') ?? '').trim();
    if (next !== '' && next !== subject) onSave(next);
    close();
  };
  if (editing) {
    return (
      <form onSubmit={submit} className="flex min-w-0 flex-1 items-center gap-2">
        <Input
          name="subject"
          aria-label={t('label')}
          defaultValue={subject}
          maxLength={LONGEST_SUBJECT}
          autoFocus
          onKeyDown={(event) => event.key === 'Escape' && close()}
          className="h-8"
        />
        <Button type="submit" size="sm">
          {common('save')}
        </Button>
      </form>
    );
  }
  return (
    <div className="group flex min-w-0 flex-1 items-center gap-1">
      <h1
        className="line-clamp-2 min-w-0 break-words font-semibold text-ink text-lg leading-snug"
        title={subject}
      >
        {subject}
      </h1>
      {mayEdit && (
        <Button
          ref={pencil}
          variant="ghost"
          size="icon-sm"
          aria-label={t('edit')}
          title={t('edit')}
          onClick={() => setEditing(true)}
          className="opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
        >
          <Pencil aria-hidden />
        </Button>
      )}
    </div>
  );
}
