import { createHash, createHmac } from 'node:crypto';
import { sameSecret } from '@/channels/lib/signature';

export type FormFields = Readonly<Record<string, readonly string[]>>;

/**
 * The signature that Twilio puts into `X-Twilio-Signature`: base64 of HMAC-SHA1 over the address followed by all fields in
 * the order of their names; values of one name each once, in order (contracts C.2).
 */
export function twilioSignature(authToken: string, url: string, fields: FormFields): string {
  const told = Object.keys(fields)
    .sort()
    .map((name) =>
      [...new Set(fields[name])]
        .sort()
        .map((value) => name + value)
        .join(''),
    )
    .join('');
  return createHmac('sha1', authToken)
    .update(Buffer.from(url + told, 'utf8'))
    .digest('base64');
}

type Signed = Readonly<{ url: string; signature: string; body: Uint8Array; fields: FormFields }>;

/**
 * True when Twilio made this call. The address is the one that Twilio was told, with and without its standard port; a JSON
 * body is covered by its hash within the address.
 */
export function isSignedByTwilio(authToken: string, { url, signature, body, fields }: Signed): boolean {
  if (!URL.canParse(url)) return false;
  const bodyHash = new URL(url).searchParams.get('bodySHA256');
  const params = bodyHash === null ? fields : {};
  const isBody =
    bodyHash === null || sameSecret(createHash('sha256').update(body).digest('hex'), bodyHash.toLowerCase());
  const matches = spellings(url).map((each) =>
    sameSecret(twilioSignature(authToken, each, params), signature),
  );
  return isBody && matches.some(Boolean);
}

function spellings(url: string): string[] {
  const [, scheme = '', host = '', port = '', rest = ''] = ADDRESS.exec(url) ?? [];
  const standard = scheme === 'https' ? '443' : '80';
  const named = port === '' || port === standard;
  const bare = `${scheme}://${host}${named ? '' : `:${port}`}${rest}`;
  const withPort = `${scheme}://${host}:${named ? standard : port}${rest}`;
  return [...new Set([url, bare, withPort, ...[url, withPort].map(legacyQuery)])];
}

const ADDRESS = /^(https?):\/\/([^/?#:]+)(?::(\d+))?(.*)$/;

/** Older libraries at the other end leave these characters of a query as they are. */
const legacyQuery = (url: string) =>
  url.replace(/%(?:27|28|29|2A|21|7E)/gi, (code) => decodeURIComponent(code));
