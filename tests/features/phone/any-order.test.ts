import { beforeAll, expect, test } from 'vitest';
import { phoneConfig } from '@/channels/phone/config';
import { fetchRecording } from '@/features/phone/commands/fetch-recording';
import { receivePhoneCall } from '@/features/phone/commands/receive-phone-call';
import { shownEvents, shownMessages } from '@/features/tickets/queries-timeline';
import type { StaffContext } from '@/server/context';
import { eachOf } from '@/server/jobs/each-of';
import { signedByApp } from '../../doubles/own-app';
import { allOrders, ordersOfTwice, type Turn } from '../../support/orders';
import { newWorld } from '../../support/world';
import { phoneAccount } from './phone-rows';
import { OURS, withTwilio } from './telephone';

/**
 * Telephone systems promise no order, and tell things twice. Whatever the order in which the events of a call come, and however
 * often each, they leave the same call, ticket, recording and timeline as in their own order.
 */
type World = Awaited<ReturnType<typeof newWorld>>;
type Send = (turn: Turn) => Promise<Readonly<{ status: number }>>;
/** The events of a call of the n-th caller, as they happened. */
type Story = (n: number) => Readonly<{ count: number; send: Send }>;

const START = Date.parse('2026-03-02T08:50:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000);
const caller = (n: number) => `+3630${1_000_000 + n}`;
const RECORDED = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
const SECRET = `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`;

let world: World;
let agent: StaffContext;
let twilio: Awaited<ReturnType<typeof withTwilio>>;
let exchange: Awaited<ReturnType<typeof phoneAccount>>;
beforeAll(async () => {
  world = await newWorld({ at: '2026-03-02T09:00:00Z' });
  agent = await world.member({ name: 'Emma' });
  const other = await world.member({ name: 'Jānis' });
  const { workspaceId } = world;
  await world.db.phoneExtension.createMany({
    data: [
      { workspaceId, userId: agent.actor.id ?? '', extension: '12', device: '+36201112222' },
      { workspaceId, userId: other.actor.id ?? '', extension: '13', device: '+36201113333' },
    ],
  });
  twilio = await withTwilio(world, { ringTo: ['+36201112222'], record: true, mayRefuse: true });
  exchange = await phoneAccount(world.system(), phoneConfig.parse({ provider: 'cti', secret: SECRET }));
});

type Step = readonly [step: string, seconds: number, fields: Readonly<Record<string, string>>];

/** Events of Twilio's; `leg` is told under its own name. */
const byTwilio =
  (...steps: readonly Step[]): Story =>
  (n) => {
    const sid = (kind: string) => `${kind}${String(n).padStart(32, '0')}`;
    const call = { CallSid: sid('CA'), From: caller(n), To: OURS, Direction: 'inbound' };
    const leg = { CallSid: sid('CA9'), ParentCallSid: sid('CA'), To: '+36201112222' };
    const recording = { RecordingSid: sid('RE'), RecordingUrl: twilio.double.recordingUrl(sid('RE')) };
    twilio.double.keep(sid('RE'), RECORDED);
    return {
      count: steps.length,
      send: ({ place, time }) => {
        const [step = '', seconds = 0, fields = {}] = steps[place] ?? [];
        const Timestamp = at(seconds).toUTCString();
        const head = step === 'leg' ? leg : call;
        const files = 'RecordingDuration' in fields ? recording : {};
        // A repetition is another delivery, which is not known by its bytes.
        const again = time === 0 ? {} : { CallToken: `again-${time}` };
        return twilio.send(step, { ...head, Timestamp, ...files, ...fields, ...again });
      },
    };
  };

type Said = readonly [type: string, seconds: number, data: Readonly<Record<string, unknown>>];

const byExchange =
  (...said: readonly Said[]): Story =>
  (n) => ({
    count: said.length,
    send: ({ place, time }) => {
      const [type = '', seconds = 0, data = {}] = said[place] ?? [];
      const [from, to] = data['direction'] === 'outbound' ? [OURS, caller(n)] : [caller(n), OURS];
      const call = { call_id: `pbx-${n}`, direction: 'inbound', from, to, ...data };
      const body = JSON.stringify({ type, timestamp: at(seconds).toISOString(), data: call });
      return receivePhoneCall(world.system(), {
        key: exchange.key,
        url: exchange.address,
        headers: signedByApp(SECRET, `e-${n}-${place}`, world.now(), `${body}${' '.repeat(time)}`),
        bytes: Buffer.from(`${body}${' '.repeat(time)}`),
        remoteAddress: '',
      });
    },
  });

const ringing: Step = ['', 0, { CallStatus: 'ringing' }];
const completed: Step = ['status', 95, { CallStatus: 'completed', CallDuration: '95' }];
const taken: Step = ['leg', 15, { CallStatus: 'in-progress' }];
const dialled: Step = [
  'dialled',
  95,
  { CallStatus: 'in-progress', DialCallStatus: 'completed', DialCallDuration: '80' },
];
const recorded: Step = [
  'recording',
  99,
  { RecordingStatus: 'completed', RecordingDuration: '80', RecordingSource: 'DialVerb' },
];
const refused: Step = ['consent', 3, { CallStatus: 'in-progress', Digits: '9' }];
const agent12 = { agent: { extension: '12' } };
const agent13 = { agent: { extension: '13' } };

const STORIES = {
  'Twilio: taken and recorded': byTwilio(ringing, taken, completed, recorded),
  'Twilio: all that is told of it': byTwilio(
    ringing,
    ['leg', 5, { CallStatus: 'ringing' }],
    taken,
    dialled,
    completed,
    recorded,
  ),
  'Twilio: recorded against the caller’s wish': byTwilio(refused, taken, completed, recorded),
  'Twilio: a voicemail': byTwilio(
    ringing,
    ['voicemail', 40, { CallStatus: 'completed', RecordingDuration: '9' }],
    completed,
    [
      'recording',
      99,
      { RecordingStatus: 'completed', RecordingDuration: '9', RecordingSource: 'RecordVerb' },
    ],
  ),
  'Twilio: to be called back': byTwilio(
    ringing,
    ['menu', 9, { CallStatus: 'in-progress', Digits: '2' }],
    ['status', 20, { CallStatus: 'completed', CallDuration: '20' }],
  ),
  'Twilio: taken by nobody': byTwilio(
    ringing,
    ['leg', 5, { CallStatus: 'ringing' }],
    ['status', 30, { CallStatus: 'no-answer' }],
  ),
  'an exchange: taken, held, recorded and written down': byExchange(
    ['call.ringing', 0, agent12],
    ['call.answered', 10, agent12],
    ['call.hold', 30, {}],
    ['call.unhold', 50, {}],
    ['call.ended', 90, { transcript: 'Where is my kettle?' }],
    ['call.recording.ready', 95, { recording_url: 'https://pbx.test/1.mp3', transcript: 'It is here.' }],
  ),
  'an exchange: handed on to somebody else': byExchange(
    ['call.answered', 10, agent12],
    ['call.transferred', 40, agent13],
    ['call.ended', 90, {}],
    ['call.recording.ready', 95, { recording_url: 'https://pbx.test/1.mp3' }],
  ),
  'an exchange: what was said is not to be kept': byExchange(
    ['call.answered', 10, agent12],
    ['call.consent', 12, { consent: 'opted_out' }],
    ['call.ended', 90, { transcript: 'Where is my kettle?' }],
    ['call.recording.ready', 95, { recording_url: 'https://pbx.test/1.mp3' }],
  ),
  'an exchange: our call, taken by the customer': byExchange(
    ['call.started', 0, { direction: 'outbound', ...agent12 }],
    ['call.answered', 10, { direction: 'outbound' }],
    ['call.ended', 90, { direction: 'outbound' }],
  ),
} as const satisfies Readonly<Record<string, Story>>;

let callers = 0;

/** A caller whom we know, so that nothing that is compared holds their number. */
async function known(n: number): Promise<string> {
  const { workspaceId, db } = world;
  const id = agent.newId();
  await db.customer.create({ data: { workspaceId, id, displayName: 'Anna Ozola' } });
  await db.customerIdentity.create({
    data: { workspaceId, id: agent.newId(), customerId: id, kind: 'phone', value: caller(n) },
  });
  return id;
}

/** What is left of a call, without what is of its own in each. */
async function leftOf(customerId: string) {
  const where = { workspaceId: world.workspaceId, customerId };
  const calls = await world.db.callLog.findMany({ where, include: { agent: { select: { userId: true } } } });
  const tickets = await world.db.ticket.findMany({
    where: { workspaceId: world.workspaceId, requesterId: customerId },
  });
  const callbacks = await world.db.callback.findMany({ where, select: { status: true, source: true } });
  const shown = { ticketId: tickets[0]?.id ?? '', from: null, open: [] };
  const [messages, events] = [await shownMessages(agent, shown), await shownEvents(agent, shown)];
  return {
    calls: calls.map(callOf),
    tickets: tickets.map(ticketOf),
    callbacks,
    messages: messages.map(messageOf),
    events: events.map(({ type, toReader }) => ({ type, toReader })),
  };
}

type Row<Name extends 'callLog' | 'ticket'> = Awaited<ReturnType<World['db'][Name]['findMany']>>[number];

function callOf(row: Row<'callLog'>) {
  const { id: _, providerCallId: _p, customerId: _c, ticketId, messageId, recordingUrl, ...call } = row;
  const { recordingId, fromNumber, toNumber, raw: _r, ...rest } = call;
  return {
    ...rest,
    numbers: [fromNumber, toNumber].map((number) => (number === OURS ? 'ours' : number !== '')),
    isPlaced: ticketId !== null && messageId !== null,
    hasRecording: [recordingUrl !== null, recordingId !== null],
  };
}

function ticketOf({ subject, status, assigneeId, firstRepliedAt, active, channel, preview }: Row<'ticket'>) {
  return { subject, status, assigneeId, firstRepliedAt, active, channel, preview };
}

function messageOf(message: Awaited<ReturnType<typeof shownMessages>>[number]) {
  const { direction, text, visibleText, authorKind, authorName, sentAt, files } = message;
  return { direction, text, visibleText, authorKind, authorName, sentAt, files: files.length };
}

/** Fetches what is awaited, as the worker does. */
async function fetchAll(): Promise<void> {
  const awaited = await world.db.callLog.findMany({
    where: { workspaceId: world.workspaceId, recordingState: 'awaited' },
    select: { id: true, provider: true },
  });
  const there = () =>
    Promise.resolve({ status: 200, headers: { 'content-type': 'audio/mpeg' }, bytes: RECORDED });
  for (const { id, provider } of awaited) {
    const call = provider === 'twilio' ? twilio.double.call : there;
    await fetchRecording(world.system(), { callId: id, call });
  }
}

/** In ms: each order is some calls into a real database. */
const LONGEST = 120_000;
const AT_A_TIME = 6;

test.each(Object.keys(STORIES) as (keyof typeof STORIES)[])(
  '%s: in whatever order, and however often, it ends the same',
  async (name) => {
    const { count } = STORIES[name](0);
    const once = count > 4 ? [] : allOrders(count).map((order) => order.map((place) => ({ place, time: 0 })));
    const natural = Array.from({ length: count }, (_, place) => ({ place, time: 0 }));
    const orders = [natural, ...once, ...ordersOfTwice(count, { runs: count > 4 ? 10 : 1, seed: 40 })];
    const runs = orders.map((order) => ({ order, n: ++callers }));
    const customers = new Map<number, string>();
    await eachOf(runs, AT_A_TIME, async ({ order, n }) => {
      customers.set(n, await known(n));
      const { send } = STORIES[name](n);
      for (const turn of order) expect((await send(turn)).status).toBe(200);
    });
    await fetchAll();
    const expected = await leftOf(customers.get(runs[0]?.n ?? 0) ?? '');
    expect(expected.calls).toHaveLength(1);
    expect(expected.tickets).toHaveLength(1);
    for (const { order, n } of runs) {
      const places = order.map(({ place }) => place);
      expect({ places, ...(await leftOf(customers.get(n) ?? '')) }).toEqual({ places, ...expected });
    }
  },
  LONGEST,
);
