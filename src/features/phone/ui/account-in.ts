import type { z } from 'zod';
import type { phoneAccountInput } from '../admin-inputs';

/** What stands in the form of a telephone account. */
export function accountIn(form: FormData, accountId: string | null): z.input<typeof phoneAccountInput> {
  const text = (name: string) => String(form.get(name) ?? '');
  const isOn = (name: string) => form.get(name) === 'on';
  const locale = text('locale');
  return {
    accountId,
    provider: text('provider') === 'cti' ? 'cti' : 'twilio',
    name: text('name'),
    teamId: text('teamId') || null,
    enabled: isOn('enabled'),
    locale: locale === 'hu' || locale === 'lv' ? locale : 'en',
    number: text('number'),
    accountSid: text('accountSid'),
    authToken: text('authToken'),
    ringTo: text('ringTo'),
    ringSeconds: Number(text('ringSeconds')) || 25,
    menu: isOn('menu'),
    record: isOn('record'),
    ownFlow: isOn('ownFlow'),
  };
}
