import type { Problem, Result } from '@/domain/shared/result';
import { fail, ok } from '@/domain/shared/result';
import { env } from '@/server/env';
import type { UploadedFile } from './endpoint';

/** JSON bodies up to this many bytes. */
const JSON_BYTES = 2 * 1024 * 1024;
const FORM_MARGIN = 64 * 1024;

type Refused = Problem & Readonly<{ code: 'body.too_large' | 'body.wrong_type' | 'body.unreadable' }>;

/** The bytes of a body, at most `limit` of them: reading ends as soon as there are more, whatever the head claims. */
export async function bodyBytes(
  request: Request,
  limit: number,
): Promise<Result<Uint8Array<ArrayBuffer>, Refused>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return fail({ code: 'body.too_large' });
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > limit) return fail({ code: 'body.too_large' });
    pieces.push(piece);
  }
  return ok(joined(pieces, size));
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** How many bytes a body of this kind may have. */
export const bodyLimit = (kind: 'json' | 'file'): number =>
  kind === 'json' ? JSON_BYTES : env().MAX_MAIL_MB * 1024 * 1024 + FORM_MARGIN;

/** The JSON value of a body (RFC 8259: UTF-8), of texts that the database keeps. */
export function jsonOf(request: Request, bytes: Uint8Array): Result<unknown, Refused> {
  const type = mediaType(request);
  if (type !== 'application/json' && !type.endsWith('+json')) return fail({ code: 'body.wrong_type' });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ok(storableJson(text));
  } catch {
    return fail({ code: 'body.unreadable' });
  }
}

/** JSON of which every name and text can be kept: NUL and half a surrogate pair are no letters. Throws where it is none. */
export const storableJson = (text: string): unknown =>
  JSON.parse(text, (name, value: unknown) => {
    const isKept = [name, value].every((each) => typeof each !== 'string' || isStorable(each));
    if (!isKept) throw new SyntaxError('a letter that is none');
    return value;
  });

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** The file of a body: the field `file` of a multipart form, or the bare bytes, then named by `?name=`. */
export async function fileOf(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<UploadedFile, Refused>> {
  const type = request.headers.get('content-type') ?? 'application/octet-stream';
  if (mediaType(request) === 'application/x-www-form-urlencoded') return fail({ code: 'body.wrong_type' });
  if (mediaType(request) !== 'multipart/form-data') {
    const name = new URL(request.url).searchParams.get('name') ?? 'file';
    return ok({ name, claimedType: mediaType(request), bytes });
  }
  try {
    const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
    const file = form.get('file');
    if (!(file instanceof File)) return fail({ code: 'body.unreadable' });
    return ok({
      name: file.name,
      claimedType: file.type,
      bytes: new Uint8Array(await file.arrayBuffer()),
    });
  } catch {
    return fail({ code: 'body.unreadable' });
  }
}

const mediaType = (request: Request) =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
