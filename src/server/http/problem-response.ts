import { fieldNames, type MissingField } from '@/domain/field/field';
import type { Problem } from '@/domain/shared/result';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { InputError } from './input-errors';
import { PROBLEM_STATUS } from './problem-status';

/** A failure with what the caller needs to mend it. */
export type ApiProblem = Problem &
  Readonly<{
    errors?: readonly InputError[];
    /** What a command found wrong with fields of the body, by their names. */
    fields?: Readonly<Record<string, readonly string[] | undefined>>;
    /** Own fields that have to be filled in first. */
    missing?: readonly MissingField[];
    /** In place of the usual status of this problem. */
    status?: number;
    scope?: string;
    allow?: string;
    retryAfter?: number;
  }>;

export type RequestHead = Readonly<{ requestId: string; locale: Locale }>;

const QUOTA_EXCEEDED = 'https://iana.org/assignments/http-problem-types#quota-exceeded';
const KNOWN_ERRORS = [
  'required',
  'invalid_type',
  'invalid_value',
  'invalid_format',
  'too_small',
  'too_big',
  'unrecognized_keys',
  'unknown',
  'not_text',
  'too_long',
  'not_number',
  'not_date',
  'not_option',
  'no_match',
] as const;

/**
 * The failure as `application/problem+json` (RFC 9457). `type` and `code` stay the same for ever; `title` and `detail` are
 * in the reader's language.
 */
export async function problemResponse(
  problem: ApiProblem,
  { requestId, locale }: RequestHead,
): Promise<Response> {
  const { code, missing, scope, allow, retryAfter } = problem;
  const errors = errorsOf(problem);
  const status = problem.status ?? PROBLEM_STATUS[code];
  const [say, explain] = await Promise.all([translator(locale, 'problem'), translator(locale, 'api')]);
  const body = {
    type: code === 'rate.limited' ? QUOTA_EXCEEDED : `/api/v1/docs#problem-${code}`,
    title: say(code),
    status,
    code,
    instance: `urn:uuid:${requestId}`,
    ...(scope && { detail: explain('errors.scope', { scope }), scope }),
    ...(missing && {
      detail: explain(code === 'ticket.checklist_open' ? 'errors.unticked' : 'errors.missing', {
        fields: fieldNames(missing, locale),
      }),
      missing: missing.map(({ key }) => key),
    }),
    ...(errors && {
      errors: errors.map(({ says, ...error }) => ({ ...error, detail: says ?? sentence(explain, error) })),
    }),
    ...(code === 'rate.limited' && { 'violated-policies': ['default'] }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': locale,
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer realm="Kalauz API"' }),
      ...(allow && { Allow: allow }),
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
  });
}

function errorsOf({ errors, fields }: ApiProblem): readonly InputError[] | undefined {
  if (errors || !fields) return errors;
  return Object.entries(fields).flatMap(([field, codes = []]) =>
    codes.map((code) => ({ in: 'body' as const, field, code })),
  );
}

type Explain = Awaited<ReturnType<typeof translator<'api'>>>;

function sentence(explain: Explain, { code, limit = 0, allowed = [] }: InputError): string {
  const known = KNOWN_ERRORS.find((each) => each === code);
  return explain(`errors.${known ?? 'other'}`, { limit, allowed: allowed.join(', ') });
}
