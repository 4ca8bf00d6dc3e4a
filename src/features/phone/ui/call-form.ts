import type { z } from 'zod';
import { instantOf } from '@/domain/shared/local-time';
import type { logCallInput } from '../inputs';
import { secondsIn } from './clock-text';
import type { CallStart } from './open-call';

type Typed = z.input<typeof logCallInput>;

const OUTCOMES = ['completed', 'missed', 'voicemail', 'no_answer', 'busy', 'failed'] as const;
const HOUR_MS = 3_600_000;

/** What stands in the call log, as the action takes it. */
export function callIn(
  form: FormData,
  { start, timeZone }: Readonly<{ start: CallStart; timeZone: string }>,
): Typed {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const orNull = (value: string | undefined) => value || null;
  const outcome = OUTCOMES.find((each) => each === text('outcome')) ?? 'completed';
  const recording = text('recording');
  return {
    ...placeIn(text('ticket')),
    direction: text('direction') === 'outbound' ? 'outbound' : 'inbound',
    outcome,
    number: text('number'),
    customerId: orNull(text('customerId')),
    subject: text('subject'),
    name: text('name'),
    talkSeconds: outcome === 'completed' ? (secondsIn(text('length')) ?? 0) : 0,
    dispositionId: orNull(text('dispositionId')),
    note: text('note'),
    consent: form.get('consent') ? 'announced' : null,
    attachmentIds: recording === '' ? [] : [recording],
    callbackId: orNull(start.callbackId),
    followUp: form.get('followUp') ? followUpIn(text('followUpAt'), timeZone) : null,
  };
}

const placeIn = (ticket: string) =>
  ticket === '' || ticket === 'new'
    ? { ticketId: null, newTicket: ticket === 'new' }
    : { ticketId: ticket, newTicket: false };

/** An hour from the instant that was chosen. */
function followUpIn(local: string, timeZone: string): Readonly<{ start: Date; end: Date }> | null {
  const start = instantOf(local, timeZone);
  return start && { start, end: new Date(start.getTime() + HOUR_MS) };
}
