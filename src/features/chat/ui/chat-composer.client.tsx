'use client';

import { Paperclip, SendHorizontal, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { type SaidPromise, usePromiseTool } from '@/ui/promise-tool';
import { useKept } from '@/ui/use-kept';
import type { ChatDesk } from '../desk-view';
import { ReadyTexts, useReadyTexts } from './ready-texts.client';
import type { Words } from './use-chat';
import { useChatFiles } from './use-chat-files';
import { useTelling } from './use-telling';

type Props = Readonly<{
  workspace: string;
  chat: ChatDesk;
  onSay: (words: Words) => void;
}>;

/** Where one writes in a chat: Enter sends at once, Shift + Enter makes a new line, `;` brings canned replies. */
export function ChatComposer({ workspace, chat, onSay }: Props) {
  const t = useTranslations('chat.composer');
  const { value, change, forget } = useKept(`chat-${chat.id}`, NOTHING);
  const box = useRef<HTMLTextAreaElement>(null);
  const problem = useTranslations('problem');
  const hint = useId();
  const uploads = useChatFiles(workspace);
  const tell = useTelling(workspace, chat.id);
  const ready = useReadyTexts(box, (text) => change({ text }));
  const { text, promise } = value;
  const [isLate, setLate] = useState(false);

  function send(): void {
    if (uploads.busy || (text.trim() === '' && uploads.ids.length === 0)) return;
    const late = promise !== null && new Date(promise.dueAt).getTime() <= Date.now();
    setLate(late);
    if (late) return;
    onSay({ text: text.trim(), attachmentIds: uploads.ids, promise });
    forget();
    uploads.clear();
    tell(false);
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (ready.onKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  }
  return (
    <div className="flex flex-col gap-2 p-3">
      <Reach chat={chat} />
      <ReadyTexts ready={ready} />
      <div className="flex items-end gap-2">
        <textarea
          ref={box}
          {...ready.role}
          aria-label={t('label')}
          aria-describedby={hint}
          placeholder={t('placeholder', { name: chat.name })}
          value={text}
          rows={2}
          disabled={chat.reach === 'none'}
          onChange={({ target }) => {
            change({ text: target.value });
            tell(target.value !== '');
            ready.look();
          }}
          onBlur={() => tell(false)}
          onKeyDown={onKeyDown}
          onPaste={({ clipboardData }) => uploads.add(clipboardData.files)}
          className="field-sizing-content max-h-40 min-h-14 min-w-0 flex-1 resize-none rounded-md border border-line-strong bg-canvas px-3 py-2 text-ink placeholder:text-ink-faint"
        />
        <div className="flex items-center gap-1">
          <PromiseButton chat={chat} text={text} promise={promise} onChange={change} />
          <FileButton onFiles={uploads.add} />
          <Button variant="primary" size="icon" aria-label={t('send')} disabled={uploads.busy} onClick={send}>
            <SendHorizontal aria-hidden />
          </Button>
        </div>
      </div>
      <Files uploads={uploads} />
      {isLate && (
        <p role="alert" className="text-danger-ink text-sm">
          {problem('promise.past')}
        </p>
      )}
      <p id={hint} className="text-ink-soft text-xs max-sm:sr-only">
        {t('hint')}
      </p>
    </div>
  );
}

const NOTHING: Readonly<{ text: string; promise: SaidPromise | null }> = { text: '', promise: null };

type PromiseProps = Readonly<{
  chat: ChatDesk;
  text: string;
  promise: SaidPromise | null;
  onChange: (change: Partial<typeof NOTHING>) => void;
}>;

/** Promises a time with the next words: its sentence stands in them, in the place of the one before. */
function PromiseButton({ chat, text, promise, onChange }: PromiseProps) {
  const Tool = usePromiseTool();
  if (!Tool || chat.reach === 'none') return null;
  const said = (next: SaidPromise | null) => {
    const before = promise?.sentence ?? '';
    const rest = before ? text.replace(before, '').trim() : text.trim();
    onChange({ promise: next, text: [rest, next?.sentence].filter(Boolean).join(' ') });
  };
  return <Tool ticketId={chat.ticketId} promise={promise} onPromise={said} />;
}

/** Says so where our next words take another way than the window. */
function Reach({ chat: { reach, email } }: Readonly<{ chat: ChatDesk }>) {
  const t = useTranslations('chat.composer');
  const words = {
    chat: null,
    mail: t('byMail', { email: email ?? '' }),
    waits: t('waits'),
    none: t('none'),
  }[reach];
  return (
    <p role="status" className="text-sm text-warning-ink empty:hidden">
      {words}
    </p>
  );
}

function FileButton({ onFiles }: Readonly<{ onFiles: (files: Iterable<File>) => void }>) {
  const t = useTranslations('chat.composer');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button variant="ghost" size="icon" aria-label={t('attach')} onClick={() => input.current?.click()}>
        <Paperclip aria-hidden />
      </Button>
    </>
  );
}

function Files({ uploads }: Readonly<{ uploads: ReturnType<typeof useChatFiles> }>) {
  const t = useTranslations('chat.composer');
  if (uploads.files.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {uploads.files.map(({ key, name, id }) => (
        <li key={key} className="flex max-w-full items-center gap-1 rounded-md bg-hover py-0.5 pl-2 text-sm">
          <span className="min-w-0 truncate">{id ? name : t('uploading', { name })}</span>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t('remove', { name })}
            onClick={() => uploads.remove(key)}
          >
            <X aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  );
}
