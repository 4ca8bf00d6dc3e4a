import type { CallOutside, OutsideAnswer } from '@/channels/contract';

const DEEPEST_TEXT = 6 * 1024 * 1024;

/** The JSON value of bytes in UTF-8; undefined for what is none. Never throws. */
export function jsonOf(bytes: Uint8Array): unknown {
  if (bytes.byteLength > DEEPEST_TEXT) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** A vendor's answer with its JSON body; undefined where there is none. */
export type JsonAnswer = Readonly<{ status: number; headers: OutsideAnswer['headers']; json: unknown }>;

type Asked = Parameters<CallOutside>[0];

/** Asks a vendor and reads the JSON of the answer. */
export async function askJson(call: CallOutside, asked: Asked): Promise<JsonAnswer> {
  const { status, headers, bytes } = await call(asked);
  return { status, headers, json: jsonOf(bytes) };
}

/** A JSON body with its header, and a bearer token where one is given (RFC 6750 §2.1). */
export function jsonBody(
  value: unknown,
  bearer?: string,
): Pick<Asked, 'body'> & Readonly<{ headers: Record<string, string> }> {
  return {
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
  };
}

/** Seconds of a `Retry-After` header (RFC 9110 §10.2.3, its number form); null when it says nothing of use. */
export function retryAfter(headers: OutsideAnswer['headers']): number | null {
  const value = headers['retry-after'] ?? '';
  return /^\d{1,6}$/.test(value) ? Number(value) : null;
}
