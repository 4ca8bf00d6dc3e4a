import { fail, ok, type Result } from '@/domain/shared/result';
import { type FollowUpTerms, type SurveyQuestion, type SurveyTerms, scaleOf } from './survey';

export const LONGEST_COMMENT = 2000;
const LONGEST_TEXT = 2000;

/** What somebody says to a survey: the score, the further questions by id, and words of their own. */
export type Given = Readonly<{
  score: number;
  answers: Readonly<Record<string, string>>;
  comment: string;
}>;

/** What is wrong: the names of fields, `score` or the id of a question. */
type Wrong = Readonly<{ code: 'input.invalid'; fields: Readonly<Record<string, readonly string[]>> }>;

/**
 * Reads what came from a form or a program against the survey as it was asked. Answers to questions that are not in it are
 * dropped; a score out of its scale, a choice that was not offered or a required answer that is missing is refused.
 */
export function readAnswer(
  terms: Pick<SurveyTerms, 'kind' | 'steps' | 'questions'>,
  raw: Readonly<{ score: unknown; answers: Readonly<Record<string, string>>; comment: string }>,
): Result<Given, Wrong> {
  const score = scoreIn(raw.score);
  const { from, to } = scaleOf(terms);
  const fields: Record<string, readonly string[]> = {};
  if (score === null || score < from || score > to) fields['score'] = ['choose'];
  const answers: Record<string, string> = {};
  for (const question of terms.questions) {
    const said = (raw.answers[question.id] ?? '').trim().slice(0, LONGEST_TEXT);
    if (isWrong(question, said)) fields[question.id] = ['answer'];
    else if (said !== '') answers[question.id] = said;
  }
  if (score === null || Object.keys(fields).length > 0) return fail({ code: 'input.invalid', fields });
  return ok({ score, answers, comment: raw.comment.trim().slice(0, LONGEST_COMMENT) });
}

function scoreIn(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^\d{1,2}$/.test(text) ? Number(text) : null;
}

function isWrong({ kind, required, options }: SurveyQuestion, said: string): boolean {
  if (said === '') return required;
  if (kind === 'choice') return !options.some(({ id }) => id === said);
  return kind === 'scale' && !/^[1-5]$/.test(said);
}

/** True when a score asks somebody to come back to the customer. */
export const isLow = (score: number, followUp: FollowUpTerms | null): boolean =>
  followUp !== null && score <= followUp.atMost;

/** Who could take care of a low score. */
export type Candidate = Readonly<{
  userId: string;
  role: string;
  /** Leads the team whose agent was rated. */
  leads: boolean;
}>;

/**
 * Who takes care of a low score: never the person whom it is about. The person named in the settings, the lead of the team,
 * or a manager, and failing those whoever runs the workspace; null where there is nobody else.
 */
export function whoFollowsUp(
  { assign, userId }: Pick<FollowUpTerms, 'assign' | 'userId'>,
  { candidates, ratedId }: Readonly<{ candidates: readonly Candidate[]; ratedId: string | null }>,
): string | null {
  const others = candidates.filter((each) => each.userId !== ratedId);
  const first = (meets: (each: Candidate) => boolean) => others.find(meets)?.userId ?? null;
  const named = assign === 'person' ? first((each) => each.userId === userId) : null;
  const lead = assign === 'team_lead' ? first((each) => each.leads) : null;
  return (
    named ??
    lead ??
    first(({ role }) => role === 'manager') ??
    first(({ role }) => role === 'admin' || role === 'owner')
  );
}
