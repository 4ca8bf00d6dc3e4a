/** @jsxImportSource preact */
import { useEffect, useId, useState } from 'preact/hooks';
import type { ChatSurvey, ChatSurveyPage } from '@/domain/chat/protocol';
import type { Shell } from '../shell';
import { problemWords } from './asides';

/** What the visitor is asked when the chat is over, or where, when there is no room for it here; nothing for who is not asked. */
export function Survey({ shell }: Readonly<{ shell: Shell }>) {
  const { chat, speech } = shell;
  const { token } = chat.state;
  const [asked, setAsked] = useState<ChatSurvey | ChatSurveyPage | null>(null);
  useEffect(() => {
    if (token === null) return;
    let here = true;
    void chat.transport.survey(token, speech.language).then((answer) => {
      if (here && answer.kind === 'answer') setAsked(answer.value);
    });
    return () => {
      here = false;
    };
  }, [chat, token, speech.language]);
  if (!asked || token === null) return null;
  if ('question' in asked) return <Question shell={shell} asked={asked} token={token} />;
  return (
    <a href={asked.page} target="_blank" rel="noopener noreferrer">
      {speech.words.chat.survey}
    </a>
  );
}

type Props = Readonly<{ shell: Shell; asked: ChatSurvey; token: string }>;

function Question({ shell, asked, token }: Props) {
  const { chat, speech } = shell;
  const { words, given } = asked;
  const comment = useId();
  const [score, setScore] = useState<number | null>(given?.score ?? null);
  const [text, setText] = useState(given?.comment ?? '');
  const [thanks, setThanks] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (score === null) {
      setProblem(words.missing);
      return;
    }
    setBusy(true);
    const answer = await chat.transport.answer(token, { survey: asked.survey, score, comment: text });
    setBusy(false);
    if (answer.kind === 'answer') setThanks(answer.value.low ? words.thanksLow : words.thanks);
    else setProblem(problemWords(answer, speech.words));
  };
  if (thanks !== null) {
    return (
      <p className="thanks" role="status">
        {thanks}{' '}
        <button type="button" className="link" onClick={() => setThanks(null)}>
          {words.again}
        </button>
      </p>
    );
  }
  return (
    <form className="survey" noValidate onSubmit={(event) => void send(event)}>
      <Scores
        asked={asked}
        score={score}
        onChoose={(chosen) => {
          setScore(chosen);
          setProblem(null);
        }}
      />
      {score !== null && (
        <>
          <label htmlFor={comment}>{words.comment}</label>
          <textarea
            id={comment}
            rows={2}
            maxLength={2000}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </>
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="secondary" aria-disabled={busy}>
        {given ? words.change : words.send}
      </button>
    </form>
  );
}

type ScoresProps = Readonly<{ asked: ChatSurvey; score: number | null; onChoose: (score: number) => void }>;

function Scores({ asked: { question, scores, named }, score, onChoose }: ScoresProps) {
  const name = useId();
  const [first, last] = [scores[0], scores.at(-1)];
  return (
    <fieldset className={named ? 'scores named' : 'scores'}>
      <legend>{question}</legend>
      {(named ? scores.toReversed() : scores).map((each) => (
        <label key={each.score}>
          <input
            type="radio"
            name={name}
            checked={each.score === score}
            onChange={() => onChoose(each.score)}
          />
          <span>{named ? each.label : each.score}</span>
        </label>
      ))}
      {!named && first && last && (
        <p className="hint">
          {first.score} – {first.label} · {last.score} – {last.label}
        </p>
      )}
    </fieldset>
  );
}
