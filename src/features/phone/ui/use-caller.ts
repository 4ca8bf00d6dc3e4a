import { useEffect, useState } from 'react';
import type { FoundCaller } from '../find-caller';

const PAUSE_MS = 200;
const SHORTEST = 6;

/** Who has the number that is being typed; null until that is known. */
export function useCaller(workspace: string, number: string): FoundCaller | null {
  const [caller, setCaller] = useState<FoundCaller | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    const timer = setTimeout(() => {
      if (number.replace(/\D/g, '').length < SHORTEST) setCaller(null);
      else void ask({ workspace, number, signal: asked.signal }).then((found) => found && setCaller(found));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [workspace, number]);
  return caller;
}

type Asking = Readonly<{ workspace: string; number: string; signal: AbortSignal }>;

async function ask({ workspace, number, signal }: Asking): Promise<FoundCaller | null> {
  try {
    const answer = await fetch(`/api/desk/${workspace}/callers?number=${encodeURIComponent(number)}`, {
      signal,
    });
    return answer.ok ? ((await answer.json()) as FoundCaller) : null;
  } catch {
    return null;
  }
}
