import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import type { SurveyWords } from '../survey-words';

type Question = SurveyWords['questions'][number];

type Props = Readonly<{
  questions: readonly Question[];
  typed: (id: string) => string;
  wrong: (id: string) => string | undefined;
  words: Readonly<{ choose: string; optional: string }>;
  disabled?: boolean | undefined;
}>;

/** The workspace's own questions. */
export function MoreQuestions({ questions, typed, wrong, words, disabled }: Props) {
  return questions.map((question) => (
    <Field
      key={question.id}
      label={question.text}
      hint={question.required ? undefined : words.optional}
      error={wrong(question.id)}
    >
      {question.kind === 'text' ? (
        <Textarea
          name={`q.${question.id}`}
          rows={2}
          maxLength={2000}
          required={question.required}
          defaultValue={typed(question.id)}
          disabled={disabled}
        />
      ) : (
        <Choice question={question} typed={typed} words={words} disabled={disabled} />
      )}
    </Field>
  ));
}

type ChoiceProps = Pick<Props, 'typed' | 'words' | 'disabled'> & Readonly<{ question: Question }>;

/** `Field` gives id and description; they go to the choice. */
function Choice({ question, typed, words, disabled, ...control }: ChoiceProps) {
  const options =
    question.kind === 'scale' ? ['1', '2', '3', '4', '5'].map((id) => ({ id, text: id })) : question.options;
  return (
    <Select
      {...control}
      name={`q.${question.id}`}
      required={question.required}
      defaultValue={typed(question.id)}
      disabled={disabled}
    >
      <option value="">{words.choose}</option>
      {options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </Select>
  );
}
