import { beforeEach, expect, test } from 'vitest';
import { logCall } from '@/features/phone/commands/log-call';
import { forgetRecordings } from '@/features/phone/commands/sweep-phone';
import { logCallInput } from '@/features/phone/inputs';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { apiWorld } from '../api/calls';
import { ANNA } from './telephone';

type World = Pick<Awaited<ReturnType<typeof newWorld>>, 'db' | 'workspaceId' | 'now'>;

let world: Awaited<ReturnType<typeof newWorld>>;
let agent: StaffContext;
beforeEach(async () => {
  world = await newWorld();
  agent = await world.member();
});

/** An upload of this type that no message has yet. */
async function upload({ db, workspaceId, now }: World, type: string): Promise<string> {
  const { id } = await db.attachment.create({
    data: {
      workspaceId,
      id: agent.newId(),
      name: 'call',
      type,
      size: 1,
      sha256: '0'.repeat(64),
      createdAt: now(),
    },
  });
  return id;
}

const keeps = (days: number) =>
  world.db.phoneSettings.create({ data: { workspaceId: world.workspaceId, recordingDays: days } });

const logged = async (consent: string | null, type = 'audio/mpeg') => {
  const attachmentIds = [await upload(world, type)];
  const call = { direction: 'inbound', outcome: 'completed', number: ANNA, note: 'Lid leaks', consent };
  return logCall(agent, logCallInput.parse({ ...call, attachmentIds }));
};

const calls = () => world.db.callLog.findMany({ where: { workspaceId: world.workspaceId } });

test.each([
  ['opted_out', 'phone.recording_refused'],
  [null, 'phone.consent_missing'],
])(
  'a recording with the consent %s is refused with its own words, and nothing is kept of the call',
  async (consent, code) => {
    for (const type of ['audio/mpeg', 'video/mp4'])
      expect(await logged(consent, type)).toEqual({ ok: false, error: { code } });
    const where = { workspaceId: world.workspaceId };
    expect([await calls(), await world.db.ticket.count({ where })]).toEqual([[], 0]);
    // What was uploaded is still there for when the form is sent again.
    expect(await world.db.attachment.count({ where: { ...where, messageId: null } })).toBe(2);
  },
);

test.each(['announced', 'opted_in', 'never'])(
  'a recording with the consent %s is kept for its days',
  async (consent) => {
    await keeps(1);
    expect((await logged(consent)).ok).toBe(true);
    expect(await calls()).toMatchObject([
      { recordingState: 'stored', recordingUntil: new Date(world.now().getTime() + 86_400_000) },
    ]);
    world.pass(86_401);
    await forgetRecordings(world.system(), world.workspaceId);
    expect(await calls()).toMatchObject([{ recordingState: 'expired', recordingId: null }]);
  },
);

test('a workspace that keeps no recordings takes none, whatever was said of it', async () => {
  await keeps(0);
  for (const consent of ['announced', null, 'opted_out']) {
    expect(await logged(consent)).toEqual({ ok: false, error: { code: 'phone.recordings_off' } });
  }
  expect(await calls()).toEqual([]);
});

test('a file that is no recording, and a call without one, need no consent', async () => {
  await keeps(0);
  expect((await logged(null, 'application/pdf')).ok).toBe(true);
  const call = { direction: 'inbound', outcome: 'completed', number: ANNA, consent: 'opted_out' };
  expect((await logCall(agent, logCallInput.parse(call))).ok).toBe(true);
  expect(await calls()).toMatchObject([{ recordingState: null }, { recordingState: null }]);
});

test('by the API a recording needs its consent as well', async () => {
  const api = await apiWorld();
  const log = async (over: object) => {
    const attachmentIds = [await upload(api.world, 'audio/mpeg')];
    const body = { direction: 'inbound', outcome: 'completed', number: ANNA, attachmentIds, ...over };
    return api.call('/calls', { method: 'POST', body });
  };
  const missing = await log({});
  expect([missing.status, missing.json.code]).toEqual([422, 'phone.consent_missing']);
  const refused = await log({ consent: 'opted_out' });
  expect([refused.status, refused.json.code]).toEqual([409, 'phone.recording_refused']);
  const kept = await log({ consent: 'opted_in' });
  expect(kept.status).toBe(201);
  expect(kept.json).toMatchObject({ recordingState: 'stored', recordingConsent: 'opted_in' });
  // As the document promises a call, here and in the list: the caller of this test checks every field.
  expect((await api.call(`/calls/${kept.json.id}`)).json).toEqual(kept.json);
  expect((await api.call('/calls')).json.data).toEqual([kept.json]);
});
