import type { HeaderMap } from '../channel/message';

/** Fields in which filters on the way write their verdict, and how a "yes" looks there. */
const VERDICTS: readonly (readonly [name: string, yes: RegExp])[] = [
  ['x-spam-flag', /^yes/],
  ['x-spam-status', /^yes/],
  ['x-spam', /^(?:yes|true)/],
  ['x-gm-spam', /^1/],
  ['x-barracuda-spam-flag', /^yes/],
  ['x-ses-spam-verdict', /^fail/],
  ['x-ses-virus-verdict', /^fail/],
  ['x-forefront-antispam-report', /\bsfv:(?:spm|sks|skb)\b/],
  ['x-ms-exchange-organization-scl', /^[5-9]$/],
  ['x-rspamd-action', /^(?:add header|rewrite subject|reject)/],
  ['x-proofpoint-spam-details', /\brule=(?:\w*_)?spam\b/],
  ['x-ovh-spam-status', /^spam/],
  ['x-dspam-result', /^spam/],
  ['x-bogosity', /^(?:spam|yes)/],
  ['x-mailcow-spam', /^yes/],
];

/** Whether a filter on the way called the mail spam. */
export function isSpam(headers: HeaderMap): boolean {
  return VERDICTS.some(([name, yes]) =>
    valuesOf(headers, name).some((value) => yes.test(value.trim().toLowerCase())),
  );
}

function valuesOf(headers: HeaderMap, name: string): readonly string[] {
  const value = headers[name] ?? [];
  return typeof value === 'string' ? [value] : value;
}
