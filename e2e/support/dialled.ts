import type { APIRequestContext } from '@playwright/test';
import { phoneConfig } from '@/channels/phone/config';
import type { StaffContext } from '@/server/context';
import { attributeOf } from '../../tests/doubles/twilio';
import { phoneAccount } from '../../tests/features/phone/phone-rows';
import { twilio } from './twilio';

const OURS = '+3612345678';
const DEVICE = '+36201112222';

/**
 * A number at Twilio from which the agent's clicks are dialled. Twilio's double stands where the product looks for it, and
 * does with a call what it is told: rings, asks what comes next, and tells how it went.
 */
export async function dialledByTwilio(agent: StaffContext, request: APIRequestContext) {
  const { double, stop } = await twilio();
  const { accountSid, authToken } = double;
  const { workspaceId, db } = agent;
  await phoneAccount(agent, phoneConfig.parse({ provider: 'twilio', accountSid, authToken, number: OURS }));
  await db.phoneSettings.create({ data: { workspaceId, dialWith: 'provider', country: 'LV' } });
  await db.phoneExtension.create({
    data: { workspaceId, userId: agent.actor.id as string, device: DEVICE },
  });
  const post = async (url: string, fields: Readonly<Record<string, string>>) => {
    const { headers, bytes } = double.post(url, fields);
    const answer = await request.post(url, { data: Buffer.from(bytes), headers });
    if (!answer.ok()) throw new Error(`${url}: ${answer.status()}`);
    return answer.text();
  };
  return { close: stop, placed: double.placed, call: () => callOf(double.placed.at(-1) ?? {}, post) };
}

type Post = (url: string, fields: Readonly<Record<string, string>>) => Promise<string>;

/** The newest call that was placed, and how it goes on. */
function callOf({ Url = '', StatusCallback = '' }: Readonly<Record<string, string>>, post: Post) {
  const call = { CallSid: `CA${'1'.padStart(32, '0')}`, Direction: 'outbound-api', From: OURS, To: DEVICE };
  return {
    /** The agent picks up, is connected with the customer's number, and the customer picks up. Gives that number. */
    connect: async () => {
      await post(StatusCallback, { ...call, CallStatus: 'ringing' });
      await post(StatusCallback, { ...call, CallStatus: 'in-progress' });
      const twiml = await post(Url, { ...call, CallStatus: 'in-progress' });
      const number = /<Number[^>]*>([^<]*)<\/Number>/.exec(twiml)?.[1] ?? '';
      const leg = { CallSid: `CA${'9'.repeat(32)}`, ParentCallSid: call.CallSid, From: OURS, To: number };
      const told = attributeOf(twiml, 'Number', 'statusCallback') ?? '';
      await post(told, { ...leg, Direction: 'outbound-dial', CallStatus: 'in-progress' });
      return number;
    },
    hangUp: () => post(StatusCallback, { ...call, CallStatus: 'completed', CallDuration: '60' }),
  };
}
