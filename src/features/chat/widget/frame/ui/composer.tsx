/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { setDraft } from '../client/chat';
import { begin, say } from '../client/send';
import { tellTyping } from '../client/wishes';
import type { Shell } from '../shell';
import { Attachments } from './attachments';
import { Icon } from './icons';
import type { AttachedFiles } from './use-attached';

const LONGEST = 8_000;

type Props = Readonly<{ shell: Shell; files: AttachedFiles }>;

/** Where the visitor writes. Enter sends, Shift+Enter makes a new line. */
export function Composer({ shell, files }: Props) {
  const { chat, state, speech, isOpen } = shell;
  const { words } = speech;
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const { draft } = state;
  const over = draft.trim().length - LONGEST;
  useEffect(() => {
    if (isOpen) area.current?.focus();
  }, [isOpen]);
  useLayoutEffect(() => fitHeight(area.current), []);
  const write = (text: string) => {
    setDraft(chat, text);
    fitHeight(area.current);
    tellTyping(chat, text.trim() !== '');
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (over <= 0 && send(shell, files) && area.current) area.current.value = '';
    fitHeight(area.current);
    area.current?.focus();
  };
  return (
    <form className="composer" onSubmit={submit}>
      <Attachments shell={shell} files={files} />
      {over > 0 && <p className="error">{speech.say(words.chat.tooLong, { count: over })}</p>}
      <div className="row">
        {files.add && (
          <>
            <button
              type="button"
              className="plain"
              aria-label={words.chat.attach}
              onClick={() => picker.current?.click()}
            >
              <Icon name="clip" />
            </button>
            <input ref={picker} type="file" multiple hidden onChange={() => pick(picker.current, files)} />
          </>
        )}
        <textarea
          ref={area}
          rows={1}
          aria-label={words.chat.write}
          placeholder={words.chat.placeholder}
          value={draft}
          onInput={(event) => write(event.currentTarget.value)}
          onBlur={() => tellTyping(chat, false)}
          onPaste={(event) => paste(event, files)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
          }}
        />
        <button type="submit" className="send" aria-label={words.chat.send}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

/** Sends what was written, unless there is nothing, or a file is still going up. */
function send({ chat, state, proactive }: Shell, files: AttachedFiles): boolean {
  const text = state.draft.trim();
  const ready = files.attached.flatMap(({ file }) => (file ? [file] : []));
  const isUploading = files.attached.some(({ file, problem }) => !file && !problem);
  if (isUploading || (text === '' && ready.length === 0)) return false;
  tellTyping(chat, false);
  const isFirst = state.token === null && chat.pendingStart === null;
  if (isFirst) begin(chat, proactive ? { proactiveId: proactive.id } : {}, text);
  else say(chat, { text, files: ready });
  files.clear();
  return true;
}

function pick(picker: HTMLInputElement | null, files: AttachedFiles): void {
  if (!picker) return;
  files.add?.([...(picker.files ?? [])]);
  picker.value = '';
}

function paste(event: ClipboardEvent, files: AttachedFiles): void {
  const pasted = [...(event.clipboardData?.files ?? [])];
  if (pasted.length === 0 || !files.add) return;
  event.preventDefault();
  files.add(pasted);
}

function fitHeight(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.height = 'auto';
  area.style.height = `${Math.min(area.scrollHeight + 2, 140)}px`;
}
