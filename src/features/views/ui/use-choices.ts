import { useEffect, useState } from 'react';
import type { BulkChoices } from './bulk-types';

/** The people, teams and tags, asked for once somebody chooses. */
export function useChoices(workspace: string, isWanted: boolean): BulkChoices | null {
  const [choices, setChoices] = useState<BulkChoices | null>(null);
  useEffect(() => {
    if (!isWanted || choices) return;
    const asked = new AbortController();
    fetch(`/api/desk/${workspace}/choices`, { signal: asked.signal })
      .then(async (answer) => answer.ok && setChoices(await answer.json()))
      .catch(() => undefined);
    return () => asked.abort();
  }, [workspace, isWanted, choices]);
  return choices;
}
