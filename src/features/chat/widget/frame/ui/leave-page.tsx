/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import { refusalOf } from '../client/files';
import { leaveMessage } from '../client/wishes';
import type { FormField, FormValues } from '../model/form';
import type { Shell } from '../shell';
import { sizeText } from '../words';
import { problemWords } from './asides';
import { Form } from './form';
import { Icon } from './icons';
import { Page } from './page';

/** "Leave a message": what opens a ticket when nobody is there, or when the visitor would rather not wait. */
export function LeavePage({ shell }: Readonly<{ shell: Shell }>) {
  const { speech, chat, go, state } = shell;
  const { words, say } = speech;
  const [clientId] = useState(chat.world.newId);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [left, setLeft] = useState<Readonly<{ number: number; email: string; by: string | null }> | null>(
    null,
  );
  const [files, setFiles] = useState<readonly File[]>([]);
  if (left) {
    return (
      <Page shell={shell} title={words.leave.title} back={() => go('home')}>
        <div className="middle" role="status">
          <p className="large">{words.leave.done}</p>
          <p>{say(words.leave.doneHint, { number: left.number, email: left.email })}</p>
          {left.by && <p>{say(words.leave.answerBy, { when: left.by })}</p>}
          <button type="button" className="secondary" onClick={() => go('home')}>
            {words.leave.another}
          </button>
        </div>
      </Page>
    );
  }
  const send = async (values: FormValues) => {
    setBusy(true);
    const { name = '', email = '', phone = '', text = '' } = values;
    const message = {
      clientId,
      language: speech.language,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      page: chat.page,
      name: name.trim(),
      email: email.trim(),
      ...(phone.trim() && { phone: phone.trim() }),
      ...(chat.identity && { identity: chat.identity }),
      text: text.trim(),
    };
    const answer = await leaveMessage(chat, message, files);
    setBusy(false);
    if (answer.kind !== 'answer') return setProblem(problemWords(answer, words));
    chat.world.drop('leave');
    setLeft({ number: answer.value.ticketNumber, email: email.trim(), by: answer.value.answerBy });
  };
  return (
    <Page shell={shell} title={words.leave.title} back={() => go('home')}>
      <p className="hint wide">{words.leave.hint}</p>
      <Form
        speech={speech}
        fields={fieldsOf(shell)}
        submit={busy ? words.leave.sending : words.leave.send}
        busy={busy}
        problem={problem}
        onSubmit={(values) => void send(values)}
        onType={(values) => chat.world.keep('leave', JSON.stringify(values))}
      >
        {state.config?.files && <FilePicker shell={shell} files={files} onChange={setFiles} />}
      </Form>
    </Page>
  );
}

function fieldsOf({ speech, state, kept }: Shell): FormField[] {
  const { leave } = speech.words;
  const visitor = state.conversation?.session.visitor;
  const typed = valuesFrom(kept('leave'));
  const value = (name: string, known: string) => typed[name] || known;
  return [
    {
      name: 'name',
      label: leave.name,
      kind: 'text',
      required: true,
      autocomplete: 'name',
      value: value('name', visitor?.name ?? ''),
    },
    {
      name: 'email',
      label: leave.email,
      kind: 'email',
      required: true,
      autocomplete: 'email',
      value: value('email', visitor?.email ?? ''),
    },
    {
      name: 'phone',
      label: leave.phone,
      kind: 'phone',
      required: false,
      autocomplete: 'tel',
      value: value('phone', visitor?.phone ?? ''),
    },
    { name: 'text', label: leave.text, kind: 'long', required: true, value: value('text', state.draft) },
  ];
}

function valuesFrom(text: string | undefined): FormValues {
  try {
    return (JSON.parse(text ?? '{}') ?? {}) as FormValues;
  } catch {
    return {};
  }
}

type PickerProps = Readonly<{
  shell: Shell;
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
}>;

function FilePicker({ shell, files, onChange }: PickerProps) {
  const { speech, state } = shell;
  const { words, say, language } = speech;
  const picker = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const limits = state.config?.files ?? { maxBytes: 0, accept: [] };
  const take = () => {
    const chosen = [...(picker.current?.files ?? [])];
    const limit = sizeText(limits.maxBytes, language);
    const wrong = chosen.flatMap((file) => {
      const problem = refusalOf(file, limits);
      return problem ? [say(words.chat[problem], { name: file.name, limit })] : [];
    });
    setProblems(wrong);
    onChange([...files, ...chosen.filter((file) => refusalOf(file, limits) === null)]);
    if (picker.current) picker.current.value = '';
  };
  return (
    <div className="field">
      <button type="button" className="secondary" onClick={() => picker.current?.click()}>
        <Icon name="clip" />
        {words.leave.files}
      </button>
      <input ref={picker} type="file" multiple hidden onChange={take} />
      {problems.map((problem) => (
        <p key={problem} className="error" role="alert">
          {problem}
        </p>
      ))}
      {files.length > 0 && (
        <ul className="attached">
          {files.map((file) => (
            <li key={`${file.name} ${file.lastModified}`}>
              <Icon name="file" />
              <span>{`${file.name}, ${sizeText(file.size, language)}`}</span>
              <button
                type="button"
                className="plain small"
                aria-label={say(words.chat.removeFile, { name: file.name })}
                onClick={() => onChange(files.filter((each) => each !== file))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
