'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { instantOf, type LocalTime } from '@/domain/shared/local-time';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

/** A moment that is offered by name, in the reader's own time zone. */
export type OfferedMoment = Readonly<{ label: string; local: LocalTime }>;

type Props = Readonly<{
  /** Of the form, for the button that sends it. */
  id: string;
  timeZone: string;
  /** What is offered, and what stands there at first. */
  offers: readonly OfferedMoment[];
  first: LocalTime;
  onChoose: (at: Date) => void;
}>;

/** Chooses a moment to come: one of those that are offered, or any other. */
export function MomentForm({ id, timeZone, offers, first, onChoose }: Props) {
  const t = useTranslations('ticket.composer');
  const [local, setLocal] = useState(first);
  const [isPast, setIsPast] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const at = instantOf(local, timeZone);
    setIsPast(!at || at.getTime() <= Date.now());
    if (at && at.getTime() > Date.now()) onChoose(at);
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-2">
        {offers.map((offer) => (
          <Button
            key={offer.label}
            size="sm"
            aria-pressed={local === offer.local}
            onClick={() => setLocal(offer.local)}
          >
            {offer.label}
          </Button>
        ))}
      </div>
      <Field
        label={t('laterAt', { zone: timeZone.replaceAll('_', ' ') })}
        error={isPast ? t('past') : undefined}
      >
        <Input type="datetime-local" value={local} onChange={(event) => setLocal(event.target.value)} />
      </Field>
    </form>
  );
}
