/** The currency of an amount, such as EUR (ISO 4217), as far as the platform knows it. */
export const isCurrency = (code: string): boolean =>
  /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code);

/** Nobody counts in fillér, whatever ISO 4217 says. */
const WHOLE: readonly string[] = ['HUF'];

/** How many digits stand behind the point of an amount: as ISO 4217 says, and none for forints. */
export function minorDigits(currency: string): number {
  if (WHOLE.includes(currency)) return 0;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits;
}

const AMOUNT = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/;

/** An amount such as `49.90` in minor units; null for what is none, or is finer than its currency. */
export function minorUnits(text: string, currency: string): number | null {
  const [, sign, whole, fraction = ''] = AMOUNT.exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = minorDigits(currency);
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const units = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return sign && units > 0 ? -units : units;
}

/** An amount in minor units as a decimal number, such as `49.90`; what `minorUnits` reads. */
export function amountText(units: number, currency: string): string {
  const digits = minorDigits(currency);
  const all = String(Math.abs(units)).padStart(digits + 1, '0');
  const whole = all.slice(0, all.length - digits);
  return `${units < 0 ? '-' : ''}${whole}${digits > 0 ? `.${all.slice(-digits)}` : ''}`;
}
