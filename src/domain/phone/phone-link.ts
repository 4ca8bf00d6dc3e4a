/** `tel:+36301234567` (RFC 3966): the number without visual separators. Empty for what is no number. */
export function telLink(number: string, extension = ''): string {
  const digits = number.replace(/[^\d+]/g, '');
  if (!/^\+?\d{2,20}$/.test(digits)) return '';
  return `tel:${digits}${extension ? `;ext=${extension}` : ''}`;
}

/** `sip:+36301234567@pbx.example.com` (RFC 3261 §19.1). Empty without a domain. */
export function sipLink(number: string, domain: string): string {
  const digits = number.replace(/[^\d+]/g, '');
  return digits !== '' && domain !== '' ? `sip:${digits}@${domain};user=phone` : '';
}
