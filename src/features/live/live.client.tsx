'use client';

import { CloudOff, LogOut } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, useTransition } from 'react';
import { newConnection } from './connection';
import { newRefresher } from './refresher';

const REST_AFTER_MILLISECONDS = 60_000;
const SHOW_LOSS_AFTER_MILLISECONDS = 2_500;

type Connection = ReturnType<typeof newConnection>;
let kept: Readonly<{ workspace: string; connection: Connection }> | undefined;

function connectionTo(workspace: string): Connection {
  if (kept?.workspace !== workspace) {
    kept?.connection.rest();
    const world = { workspace, open: (url: string) => new EventSource(url), random: Math.random };
    kept = { workspace, connection: newConnection(world) };
  }
  return kept.connection;
}

type LiveProps = Readonly<{
  workspace: string;
  /** `tickets`, `mail`, or `ticket:` and an id. */
  topics: readonly string[];
  /** When the server made this page, in milliseconds since 1970: what changed later is fetched. */
  since: number;
  /** The shortest pause between two refreshes that these topics ask for. */
  pauseMilliseconds?: number;
}>;

/** Keeps the page fresh: asks the server for it again when something under these topics has changed. Shows nothing. */
export function Live({ workspace, topics, since, pauseMilliseconds = 500 }: LiveProps) {
  const refresh = useRefresh();
  const key = topics.join();
  const started = useRef(since);
  useEffect(
    () =>
      connectionTo(workspace).subscribe({
        topics: key.split(','),
        since: started.current,
        hear: () => refresh.want(pauseMilliseconds),
      }),
    [workspace, key, pauseMilliseconds, refresh],
  );
  return null;
}

type Refresher = ReturnType<typeof newRefresher>;
let sharedRefresher: Refresher | undefined;
let refreshNow: () => void = () => undefined;

/** One refresher for all of the page, whoever asks. */
function useRefresh(): Refresher {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const state = useRef({ pending });
  state.current.pending = pending;
  return useMemo(() => {
    sharedRefresher ??= newRefresher(() => refreshNow());
    const refresher = sharedRefresher;
    refreshNow = () => {
      if (state.current.pending) refresher.want(0);
      else startTransition(() => router.refresh());
    };
    return refresher;
  }, [router]);
}

/** Says so when the server cannot be reached or the session has ended; watches over network and tab. */
export function ConnectionBanner({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('desk.live');
  const path = usePathname();
  const connection = connectionTo(workspace);
  const state = useSyncExternalStore(connection.watch, connection.state, () => 'connecting' as const);
  const lostLong = useLasting(state === 'lost');
  useSurroundings(connection);
  return (
    <div role="status" className="empty:hidden">
      {lostLong && state === 'lost' && (
        <p className="flex items-center gap-2 bg-warning-soft px-4 py-2 text-warning-ink">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          {t('lost')}
        </p>
      )}
      {state === 'gone' && (
        <p className="flex items-center gap-2 bg-warning-soft px-4 py-2 text-warning-ink">
          <LogOut aria-hidden className="size-4 shrink-0" />
          {t('gone')}
          <a className="font-semibold underline" href={`/sign-in?next=${encodeURIComponent(path)}`}>
            {t('signIn')}
          </a>
        </p>
      )}
    </div>
  );
}

/** True once the condition has held for a while; a hiccup is not worth a banner. */
function useLasting(condition: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!condition) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), SHOW_LOSS_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [condition]);
  return lasting;
}

/** Rests while the tab is hidden for long, and connects at once when it is looked at or the network is back. */
function useSurroundings(connection: Connection): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const gone = new AbortController();
    const { signal } = gone;
    document.addEventListener(
      'visibilitychange',
      () => {
        clearTimeout(timer);
        if (document.hidden) timer = setTimeout(connection.rest, REST_AFTER_MILLISECONDS);
        else connection.wake();
      },
      { signal },
    );
    window.addEventListener('pagehide', () => connection.rest(), { signal });
    window.addEventListener('pageshow', () => connection.wake(), { signal });
    window.addEventListener('online', () => connection.wake(), { signal });
    window.addEventListener('offline', () => connection.unplug(), { signal });
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [connection]);
}
