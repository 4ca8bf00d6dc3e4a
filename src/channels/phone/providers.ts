import type { SettingField } from '@/channels/contract';
import type { PhoneConfig } from './config';
import { cti } from './cti';
import type { PhoneAdapter, PhoneProvider } from './provider';
import { PHONE_PROVIDERS, type PhoneProviderKind } from './provider-kinds';
import { twilio } from './twilio';

const ADAPTERS: {
  readonly [Kind in PhoneProviderKind]: PhoneAdapter<Extract<PhoneConfig, { provider: Kind }>>;
} = { twilio, cti };

/** What can be done with an account. */
export const phoneProvider = (config: PhoneConfig): PhoneProvider =>
  config.provider === 'twilio' ? twilio.account(config) : cti.account(config);

/** What a telephone system has to know of us and we of it. */
export type PhoneProviderForm = Readonly<
  { kind: PhoneProviderKind } & Pick<PhoneAdapter<PhoneConfig>, 'settings' | 'answersCalls' | 'addresses'>
>;

/** The form of each telephone system. */
export const phoneForms = (): PhoneProviderForm[] => PHONE_PROVIDERS.map(phoneForm);

/** The form of one telephone system. */
export function phoneForm(kind: PhoneProviderKind): PhoneProviderForm {
  const { settings, answersCalls, addresses } = ADAPTERS[kind];
  return { kind, settings, answersCalls, addresses };
}

type Settings = Readonly<Record<string, string>>;

/** The settings of an account of these kinds, by name. */
export function phoneSettingsOf(config: PhoneConfig, ...kinds: SettingField['kind'][]): Settings {
  const all: Readonly<Record<string, unknown>> = config;
  const named = ADAPTERS[config.provider].settings.filter(({ kind }) => kinds.includes(kind));
  return Object.fromEntries(named.map(({ name }) => [name, String(all[name] ?? '')]));
}

type Given = Readonly<{
  kind: PhoneProviderKind;
  settings: Settings;
  stored: PhoneConfig | null;
  /** For what is generated. */
  random: () => string;
}>;

/** The settings of an account from what was typed: what is secret stays as it is when it was left empty. */
export function givenPhoneSettings({ kind, settings, stored, random }: Given): Settings {
  const { settings: fields, secretOf = (text: string) => text } = ADAPTERS[kind];
  const kept = stored?.provider === kind ? phoneSettingsOf(stored, 'secret', 'generated') : {};
  return Object.fromEntries(
    fields.map(({ name, kind: field }) => {
      const own = settings[name] || kept[name] || '';
      return [name, own === '' && field === 'generated' ? secretOf(random()) : own];
    }),
  );
}

/** What callers of a number meet, where it is we who say so. */
export type Reception = Readonly<{
  ringTo: readonly string[];
  ringSeconds: number;
  menu: boolean;
  record: boolean;
  mayRefuse: boolean;
  ownFlow: boolean;
}>;

/** What callers of this number meet; null where the telephone system decides. */
export function receptionOf(config: PhoneConfig): Reception | null {
  if (config.provider !== 'twilio') return null;
  const { ringTo, ringSeconds, menu, record, mayRefuse, ownFlow } = config;
  return { ringTo, ringSeconds, menu, record, mayRefuse, ownFlow };
}
