import { phoneConfig } from '@/channels/phone/config';
import { receivePhoneCall } from '@/features/phone/commands/receive-phone-call';
import { twilioDouble } from '../../doubles/twilio';
import type { newWorld } from '../../support/world';
import { phoneAccount } from './phone-rows';

type World = Awaited<ReturnType<typeof newWorld>>;

export const OURS = '+3612345678';
export const ANNA = '+36301234567';

/** A workspace with a number at Twilio, whose double sends what a test says. */
export async function withTwilio(world: World, over: Record<string, unknown> = {}) {
  const double = twilioDouble();
  const { accountSid, authToken } = double;
  const config = phoneConfig.parse({ provider: 'twilio', accountSid, authToken, number: OURS, ...over });
  const account = await phoneAccount(world.system(), config);
  const send = (step: string, fields: Record<string, string>, how: { token?: string } = {}) => {
    const url = step === '' ? account.address : `${account.address}?step=${step}`;
    return sendTo(url, fields, how);
  };
  /** To an address that we gave. */
  const sendTo = (url: string, fields: Record<string, string>, how: { token?: string } = {}) => {
    const post = double.post(url, fields, how);
    return receivePhoneCall(world.system(), { ...post, key: account.key, remoteAddress: '203.0.113.7' });
  };
  return { ...account, double, send, sendTo };
}
