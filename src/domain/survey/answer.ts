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
  /** Belongs to that team, or may see the tickets of all. */
  near: boolean;
  /** Has a day off. */
  away: boolean;
  /** Who stands in for them meanwhile. */
  substituteId: string | null;
}>;

type Wanted = Pick<FollowUpTerms, 'assign' | 'userId'>;
type Meant = (each: Candidate) => boolean;

/**
 * Who takes care of a low score: never the person whom it is about. The person named in the settings, the lead of the team, or a
 * manager, of this team rather than of another, and failing those whoever runs the workspace. Who has a day off is stood in for,
 * or passed over, unless everybody is away; null where there is nobody else.
 */
export function whoFollowsUp(
  wanted: Wanted,
  { candidates, ratedId }: Readonly<{ candidates: readonly Candidate[]; ratedId: string | null }>,
): string | null {
  const others = candidates.filter(({ userId }) => userId !== ratedId);
  const present = others.filter(({ away }) => !away);
  const standIn = ({ substituteId }: Candidate): string | undefined =>
    present.find(({ userId }) => userId === substituteId)?.userId;
  for (const meant of inOrder(wanted)) {
    const there =
      present.find(meant)?.userId ??
      others
        .filter(meant)
        .map(standIn)
        .find((id) => id !== undefined);
    if (there) return there;
  }
  return (
    inOrder(wanted)
      .map((meant) => others.find(meant)?.userId)
      .find((id) => id !== undefined) ?? null
  );
}

const inOrder = ({ assign, userId }: Wanted): readonly Meant[] => [
  (each) => assign === 'person' && each.userId === userId,
  (each) => assign === 'team_lead' && each.leads,
  ({ role, near }) => role === 'manager' && near,
  ({ role }) => role === 'manager',
  ({ role }) => role === 'admin' || role === 'owner',
];
