import { timingSafeEqual } from 'node:crypto';
import type { StoredFile } from '@/domain/ticket/ticket';
import { shortMac } from '@/server/crypto/keys';

/** So long may somebody take to fill in a form; then the page is signed anew, with everything that they typed. */
const LIFE_MS = 24 * 60 * 60 * 1000;

type Issued = Readonly<{ formId: string; id: string; at: Date }>;

const sign = (purpose: string, text: string): string => shortMac(purpose, text, 26);
const isSame = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** What stands hidden in a shown form: which one it is and since when, under our signature. */
export function formToken({ formId, id, at }: Issued): string {
  const facts = `${id}.${at.getTime()}`;
  return `${facts}.${sign('form', `${formId}/${facts}`)}`;
}

/** Reads a token; null when it is not ours, of another form, or too old. */
export function readFormToken(
  token: string,
  { formId, now }: Readonly<{ formId: string; now: Date }>,
): Readonly<{ id: string; seconds: number }> | null {
  const match = /^([0-9a-f-]{36})\.(\d{13})\.([a-z2-7]{26})$/.exec(token);
  if (!match) return null;
  const [, id = '', at = '', mac = ''] = match;
  const age = now.getTime() - Number(at);
  const isOurs = isSame(mac, sign('form', `${formId}/${id}.${at}`));
  return isOurs && age >= 0 && age <= LIFE_MS ? { id, seconds: age / 1000 } : null;
}

type Signer = Readonly<{ formId: string; customerId: string; at: Date }>;

/** Says to a form, which reads no cookie, who is signed in to the portal around it. */
export function signerToken({ formId, customerId, at }: Signer): string {
  const facts = `${customerId}.${at.getTime()}`;
  return `${facts}.${sign('form-signer', `${formId}/${facts}`)}`;
}

/** The customer of a token; null when it is not ours, of another form, or too old. */
export function readSignerToken(
  token: string,
  { formId, now }: Readonly<{ formId: string; now: Date }>,
): string | null {
  const match = /^([0-9a-f-]{36})\.(\d{13})\.([a-z2-7]{26})$/.exec(token);
  if (!match) return null;
  const [, customerId = '', at = '', mac = ''] = match;
  const age = now.getTime() - Number(at);
  const isOurs = isSame(mac, sign('form-signer', `${formId}/${customerId}.${at}`));
  return isOurs && age >= 0 && age <= LIFE_MS ? customerId : null;
}

/** A file that came with a form which has to be sent once more: it need not be chosen again. */
export function fileToken(formId: string, file: StoredFile): string {
  const facts = Buffer.from(JSON.stringify(file)).toString('base64url');
  return `${facts}.${sign('form-file', `${formId}/${facts}`)}`;
}

/** The file of a token; null when it is not ours. */
export function readFileToken(formId: string, token: string): StoredFile | null {
  const [facts = '', mac = ''] = token.split('.');
  if (!isSame(mac, sign('form-file', `${formId}/${facts}`))) return null;
  return JSON.parse(Buffer.from(facts, 'base64url').toString('utf8')) as StoredFile;
}
