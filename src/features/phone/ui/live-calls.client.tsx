'use client';

import { PhoneCall, PhoneIncoming } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import { extendWrapUpAction, finishCallAction } from '../actions';
import type { DispositionChoice } from '../queries';
import type { LiveCall } from '../queries-desk';
import { CallerSearch } from './caller-search.client';
import { clockText } from './clock-text';
import { useTimer } from './use-timer';

type Props = Readonly<{
  workspace: string;
  calls: readonly LiveCall[];
  dispositions: readonly DispositionChoice[];
}>;

/** What rings now, and the call whose after-call work runs, above whatever page is open. It never takes the focus. */
export function LiveCalls({ workspace, calls, dispositions }: Props) {
  const t = useTranslations('phone.live');
  const [put, setPut] = useState<readonly string[]>([]);
  const shown = calls.filter(({ id, status }) => !put.includes(`${id}${status}`));
  return (
    <section
      aria-label={t('label')}
      aria-live="polite"
      className="pointer-events-none fixed right-3 bottom-3 z-30 flex w-80 max-w-[calc(100vw-1.5rem)] flex-col gap-2"
    >
      {shown.map((call) => (
        <LiveCard
          key={call.id}
          workspace={workspace}
          call={call}
          dispositions={dispositions}
          onPut={() => setPut((all) => [...all, `${call.id}${call.status}`])}
        />
      ))}
    </section>
  );
}

type CardProps = Readonly<{
  workspace: string;
  call: LiveCall;
  dispositions: readonly DispositionChoice[];
  onPut: () => void;
}>;

function LiveCard({ workspace, call, dispositions, onPut }: CardProps) {
  const t = useTranslations('phone.live');
  const Icon = call.status === 'in_progress' ? PhoneCall : PhoneIncoming;
  return (
    <article className="appear pointer-events-auto rounded-lg border border-accent-ink/30 bg-raised p-3 shadow-raised">
      <div className="flex items-start gap-2.5">
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-ink" />
        <Who workspace={workspace} call={call} />
        <Button variant="ghost" size="sm" onClick={onPut}>
          {t('hide')}
        </Button>
      </div>
      {call.ticketNumber !== null && (
        <Link
          href={`/${workspace}/desk/tickets/${call.ticketNumber}`}
          prefetch={false}
          className="mt-1 inline-block text-accent-ink text-sm underline-offset-2 hover:underline"
        >
          {t('ticket', { number: String(call.ticketNumber) })}
        </Link>
      )}
      {call.customer === null && STATES[call.status] === 'speaking' && (
        <div className="mt-2">
          <CallerSearch workspace={workspace} />
        </div>
      )}
      {STATES[call.status] !== 'ringing' && (
        <Finish workspace={workspace} call={call} dispositions={dispositions} />
      )}
    </article>
  );
}

const STATES = {
  queued: 'ringing',
  initiated: 'ringing',
  ringing: 'ringing',
  in_progress: 'speaking',
  ended: 'wrapUp',
} as const satisfies Record<LiveCall['status'], string>;

function Who({ workspace, call }: Readonly<{ workspace: string; call: LiveCall }>) {
  const t = useTranslations('phone.live');
  const { customer, number } = call;
  const seconds = useTimer((call.endedAt ?? call.startedAt).getTime());
  return (
    <div className="min-w-0 flex-1">
      <h2 className="break-words font-semibold text-ink">
        {customer ? (
          <Link
            href={`/${workspace}/desk/customers/${customer.id}`}
            prefetch={false}
            className="hover:underline"
          >
            {customer.name}
          </Link>
        ) : (
          number || t('withheld')
        )}
      </h2>
      <p className="text-ink-soft text-sm">
        {t(STATES[call.status])} · {customer && number && `${number} · `}
        <span aria-hidden className="tabular-nums">
          {clockText(seconds)}
        </span>
      </p>
    </div>
  );
}

function Finish({ workspace, call, dispositions }: Omit<CardProps, 'onPut'>) {
  const t = useTranslations('phone.live');
  const log = useTranslations('phone.log');
  const sentence = useTranslations('problem');
  const [note, setNote] = useState(call.note);
  const [dispositionId, setDisposition] = useState(call.dispositionId ?? '');
  const [pending, start] = useTransition();
  const isOver = call.status === 'ended';
  const save = () =>
    start(async () => {
      const saved = await finishCallAction(workspace, {
        callId: call.id,
        note,
        dispositionId: dispositionId || null,
        done: isOver,
      });
      toast(saved.ok ? t('saved') : sentence(saved.error.code));
    });
  const extend = () => start(async () => void (await extendWrapUpAction(workspace, { callId: call.id })));
  return (
    <div className="mt-3 flex flex-col gap-2">
      <Field label={log('disposition')}>
        <Select value={dispositionId} onChange={(event) => setDisposition(event.target.value)}>
          <option value="">{log('noDisposition')}</option>
          {dispositions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={log('note')}>
        <Textarea rows={2} value={note} maxLength={5000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="primary" onClick={save} pending={pending}>
          {t(isOver ? 'done' : 'save')}
        </Button>
        {isOver && !call.wrapUpExtended && (
          <Button size="sm" onClick={extend} pending={pending}>
            {t('extend')}
          </Button>
        )}
      </div>
    </div>
  );
}
