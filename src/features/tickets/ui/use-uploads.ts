import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Upload } from '../written-message';
import { fileSize } from './file-size';
import { sayProblem } from './say';
import { type DraftFile, draftFile, type WritingDraft } from './use-draft';

type Place = Readonly<{ workspace: string; limit: number }>;

/** Takes files into a draft: each is uploaded at once, with its progress, and stays with the draft. */
export function useUploads(draft: Pick<WritingDraft, 'latest' | 'change'>, { workspace, limit }: Place) {
  const t = useTranslations('ticket.composer');
  const format = useFormatter();
  const { change, latest } = draft;

  const patch = useCallback(
    (key: string, next: DraftFile | null) =>
      change(({ files }) => ({
        files: files.flatMap((file) => (file.key === key ? (next ?? []) : file)),
      })),
    [change],
  );
  const add = useCallback(
    async (file: File): Promise<Upload | null> => {
      const taken = latest.current.files.reduce((sum, { size }) => sum + size, 0);
      if (taken + file.size > limit) {
        sayProblem(t('tooLarge', { name: file.name, limit: fileSize(format, limit) }));
        return null;
      }
      const started: DraftFile = {
        key: crypto.randomUUID(),
        name: file.name || 'file',
        type: file.type,
        size: file.size,
        id: null,
        progress: 0,
      };
      change(({ files }) => ({ files: [...files, started] }));
      const stored = await send(workspace, file, (progress) => patch(started.key, { ...started, progress }));
      patch(started.key, stored && { ...draftFile(stored), key: started.key });
      if (!stored) sayProblem(t('uploadFailed', { name: started.name }));
      return stored;
    },
    [change, format, latest, limit, patch, t, workspace],
  );
  return {
    addFiles: useCallback((files: Iterable<File>) => void Promise.all([...files].map(add)), [add]),
    addFile: add,
    /** Notes that an upload stands in the text. */
    notePlaced: useCallback(
      (id: string) =>
        change(({ files }) => ({
          files: files.map((file) => (file.id === id ? { ...file, placed: true } : file)),
        })),
      [change],
    ),
    removeFile: useCallback((key: string) => patch(key, null), [patch]),
  };
}

/** Null when the file did not arrive. `XMLHttpRequest`, since `fetch` does not tell how much has been sent. */
function send(workspace: string, file: File, onProgress: (part: number) => void): Promise<Upload | null> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/desk/${workspace}/uploads?name=${encodeURIComponent(file.name || 'file')}`);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
    request.addEventListener('loadend', () => done(request.status === 201 ? request.response : null));
    request.send(file);
  });
}
