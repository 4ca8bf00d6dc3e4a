/** @jsxImportSource preact */
import { setDraft } from '../client/chat';
import { begin } from '../client/send';
import { introductionOf, preChatFields } from '../model/form';
import type { Shell } from '../shell';
import { Form } from './form';
import { Page } from './page';

const QUESTION = 'kalauz-question';

/** What the workspace wants to know before the chat, and the first words. */
export function Introduce({ shell }: Readonly<{ shell: Shell }>) {
  const { chat, state, speech, proactive, go } = shell;
  const { introduce } = speech.words;
  const { config } = state;
  const asked = config ? preChatFields(config.fields, speech.language, config.defaultLanguage) : [];
  const question = {
    name: QUESTION,
    label: introduce.question,
    kind: 'long',
    required: true,
    value: state.draft,
  } as const;
  return (
    <Page shell={shell} title={introduce.title} back={() => go('home')}>
      <Form
        speech={speech}
        fields={[...asked, question]}
        submit={introduce.start}
        onType={(values) => setDraft(chat, values[QUESTION] ?? '')}
        onSubmit={({ [QUESTION]: text = '', ...values }) => {
          begin(
            chat,
            { ...introductionOf(values), ...(proactive && { proactiveId: proactive.id }) },
            text.trim(),
          );
          go('chat');
        }}
      />
    </Page>
  );
}
