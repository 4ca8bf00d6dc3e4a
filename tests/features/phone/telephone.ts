import type { PhoneConfig } from '@/channels/phone/config';
import { phoneConfig } from '@/channels/phone/config';
import { inboundKeyOf } from '@/features/phone/commands/inbound-key';
import { receivePhoneCall } from '@/features/phone/commands/receive-phone-call';
import { sealPhoneConfig } from '@/features/phone/phone-account';
import { hashOf } from '@/server/crypto/keys';
import { newId } from '@/server/ids';
import { twilioDouble } from '../../doubles/twilio';
import type { newWorld } from '../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

export const OURS = '+3612345678';
export const ANNA = '+36301234567';

/** A telephone account of this workspace, and the address at which it is called. */
export async function phoneAccount(world: World, config: PhoneConfig) {
  const { workspaceId, db } = world;
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

/** A workspace with a number at Twilio, whose double sends what a test says. */
export async function withTwilio(world: World, over: Record<string, unknown> = {}) {
  const double = twilioDouble();
  const { accountSid, authToken } = double;
  const config = phoneConfig.parse({ provider: 'twilio', accountSid, authToken, number: OURS, ...over });
  const account = await phoneAccount(world, config);
  const send = (step: string, fields: Record<string, string>, how: { token?: string } = {}) => {
    const url = step === '' ? account.address : `${account.address}?step=${step}`;
    const post = double.post(url, fields, how);
    return receivePhoneCall(world.system(), { ...post, key: account.key, remoteAddress: '203.0.113.7' });
  };
  return { ...account, double, send };
}
