import type { ConversationChannel, SettingField } from '@/channels/contract';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { AccountInput } from './inputs';
import { INBOUND_KEY, type StoredAccount, textIn } from './stored-account';

type Wrong = Readonly<{ code: 'input.invalid'; fields: Readonly<Record<string, readonly string[]>> }>;

type Typed = Readonly<{
  adapter: ConversationChannel<unknown>;
  values: AccountInput['values'];
  stored: StoredAccount;
  newSecret: () => string;
}>;

export type AccountConfig = Readonly<{
  sealed: Record<string, unknown>;
  externalId: string | null;
  key: string;
}>;

/**
 * The settings as they were typed, with the stored secrets where none was typed, and our own secrets made where there are
 * none yet. A secret stays only with the server that it was given for. Names the fields that cannot be right.
 */
export function accountConfig(typed: Typed): Result<AccountConfig, Wrong> {
  const { adapter, stored, newSecret } = typed;
  const candidate = {
    ...withoutSecrets(typed),
    ...Object.fromEntries(adapter.settings.map((field) => [field.name, settingValue(field, typed)])),
  };
  const parsed = adapter.config.safeParse(candidate);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => [`values.${path.join('.')}`, ['wrong']] as const);
    return fail({ code: 'input.invalid', fields: Object.fromEntries(fields) });
  }
  const key = textIn(stored, INBOUND_KEY) || newSecret();
  const sealed = { ...(parsed.data as Record<string, unknown>), [INBOUND_KEY]: key };
  return ok({ sealed, externalId: adapter.accountOf(parsed.data), key });
}

/** What the vendor taught us stays; what stands in the form comes from the form. */
const withoutSecrets = ({ adapter, stored }: Typed): Record<string, unknown> => {
  const named = new Set(adapter.settings.map(({ name }) => name));
  return Object.fromEntries(Object.entries(stored).filter(([name]) => !named.has(name)));
};

function settingValue(field: SettingField, typed: Typed): unknown {
  const { name, kind, values } = field;
  const given = (typed.values[name] ?? '').trim();
  switch (kind) {
    case 'generated':
      return textIn(typed.stored, name) || typed.newSecret();
    case 'secret':
      return given || keptSecret(name, typed);
    case 'switch':
      return given === 'yes';
    case 'choice':
      return given || values?.[0];
    case 'text':
      return given;
  }
}

function keptSecret(name: string, { stored, values }: Typed): string {
  const elsewhere = values['server'] !== undefined && values['server'].trim() !== textIn(stored, 'server');
  return elsewhere ? '' : textIn(stored, name);
}
