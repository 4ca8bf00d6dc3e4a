/** @jsxImportSource preact */
import type { Attached } from '../client/files';
import type { Shell } from '../shell';
import { type Speech, sizeText } from '../words';
import { Icon } from './icons';
import type { AttachedFiles } from './use-attached';

/** The files beside the message, with what becomes of each. */
export function Attachments({ shell, files }: Readonly<{ shell: Shell; files: AttachedFiles }>) {
  const { speech, state } = shell;
  if (files.attached.length === 0) return null;
  const limit = sizeText(state.config?.files?.maxBytes ?? 0, speech.language);
  return (
    <ul className="attached" aria-live="polite">
      {files.attached.map((each) => (
        <li key={each.id} className={each.problem ? 'wrong' : ''}>
          <Icon name="file" />
          <span>{wordsOf(each, speech, limit)}</span>
          <button
            type="button"
            className="plain small"
            aria-label={speech.say(speech.words.chat.removeFile, { name: each.name })}
            onClick={() => files.remove(each.id)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function wordsOf(
  { name, size, file, problem }: Attached,
  { words, say, language }: Speech,
  limit: string,
): string {
  if (problem) return say(words.chat[problem], { name, limit });
  return file ? `${name}, ${sizeText(size, language)}` : say(words.chat.uploading, { name });
}
