'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import type { CallerMatch, FoundCaller } from '../commands/find-caller';
import type { DispositionChoice } from '../queries';
import { CallLength } from './call-length.client';
import { CallerSearch } from './caller-search.client';
import type { CallStart } from './open-call';
import { RecordingField } from './recording-field.client';
import { useCaller } from './use-caller';

type Props = Readonly<{
  workspace: string;
  start: CallStart;
  openedAt: number;
  dispositions: readonly DispositionChoice[];
  /** Why the form was refused; null when it was not. */
  problem: string | null;
}>;

/** Most is filled in already: who, when and how long; what is left is what it came to. */
export function CallFields({ workspace, start, openedAt, dispositions, problem }: Props) {
  const t = useTranslations('phone.log');
  const [outcome, setOutcome] = useState('completed');
  const [number, setNumber] = useState(start.number ?? '');
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('direction')}>
          <Select name="direction" defaultValue={start.direction ?? 'inbound'}>
            <option value="inbound">{t('inbound')}</option>
            <option value="outbound">{t('outbound')}</option>
          </Select>
        </Field>
        <Field label={t('outcome')}>
          <Select name="outcome" value={outcome} onChange={(event) => setOutcome(event.target.value)}>
            {(['completed', 'missed', 'voicemail', 'no_answer', 'busy', 'failed'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`outcomes.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={t('number')}
          hint={t('numberHint')}
          error={problem === 'phone.number_invalid' ? t('numberError') : undefined}
        >
          <Input
            name="number"
            type="tel"
            autoComplete="off"
            autoFocus
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Field>
        {outcome === 'completed' && <CallLength openedAt={openedAt} />}
      </div>
      <Caller workspace={workspace} number={number} start={start} />
      <Field label={t('disposition')}>
        <Select name="dispositionId" defaultValue="">
          <option value="">{t('noDisposition')}</option>
          {dispositions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('note')} hint={t('noteHint')}>
        <Textarea name="note" rows={3} maxLength={5000} />
      </Field>
      <RecordingField workspace={workspace} problem={problem} />
      <FollowUp />
    </>
  );
}

type CallerProps = Readonly<{ workspace: string; number: string; start: CallStart }>;

/** Who it is, as soon as the number says so, and on which ticket it belongs. */
function Caller({ workspace, number, start: opened }: CallerProps) {
  const t = useTranslations('phone.log');
  const [chosen, setChosen] = useState<CallerMatch | null>(null);
  const start = chosen ? startOf(opened, chosen) : opened;
  const caller = useCaller(workspace, number);
  const known = whoIs(start) ?? caller?.customer;
  const unknown = t(number.trim() === '' ? 'isWithheld' : 'isUnknown');
  return (
    <div className="flex flex-col gap-4 rounded-md border border-line bg-sunken p-3">
      <p role="status" className="text-ink">
        {known ? t('isKnown', { name: known.name }) : unknown}
      </p>
      <input type="hidden" name="customerId" value={known?.id ?? ''} />
      {!opened.customerId && <CallerSearch workspace={workspace} onChoose={setChosen} />}
      {!known && (
        <Field label={t('name')}>
          <Input name="name" autoComplete="off" />
        </Field>
      )}
      <WhichTicket key={start.ticketId ?? ''} start={start} tickets={ticketsOf(caller, chosen)} />
    </div>
  );
}

const whoIs = ({ customerId, customer = '' }: CallStart) =>
  customerId ? { id: customerId, name: customer } : null;

/** Tickets by the number are not those of somebody else who was found by their code. */
function ticketsOf(caller: FoundCaller | null, chosen: CallerMatch | null): FoundCaller['tickets'] {
  const isOther = chosen !== null && chosen.customer.id !== caller?.customer?.id;
  return isOther || !caller ? [] : caller.tickets;
}

/** The call as it was opened, of the one who was found. */
function startOf(opened: CallStart, { customer, ticket }: CallerMatch): CallStart {
  const whose = { ...opened, customerId: customer.id, customer: customer.name };
  return ticket ? { ...whose, ticketId: ticket.id, ticket: `#${ticket.number} ${ticket.subject}` } : whose;
}

type WhichProps = Readonly<{ start: CallStart; tickets: FoundCaller['tickets'] }>;

function WhichTicket({ start, tickets }: WhichProps) {
  const t = useTranslations('phone.log');
  const [choice, setChoice] = useState(start.ticketId ?? '');
  return (
    <>
      <Field label={t('ticket')}>
        <Select name="ticket" value={choice} onChange={(event) => setChoice(event.target.value)}>
          {start.ticketId && <option value={start.ticketId}>{start.ticket ?? t('thisTicket')}</option>}
          <option value="">{t('anyTicket')}</option>
          <option value="new">{t('newTicket')}</option>
          {tickets
            .filter(({ id }) => id !== start.ticketId)
            .map(({ id, number, subject }) => (
              <option key={id} value={id}>
                #{number} {subject}
              </option>
            ))}
        </Select>
      </Field>
      {choice === 'new' && (
        <Field label={t('subject')}>
          <Input name="subject" autoComplete="off" />
        </Field>
      )}
    </>
  );
}

function FollowUp() {
  const t = useTranslations('phone.log');
  const [wanted, setWanted] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        name="followUp"
        label={t('followUp')}
        checked={wanted}
        onChange={(event) => setWanted(event.target.checked)}
      />
      {wanted && (
        <Field label={t('followUpAt')} className="max-w-64">
          <Input name="followUpAt" type="datetime-local" required />
        </Field>
      )}
    </div>
  );
}
