import type { TwilioConfig } from '@/channels/phone/config';
import { formFields, stepOf } from '@/channels/phone/read-twilio';
import * as twiml from '@/channels/phone/twiml';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import type { PhoneAccount } from './phone-account';
import { staffed } from './settings';
import { SPOKEN_KINDS } from './spoken-kinds';

type Delivery = Readonly<{ url: string; bytes: Uint8Array }>;

/** What Twilio is told to do next with a call (TwiML). */
export async function spokenAnswer(
  ctx: SystemContext,
  account: PhoneAccount,
  delivery: Delivery,
): Promise<string> {
  if (account.config.provider !== 'twilio' || account.config.ownFlow) return twiml.silence();
  const url = new URL(delivery.url);
  const form = formFields(delivery.bytes) ?? {};
  const one = (name: string) => form[name]?.[0] ?? '';
  const world = await worldOf(ctx, account.config, `${url.origin}${url.pathname}`);
  switch (stepOf(delivery.url)) {
    case '':
      return (await isBlocked(ctx, account, one('CallSid'))) ? twiml.refusal() : twiml.greeting(world);
    case 'menu':
      return twiml.afterMenu(world, one('Digits'));
    case 'dialled':
      return twiml.afterDial(world, one('DialCallStatus'));
    case 'voicemail':
      return twiml.afterVoicemail(world);
    case 'bridge':
      return twiml.bridge(world, url.searchParams.get('to') ?? '');
    case 'announce':
      return twiml.announcement(world);
    default:
      return twiml.silence();
  }
}

async function isBlocked({ db, workspaceId }: SystemContext, { id }: PhoneAccount, callSid: string) {
  const call = await db.callLog.findFirst({
    where: { workspaceId, channelAccountId: id, providerCallId: callSid },
    select: { blockedWhy: true, agentId: true },
  });
  return call?.blockedWhy != null && call.agentId === null;
}

async function worldOf(ctx: SystemContext, config: TwilioConfig, address: string): Promise<twiml.TwimlWorld> {
  const { workspaceId, db } = ctx;
  const { locale } = config;
  const rows = await db.phoneText.findMany({
    where: { workspaceId, locale },
    select: { kind: true, body: true },
  });
  const workspace = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { name: true },
  });
  const t = await translator(locale, 'phone');
  const own = new Map(rows.map(({ kind, body }) => [kind, body]));
  const texts = Object.fromEntries(
    SPOKEN_KINDS.map((kind) => [kind, own.get(kind) || t(`spoken.${kind}`, { workspace: workspace.name })]),
  ) as twiml.SpokenTexts;
  return { config, texts, address, isOpen: (await staffed(db, ctx)).at(ctx.now()) };
}
