import type { SurveyDraft } from './survey-draft';

/** What a part of the form needs. */
export type FieldsProps = Readonly<{
  draft: SurveyDraft;
  onChange: (change: Partial<SurveyDraft>) => void;
  /** What to say at a field of this name when it was refused. */
  wrong: (field: string) => string | undefined;
}>;
