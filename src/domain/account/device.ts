/** What a session was opened with; null where the User-Agent header does not say. */
export type Device = Readonly<{ browser: string | null; system: string | null; mobile: boolean }>;

type Sign = readonly [name: string, sign: RegExp];

/** In this order: many browsers also name those whose engine they use. */
const BROWSERS: readonly Sign[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\//],
  ['Safari', /\bVersion\/[\d.]+.*\bSafari\//],
];

const SYSTEMS: readonly Sign[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows NT\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/** Browser and system as a User-Agent header names them (RFC 9110 §10.1.5); good enough to recognise one's own. */
export function deviceOf(userAgent: string): Device {
  const nameIn = (signs: readonly Sign[]) => signs.find(([, sign]) => sign.test(userAgent))?.[0] ?? null;
  return {
    browser: nameIn(BROWSERS),
    system: nameIn(SYSTEMS),
    mobile: /\bMobile\b|\biPhone\b|\biPad\b|\bAndroid\b/.test(userAgent),
  };
}
