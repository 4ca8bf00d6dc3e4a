import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { v7 as newId } from 'uuid';

type ChosenFile = Readonly<{
  key: string;
  name: string;
  /** Null while it is on its way. */
  id: string | null;
}>;

/** Files that the next word is to carry; each is on its way as soon as it is chosen. */
export function useChatFiles(workspace: string) {
  const t = useTranslations('chat.composer');
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  async function upload(file: File): Promise<void> {
    const key = newId();
    const name = file.name || 'file';
    setFiles((all) => [...all, { key, name, id: null }]);
    const answer = await fetch(`/api/desk/${workspace}/uploads?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'Content-Type': file.type || 'application/octet-stream' },
      body: file,
    }).catch(() => null);
    const id: string | null = answer?.ok ? (await answer.json()).id : null;
    if (!id) toast.error(t('failed', { name }));
    const arrived = id ? [{ key, name, id }] : [];
    setFiles((all) => all.flatMap((each) => (each.key === key ? arrived : [each])));
  }
  return {
    files,
    ids: files.flatMap(({ id }) => id ?? []),
    busy: files.some(({ id }) => id === null),
    add: (chosen: Iterable<File>) => void Promise.all([...chosen].map(upload)),
    remove: (key: string) => setFiles((all) => all.filter((each) => each.key !== key)),
    clear: () => setFiles([]),
  };
}
