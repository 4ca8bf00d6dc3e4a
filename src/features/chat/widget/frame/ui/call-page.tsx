/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { CallPromised } from '@/domain/chat/protocol';
import { isGoing } from '../client/chat';
import { askForCall } from '../client/wishes';
import { callWindows } from '../model/call-windows';
import type { FormField, FormValues } from '../model/form';
import type { Shell } from '../shell';
import { dayText, type Speech, timeText } from '../words';
import { problemWords } from './asides';
import { Form } from './form';
import { Page } from './page';

const SOONEST = 'now';

/** "Call me": where, when, and what about. Whoever calls has the conversation before them. */
export function CallPage({ shell }: Readonly<{ shell: Shell }>) {
  const { state, speech, chat, go } = shell;
  const { words, say } = speech;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // The same wish, asked twice, is one call.
  const [clientId] = useState(chat.world.newId);
  const back = () => go(isGoing(state) ? 'chat' : 'home');
  const call = state.conversation?.session.call ?? null;
  if (call) {
    return (
      <Page shell={shell} title={words.call.title} back={back}>
        <Promised call={call} speech={speech} onBack={() => go('chat')} />
      </Page>
    );
  }
  const ask = async ({ phone = '', name = '', when = SOONEST, note = '' }: FormValues) => {
    const [from = null, to = null] = when === SOONEST ? [] : when.split('/');
    setBusy(true);
    const answer = await askForCall(chat, {
      clientId,
      name: name.trim(),
      phone: phone.trim(),
      from,
      to,
      note,
    });
    setBusy(false);
    setProblem(answer.kind === 'answer' ? null : problemWords(answer, words));
  };
  return (
    <Page shell={shell} title={words.call.title} back={back}>
      <p className="hint wide">{say(words.call.hint)}</p>
      <Form
        speech={speech}
        fields={fieldsOf(shell)}
        submit={words.call.send}
        busy={busy}
        problem={problem}
        onSubmit={(values) => void ask(values)}
      />
    </Page>
  );
}

function fieldsOf({ state, speech, chat }: Shell): FormField[] {
  const { words } = speech;
  const visitor = state.conversation?.session.visitor;
  const isKnown = state.token !== null;
  const opensAt = state.config?.open || !state.config?.opensAt ? null : new Date(state.config.opensAt);
  const soonest = opensAt === null ? [{ value: SOONEST, label: words.call.now }] : [];
  const windows = callWindows(new Date(chat.world.now()), opensAt).map(({ from, to, days }) => ({
    value: `${from.toISOString()}/${to.toISOString()}`,
    label: windowText({ from, to, days }, speech),
  }));
  const name = {
    name: 'name',
    label: words.call.name,
    kind: 'text',
    required: true,
    autocomplete: 'name',
  } as const;
  return [
    {
      name: 'phone',
      label: words.call.phone,
      hint: words.call.phoneHint,
      kind: 'phone',
      required: true,
      autocomplete: 'tel',
      value: visitor?.phone ?? '',
    },
    ...(isKnown ? [] : [name]),
    {
      name: 'when',
      label: words.call.when,
      kind: 'choice',
      required: true,
      value: soonest[0]?.value ?? windows[0]?.value ?? '',
      options: [...soonest, ...windows],
    },
    { name: 'note', label: words.call.note, kind: 'long', required: !isKnown },
  ];
}

function windowText(
  window: Readonly<{ from: Date; to: Date; days: number }>,
  { words, say, language }: Speech,
): string {
  const { from, to, days } = window;
  const facts = { from: timeText(from, language), to: timeText(to, language), day: dayText(from, language) };
  if (days === 0) return say(words.call.today, facts);
  return say(days === 1 ? words.call.tomorrow : words.call.day, facts);
}

type PromisedProps = Readonly<{ call: CallPromised; speech: Speech; onBack: () => void }>;

function Promised({ call, speech, onBack }: PromisedProps) {
  const { words, say, language } = speech;
  const { phone, from, to, code } = call;
  const facts = from &&
    to && { from: timeText(from, language), to: timeText(to, language), day: dayText(from, language) };
  return (
    <div className="middle" role="status">
      <p className="large">{words.call.done}</p>
      <p>{say(words.call.doneHint, { phone })}</p>
      <p>{facts ? say(words.call.day, facts) : words.call.now}</p>
      {code && <p>{say(words.call.code, { code })}</p>}
      <button type="button" className="secondary" onClick={onBack}>
        {words.call.chat}
      </button>
    </div>
  );
}
