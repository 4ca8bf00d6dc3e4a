import { type Asked, formOf, type Told } from './server';

/** The error object of the Graph API. */
export const complain = (status: number, code: number, message: string, subcode?: number): Told => ({
  status,
  json: {
    error: {
      message,
      type: 'OAuthException',
      code,
      ...(subcode && { error_subcode: subcode }),
      fbtrace_id: 'A1',
    },
  },
});

/** What it says of any account of ours. */
export const ACCOUNT = {
  name: 'Kanna',
  username: 'kanna',
  display_phone_number: '+36 1 555 0100',
  verified_name: 'Kanna',
};

/** The fields of a call, as JSON or as a form. */
export async function bodyOf(asked: Asked): Promise<Record<string, unknown>> {
  const type = String(asked.headers['content-type'] ?? '');
  if (!type.startsWith('multipart/')) return JSON.parse(asked.bytes.toString() || '{}');
  const fields = [...(await formOf(asked))].map(([name, value]) => [
    name,
    typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(fields);
}
