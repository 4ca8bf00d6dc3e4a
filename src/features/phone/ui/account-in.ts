import type { z } from 'zod';
import { PHONE_PROVIDERS } from '@/channels/phone/provider-kinds';
import type { phoneAccountInput } from '../admin-inputs';

/** What stands in the form of a telephone account. */
export function accountIn(form: FormData, accountId: string | null): z.input<typeof phoneAccountInput> {
  const text = (name: string) => String(form.get(name) ?? '');
  const isOn = (name: string) => form.get(name) === 'on';
  const locale = text('locale');
  return {
    accountId,
    provider: PHONE_PROVIDERS.find((each) => each === text('provider')) ?? PHONE_PROVIDERS[0],
    name: text('name'),
    teamId: text('teamId') || null,
    enabled: isOn('enabled'),
    locale: locale === 'hu' || locale === 'lv' ? locale : 'en',
    number: text('number'),
    settings: Object.fromEntries(
      [...form.entries()].flatMap(([name, value]) =>
        name.startsWith('settings.') ? [[name.slice('settings.'.length), String(value)]] : [],
      ),
    ),
    ringTo: text('ringTo'),
    ringSeconds: Number(text('ringSeconds')) || 25,
    menu: isOn('menu'),
    record: isOn('record'),
    mayRefuse: isOn('mayRefuse'),
    ownFlow: isOn('ownFlow'),
  };
}
