import type { StaffActor } from '@/domain/permission/actor';
import { phoneAccountInput, phoneSettingsInput } from '@/features/phone/admin-inputs';
import { logCall } from '@/features/phone/commands/log-call';
import { recordAttempt } from '@/features/phone/commands/record-attempt';
import { requestCallback } from '@/features/phone/commands/request-callback';
import { savePhoneAccount } from '@/features/phone/commands/save-phone-account';
import { savePhoneSettings } from '@/features/phone/commands/save-phone-settings';
import { logCallInput } from '@/features/phone/inputs';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

type Call = Readonly<{
  by: string;
  minutesAgo: number;
  direction: 'inbound' | 'outbound';
  outcome: 'completed' | 'missed' | 'voicemail' | 'no_answer';
  number: string;
  name: string;
  subject: string;
  talk: number;
  hold?: number;
  wrapUp?: number;
  disposition: string | null;
  note: string;
}>;

const DISPOSITIONS = ['Question answered', 'Order placed', 'Complaint', 'Repair agreed', 'Wrong number'];

/** A morning at the telephone, in the languages of those who called. */
const CALLS: readonly Call[] = [
  {
    by: 'eszter',
    minutesAgo: 190,
    direction: 'inbound',
    outcome: 'completed',
    number: '+36302345671',
    name: 'Nagy Piroska',
    subject: 'Vízkőoldás: villog a lámpa',
    talk: 254,
    hold: 20,
    wrapUp: 45,
    disposition: 'Question answered',
    note: 'Elmagyaráztam a vízkőoldást lépésenként, a lámpa kialudt.',
  },
  {
    by: 'eszter',
    minutesAgo: 150,
    direction: 'inbound',
    outcome: 'completed',
    number: '+37120345672',
    name: 'Ilze Bērziņa',
    subject: 'Filtru abonements',
    talk: 332,
    wrapUp: 60,
    disposition: 'Order placed',
    note: 'Pasūtīja filtru abonementu uz gadu, rēķins uz e-pastu.',
  },
  {
    by: 'eszter',
    minutesAgo: 95,
    direction: 'inbound',
    outcome: 'missed',
    number: '+36203456783',
    name: 'Fekete Gábor',
    subject: '',
    talk: 0,
    disposition: null,
    note: '',
  },
  {
    by: 'eszter',
    minutesAgo: 80,
    direction: 'outbound',
    outcome: 'no_answer',
    number: '+36203456783',
    name: 'Fekete Gábor',
    subject: '',
    talk: 0,
    disposition: null,
    note: 'Nem vette fel, délután újra.',
  },
  {
    by: 'eszter',
    minutesAgo: 55,
    direction: 'inbound',
    outcome: 'completed',
    number: '+447700900123',
    name: 'Harriet Moss',
    subject: 'Grinder sounds louder since Friday',
    talk: 418,
    hold: 65,
    wrapUp: 90,
    disposition: 'Repair agreed',
    note: 'Burrs worn. Courier picks it up on Wednesday, loan machine promised.',
  },
];

/** Calls of this morning, an account that is ready for a telephone system, and calls that are owed. */
export async function buildPhone(db: Db, cast: Cast, now: Date): Promise<void> {
  const owner = cast.users.get('eszter');
  if (!owner) throw new Error('nobody plays eszter');
  const actor: StaffActor = { kind: 'user', ...owner, role: 'owner', scope: 'all', teamIds: [] };
  const at = (minutesAgo: number): StaffContext => ({
    workspaceId: cast.workspaceId,
    actor,
    db,
    now: () => new Date(now.getTime() - minutesAgo * 60_000),
    newId,
  });
  await savePhoneSettings(
    at(0),
    phoneSettingsInput.parse({
      country: 'LV',
      wrapUpSeconds: 120,
      recordingDays: 90,
      callbackAttempts: 3,
      callbackSpacing: 90,
      dialWith: 'tel',
      dispositions: DISPOSITIONS.join('\n'),
    }),
  );
  const account = {
    accountId: null,
    provider: 'cti',
    name: 'Office exchange',
    number: '+37167123456',
    locale: 'lv',
  };
  await savePhoneAccount(at(0), phoneAccountInput.parse(account));
  const placed = await noteCalls(db, cast, at);
  await promiseCalls(at, placed);
}

type At = (minutesAgo: number) => StaffContext;

async function noteCalls(db: Db, { workspaceId }: Cast, at: At): Promise<readonly string[]> {
  const dispositions = await db.callDisposition.findMany({
    where: { workspaceId },
    select: { id: true, name: true },
  });
  const ids = new Map(dispositions.map(({ id, name }) => [name, id]));
  const tickets: string[] = [];
  for (const call of CALLS) {
    const logged = await logCall(
      at(call.minutesAgo),
      logCallInput.parse({
        ...call,
        talkSeconds: call.talk,
        holdSeconds: call.hold ?? 0,
        wrapUpSeconds: call.wrapUp ?? 0,
        dispositionId: ids.get(call.disposition ?? '') ?? null,
      }),
    );
    if (!logged.ok) throw new Error(logged.error.code);
    tickets.push(logged.value.ticketId);
  }
  return tickets;
}

const HOUR_MS = 3_600_000;

async function promiseCalls(at: At, tickets: readonly string[]): Promise<void> {
  const now = at(0).now().getTime();
  const hours = (from: number, to: number) => ({
    start: new Date(now + from * HOUR_MS),
    end: new Date(now + to * HOUR_MS),
  });
  const [, ilze, gabor, , harriet] = tickets;
  const wanted = [
    {
      ticketId: gabor,
      number: '+36203456783',
      window: hours(-2, -0.5),
      note: 'Számlázási kérdés, délelőtt kérte.',
      timeZone: 'Europe/Budapest',
      source: 'missed',
    },
    {
      ticketId: ilze,
      number: '+37120345672',
      window: hours(-0.25, 1),
      note: 'Grib precizēt piegādes adresi.',
      timeZone: 'Europe/Riga',
      source: 'chat',
    },
    {
      ticketId: harriet,
      number: '+447700900123',
      window: hours(22, 24),
      note: 'Tell her when the loan machine leaves.',
      timeZone: 'Europe/London',
      source: 'hand',
    },
  ] as const;
  for (const { ticketId = null, ...each } of wanted) {
    const asked = await requestCallback(at(150), { ...each, ticketId });
    if (!asked.ok) throw new Error(asked.error.code);
    if (each.source === 'missed') {
      const { callbackId } = asked.value;
      await recordAttempt(at(80), { callbackId, outcome: 'no_answer', note: '' });
    }
  }
}
