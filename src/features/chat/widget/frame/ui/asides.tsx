/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../client/transport';
import { endChat, goOnByMail, sendTranscript } from '../client/wishes';
import type { Shell } from '../shell';
import type { Words } from '../words';
import type { Aside } from './chat-menu';
import { Form } from './form';
import { useEscape } from './use-escape';

type Props = Readonly<{ shell: Shell; aside: Aside; onDone: () => void }>;

/** A small question above the composer. */
export function AsidePanel({ shell, aside, onDone }: Props) {
  const { words } = shell.speech;
  return aside === 'end' ? (
    <Box title={words.end.title} hint={words.end.hint} onDone={onDone}>
      <div className="row">
        <button
          type="button"
          className="primary"
          onClick={() => {
            void endChat(shell.chat);
            onDone();
          }}
        >
          {words.end.yes}
        </button>
        <button type="button" className="secondary" onClick={onDone}>
          {words.end.no}
        </button>
      </div>
    </Box>
  ) : (
    <MailAside key={aside} shell={shell} kind={aside} onDone={onDone} />
  );
}

const SENDING = { mail: goOnByMail, transcript: sendTranscript };

function MailAside({
  shell,
  kind,
  onDone,
}: Readonly<{ shell: Shell; kind: keyof typeof SENDING; onDone: () => void }>) {
  const { speech, state, chat } = shell;
  const { words } = speech;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const value = state.conversation?.session.visitor.email ?? '';
  const label = words.leave.email;
  const send = async (email: string) => {
    setBusy(true);
    const answer = await SENDING[kind](chat, email.trim());
    setBusy(false);
    if (answer.kind === 'answer') onDone();
    else setProblem(problemWords(answer, words));
  };
  return (
    <Box title={words[kind].title} hint={words[kind].hint} onDone={onDone}>
      <Form
        speech={speech}
        fields={[{ name: 'email', label, kind: 'email', required: true, autocomplete: 'email', value }]}
        submit={words[kind].send}
        busy={busy}
        problem={problem}
        onSubmit={({ email = '' }) => void send(email)}
      >
        <button type="button" className="secondary" onClick={onDone}>
          {words.cancel}
        </button>
      </Form>
    </Box>
  );
}

/** Why something was not done, in words. */
export function problemWords(
  answer: Exclude<Answer<unknown>, { kind: 'answer' }>,
  { problem }: Words,
): string {
  if (answer.kind === 'unreachable') return problem.network;
  if (answer.code === 'chat.ended') return problem.ended;
  if (answer.code === 'chat.blocked') return problem.blocked;
  return answer.code === 'file.too_large' ? problem.tooLarge : problem.refused;
}

type BoxProps = Readonly<{ title: string; hint: string; onDone: () => void; children: ComponentChildren }>;

function Box({ title, hint, onDone, children }: BoxProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEscape(box, onDone);
  return (
    <section ref={box} className="aside" aria-label={title}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className="hint">{hint}</p>
      {children}
    </section>
  );
}
