import { useEffect, useState } from 'react';
import type { ToneLanguage } from '@/domain/tone/phrase';
import type { ToneHelp } from '../queries';

type Asked = Readonly<{ workspace: string; language: ToneLanguage }>;

/** Dictionaries that this tab has read already. */
const READ = new Map<string, Promise<ToneHelp>>();

function readHelp({ workspace, language }: Asked): Promise<ToneHelp> {
  const address = `/api/desk/${workspace}/tone?language=${language}`;
  const known = READ.get(address);
  if (known !== undefined) return known;
  const reading = fetch(address).then((response) => {
    if (!response.ok) throw new Error(`the dictionary was answered with ${response.status}`);
    return response.json() as Promise<ToneHelp>;
  });
  READ.set(address, reading);
  reading.catch(() => READ.delete(address));
  return reading;
}

/** The dictionary and the settings for answers in a language; null while they are read, `failed` when they cannot be. */
export function useToneHelp({ workspace, language }: Asked): ToneHelp | 'failed' | null {
  const [help, setHelp] = useState<Readonly<{ language: ToneLanguage; found: ToneHelp | 'failed' }> | null>(
    null,
  );
  useEffect(() => {
    let current = true;
    readHelp({ workspace, language }).then(
      (found) => current && setHelp({ language, found }),
      () => current && setHelp({ language, found: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [workspace, language]);
  return help?.language === language ? help.found : null;
}
