import 'server-only';
import { readablePhone } from '@/channels/lib/phone-number';
import type { PhoneConfig } from '@/channels/phone/config';
import type { PhoneProviderKind } from '@/channels/phone/provider-kinds';
import { phoneForm, phoneSettingsOf, receptionOf } from '@/channels/phone/providers';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';
import { env } from '@/server/env';
import { inboundKeyOf } from './commands/inbound-key';
import { openPhoneConfig } from './phone-account';
import { SPOKEN_KINDS } from './spoken-kinds';

export type PhoneAccountRow = Readonly<{
  id: string;
  name: string;
  provider: PhoneProviderKind;
  number: string;
  enabled: boolean;
  health: 'unknown' | 'healthy' | 'failing';
  healthDetail: string;
  lastReceivedAt: Date | null;
}>;

/** The telephone accounts of a workspace. */
export async function listPhoneAccounts({ db, workspaceId }: StaffContext): Promise<PhoneAccountRow[]> {
  const rows = await db.channelAccount.findMany({
    where: { workspaceId, channel: 'phone' },
    orderBy: { name: 'asc' },
    take: 100,
    select: {
      id: true,
      name: true,
      enabled: true,
      health: true,
      healthDetail: true,
      lastReceivedAt: true,
      sealedConfig: true,
    },
  });
  return rows.map(({ sealedConfig, ...row }) => {
    const config = openPhoneConfig(sealedConfig);
    return { ...row, provider: config?.provider ?? 'cti', number: readablePhone(config?.number ?? '') };
  });
}

/** A telephone account as its form shows it; secrets stay here. */
export type PhoneAccountForm = Readonly<{
  id: string;
  name: string;
  teamId: string | null;
  enabled: boolean;
  provider: PhoneProviderKind;
  locale: 'en' | 'hu' | 'lv';
  number: string;
  /** What the provider asks for and is no secret, by name. */
  settings: Readonly<Record<string, string>>;
  ringTo: string;
  ringSeconds: number;
  menu: boolean;
  record: boolean;
  mayRefuse: boolean;
  ownFlow: boolean;
  health: 'unknown' | 'healthy' | 'failing';
  healthDetail: string;
  lastReceivedAt: Date | null;
  /** It is we who say what callers meet. */
  answersCalls: boolean;
  /** Where the provider calls us. */
  address: string;
  /** The same with the query of each purpose. */
  addresses: readonly Readonly<{ purpose: 'voice' | 'status' | 'events'; address: string }>[];
  /** Secrets that we made for the provider, by name: shown, since it has to be given them. */
  generated: Readonly<Record<string, string>>;
}>;

/** The telephone accounts of a workspace as their forms show them, by name. */
export async function phoneAccounts(ctx: StaffContext, id?: string): Promise<PhoneAccountForm[]> {
  const { db, workspaceId } = ctx;
  const rows = await db.channelAccount.findMany({
    where: { workspaceId, channel: 'phone', ...(id !== undefined && { id }) },
    orderBy: { name: 'asc' },
    take: 100,
    select: {
      id: true,
      name: true,
      teamId: true,
      enabled: true,
      health: true,
      healthDetail: true,
      lastReceivedAt: true,
      sealedConfig: true,
    },
  });
  return rows.flatMap(({ sealedConfig, ...row }) => {
    const config = openPhoneConfig(sealedConfig);
    return config ? [{ ...row, ...shownConfig(config, inboundKeyOf({ workspaceId, id: row.id })) }] : [];
  });
}

/** One telephone account, or null. */
export const getPhoneAccount = async (ctx: StaffContext, id: string): Promise<PhoneAccountForm | null> =>
  (await phoneAccounts(ctx, id))[0] ?? null;

function shownConfig(config: PhoneConfig, key: string) {
  const address = `${env().PUBLIC_URL}/api/inbound/phone/${key}`;
  const reception = receptionOf(config);
  return {
    provider: config.provider,
    locale: config.locale,
    number: config.number,
    settings: phoneSettingsOf(config, 'text'),
    generated: phoneSettingsOf(config, 'generated'),
    ...(reception ? { ...reception, ringTo: reception.ringTo.join('\n') } : NO_RECEPTION),
    answersCalls: reception !== null,
    address,
    addresses: phoneForm(config.provider).addresses.map(({ purpose, query }) => ({
      purpose,
      address: `${address}${query}`,
    })),
  };
}

const NO_RECEPTION = {
  ringTo: '',
  ringSeconds: 25,
  menu: false,
  record: false,
  mayRefuse: false,
  ownFlow: false,
} as const;

/** What calls may come to and whom nobody calls, one a line. */
export async function getPhoneLists({ db, workspaceId }: StaffContext) {
  const [dispositions, barred] = await Promise.all([
    db.callDisposition.findMany({
      where: { workspaceId, active: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      take: 200,
      select: { name: true },
    }),
    db.doNotCall.findMany({
      where: { workspaceId },
      orderBy: { number: 'asc' },
      take: 2000,
      select: { number: true },
    }),
  ]);
  return {
    dispositions: dispositions.map(({ name }) => name).join('\n'),
    doNotCall: barred.map(({ number }) => number).join('\n'),
  };
}

export type SpokenWords = Readonly<{ kind: (typeof SPOKEN_KINDS)[number]; own: string; shipped: string }>;

/** What callers hear in a language: the workspace's own words, and the shipped ones. */
export async function getSpokenWords(
  { db, workspaceId }: StaffContext,
  { locale, workspace }: Readonly<{ locale: string; workspace: string }>,
): Promise<SpokenWords[]> {
  const rows = await db.phoneText.findMany({
    where: { workspaceId, locale },
    select: { kind: true, body: true },
  });
  const t = await translator(locale, 'phone');
  const own = new Map(rows.map(({ kind, body }) => [kind, body]));
  return SPOKEN_KINDS.map((kind) => ({
    kind,
    own: own.get(kind) ?? '',
    shipped: t(`spoken.${kind}`, { workspace }),
  }));
}
