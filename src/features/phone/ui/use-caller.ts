import { useEffect, useState } from 'react';
import type { FoundCaller } from '../commands/find-caller';

const PAUSE_MS = 200;
const SHORTEST = 6;

/** Who has the number, says the code or has the name that is being typed; null until that is known. */
export function useCaller(workspace: string, typed: string): FoundCaller | null {
  const [caller, setCaller] = useState<FoundCaller | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    const timer = setTimeout(() => {
      if (!isWorthAsking(typed)) setCaller(null);
      else void ask({ workspace, typed, signal: asked.signal }).then((found) => found && setCaller(found));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [workspace, typed]);
  return caller;
}

const isWorthAsking = (typed: string): boolean =>
  /\p{L}/u.test(typed) ? typed.trim().length >= 3 : typed.replace(/\D/g, '').length >= SHORTEST;

type Asking = Readonly<{ workspace: string; typed: string; signal: AbortSignal }>;

async function ask({ workspace, typed, signal }: Asking): Promise<FoundCaller | null> {
  try {
    const answer = await fetch(`/api/desk/${workspace}/callers?q=${encodeURIComponent(typed)}`, {
      signal,
    });
    return answer.ok ? ((await answer.json()) as FoundCaller) : null;
  } catch {
    return null;
  }
}
