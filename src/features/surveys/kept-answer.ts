import type { Given } from '@/domain/survey/answer';
import type { AskedSurvey } from '@/features/surveys/asked-row';

/** An answer as it was kept, with what had been asked. */
export type KeptAnswer = Readonly<{ asked: AskedSurvey; inviteId: string; given: Given }>;
