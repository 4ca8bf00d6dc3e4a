import type { z } from 'zod';

/** One thing that is wrong with a request. */
export type InputError = Readonly<{
  in: 'path' | 'query' | 'body' | 'header';
  /** Names joined by dots, such as `requester.email`; empty for the whole. */
  field: string;
  /** What is wrong, in a word that stays the same: `too_big`, `invalid_format`, `unrecognized_keys` … */
  code: string;
  /** For `too_small` and `too_big`: the bound. */
  limit?: number;
  /** For a choice: what may be given. */
  allowed?: readonly string[];
  /** For what no word tells: a sentence, in English. */
  says?: string;
}>;

/** The errors of a schema, one for each wrong field; of a field that is not known, its own name. */
export function inputErrors(place: InputError['in'], error: z.ZodError): InputError[] {
  return error.issues.flatMap((issue): InputError[] => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      const { code } = issue;
      return issue.keys.map((key) => ({ in: place, field: [...path, key].join('.'), code }));
    }
    return [{ in: place, field: path.join('.'), code: codeOf(issue), ...factsOf(issue) }];
  });
}

const codeOf = (issue: z.core.$ZodIssue) =>
  issue.code === 'invalid_type' && issue.input === undefined ? 'required' : issue.code;

function factsOf(issue: z.core.$ZodIssue): Pick<InputError, 'limit' | 'allowed' | 'says'> {
  if (issue.code === 'too_small') return { limit: Number(issue.minimum) };
  if (issue.code === 'too_big') return { limit: Number(issue.maximum) };
  if (issue.code === 'invalid_value') return { allowed: issue.values.map(String) };
  if (issue.code === 'custom' && issue.message !== UNSAID) return { says: issue.message };
  return {};
}

/** What zod says where a check gives no sentence of its own. */
const UNSAID = 'Invalid input';
