import { expect, test } from 'vitest';
import { uploadFile } from '@/features/attachments/commands/upload-file';
import { reachableChannels } from '@/features/delivery/commands/reachable-channels';
import type { StaffContext } from '@/server/context';
import { said, withMeta } from './meta-world';
import { answer, sendSoon, takeIn, ticketOf } from './support';

const { own, bring, bringPicture } = withMeta();
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const FILM = Buffer.from('000000186674797069736f6d0000020069736f6d69736f320000000866726565', 'hex');
const MP3 = Buffer.from('49443303000000000021', 'hex');
const PDF = Buffer.from('%PDF-1.7 and so on');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
const FILES = {
  picture: ['kettle.png', 'image/png', PNG],
  film: ['kettle.mp4', 'video/mp4', FILM],
  sound: ['kettle.mp3', 'audio/mpeg', MP3],
  file: ['kettle.pdf', 'application/pdf', PDF],
  drawing: ['kettle.svg', 'image/svg+xml', SVG],
  large: ['large.png', 'image/png', Buffer.concat([PNG, Buffer.alloc(8 * 1024 * 1024)])],
} as const;
type Name = keyof typeof FILES;

async function uploaded(agent: StaffContext, file: Name): Promise<string> {
  const [name, claimedType, bytes] = FILES[file];
  const stored = await uploadFile(agent, { name, claimedType, bytes });
  if (!stored.ok) throw new Error(stored.error.code);
  return stored.value.id;
}

async function heard(where: 'messenger' | 'instagram'): Promise<StaffContext> {
  if (where === 'messenger') await bring({ messaging: [said('m1', 'Hello')] });
  else await bringPicture({ messaging: [said('i1', 'Hello', 'pictures')] });
  await takeIn(own.world);
  return own.world.member();
}

test.each([
  ['messenger', 'picture', 'image'],
  ['messenger', 'film', 'video'],
  ['messenger', 'sound', 'audio'],
  ['messenger', 'file', 'file'],
  ['messenger', 'drawing', 'file'],
  ['messenger', 'large', 'file'],
  ['instagram', 'picture', 'image'],
  ['instagram', 'film', 'video'],
  ['instagram', 'file', 'file'],
] as const)('%s: a %s arrives as %s, fetched at the address that was given', async (where, file, kind) => {
  const agent = await heard(where);
  const sent = await answer(own.world, agent, { attachmentIds: [await uploaded(agent, file)] });
  expect(sent).toMatchObject({ ok: true });
  await sendSoon(own.world);
  const bodies = own.double.sent.map(({ body }) => body['message']);
  expect(bodies).toEqual([
    { text: 'We send you a new one.' },
    { attachment: { type: kind, payload: { url: expect.any(String), is_reusable: false } } },
  ]);
  expect(own.double.fetched).toEqual([{ type: kind, bytes: FILES[file][2].byteLength }]);
  expect((await ticketOf(own.world)).messages.at(-1)).toMatchObject({ delivery: 'sent' });
});

test.each([
  ['drawing', 'channel.file_type'],
  ['large', 'channel.file_too_large'],
] as const)('what Instagram does not take is said before anything leaves: a %s', async (file, code) => {
  const agent = await heard('instagram');
  const sent = await answer(own.world, agent, { attachmentIds: [await uploaded(agent, file)] });
  expect(sent).toEqual({ ok: false, error: { code } });
  const ways = await reachableChannels(own.world.db, agent, await ticketOf(own.world));
  const way = ways.find(({ channel }) => channel === 'instagram');
  expect(way?.limits?.types?.some((type) => 'image/svg+xml'.startsWith(type))).toBe(false);
  await sendSoon(own.world);
  expect(own.double.sent).toEqual([]);
});

test('an address that gives nothing, and a file that is none, fail in words that can be read', async () => {
  const agent = await heard('messenger');
  const { fetchUrl } = own.double;
  const whyNot = async () => {
    await answer(own.world, agent, { html: '<p></p>', attachmentIds: [await uploaded(agent, 'picture')] });
    await sendSoon(own.world);
    const { id } = (await ticketOf(own.world)).messages.at(-1) ?? {};
    const where = { workspaceId: own.world.workspaceId, messageId: id ?? '', state: 'failed' } as const;
    return (await own.world.db.deliveryAttempt.findMany({ where })).map(({ code }) => code);
  };
  own.double.fetchUrl = async () => ({ status: 404, type: 'text/html', bytes: new Uint8Array() });
  expect(await whyNot()).toEqual(['file_unreachable']);
  own.double.fetchUrl = async () => ({ status: 200, type: 'image/png', bytes: SVG });
  expect(await whyNot()).toEqual(['media_failed']);
  own.double.fetchUrl = fetchUrl;
  expect(own.double.sent).toEqual([]);
});
