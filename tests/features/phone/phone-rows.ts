import { type PhoneConfig, phoneConfig } from '@/channels/phone/config';
import { inboundKeyOf } from '@/features/phone/commands/inbound-key';
import { sealPhoneConfig } from '@/features/phone/phone-account';
import type { StaffContext } from '@/server/context';
import { hashOf } from '@/server/crypto/keys';
import { newId } from '@/server/ids';

type World = Pick<StaffContext, 'db' | 'workspaceId'>;

/** A telephone account of this workspace, and the address at which it is called. */
export async function phoneAccount({ workspaceId, db }: World, config: PhoneConfig) {
  const id = newId();
  const key = inboundKeyOf({ workspaceId, id });
  await db.channelAccount.create({
    data: {
      workspaceId,
      id,
      channel: 'phone',
      name: `Phone ${id.slice(-6)}`,
      sealedConfig: sealPhoneConfig(config),
      inboundKeyHash: hashOf(key),
    },
  });
  return { id, key, address: `https://desk.test/api/inbound/phone/${key}` };
}

const HOUR_MS = 3_600_000;

/** A call that is owed within the hour; rows only, so that browser tests need none of our texts. */
export async function callbackRow({ workspaceId, db }: World, ticketId: string, note = '') {
  const { requesterId: customerId } = await db.ticket.findFirstOrThrow({
    where: { workspaceId, id: ticketId },
  });
  const id = newId();
  const [start, end] = [new Date(), new Date(Date.now() + HOUR_MS)];
  await db.callback.create({
    data: {
      ...{ workspaceId, id, ticketId, customerId, note },
      number: '+36301234567',
      windowStart: start,
      windowEnd: end,
      notBefore: start,
      dueAt: end,
      timeZone: 'Europe/Riga',
      source: 'hand',
      codeWord: 'panda 47',
      createdAt: start,
    },
  });
  return id;
}

/** A call, a callback and a telephone account, with a word in everything that is read. */
export async function phoneThings(ctx: StaffContext, ticketId: string, word: string) {
  const { workspaceId, db } = ctx;
  const callId = newId();
  const at = ctx.now();
  await db.callLog.create({
    data: {
      ...{ workspaceId, id: callId, ticketId, note: word, agentId: ctx.actor.id },
      provider: 'hand',
      direction: 'inbound',
      status: 'ended',
      completion: 'completed',
      startedAt: at,
      createdAt: at,
      updatedAt: at,
    },
  });
  const secret = `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`;
  const account = await phoneAccount(ctx, phoneConfig.parse({ provider: 'cti', secret }));
  return { callId, callbackId: await callbackRow(ctx, ticketId, word), phoneAccountId: account.id };
}
