'use client';

import { CloudOff, LogOut } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  useTransition,
} from 'react';
import { browserNotices } from '@/ui/browser-notices';
import { type Heard, Hearing } from '@/ui/hearing.client';
import { newConnection } from './connection';
import { newRefresher } from './refresher';
import { newSources } from './source';

const REST_AFTER_MILLISECONDS = 60_000;
const SHOW_LOSS_AFTER_MILLISECONDS = 2_500;

const sources = newSources({
  stream: (url) => new EventSource(url),
  fetch: (url, signal) => fetch(url, { signal, cache: 'no-store' }),
  now: Date.now,
  later: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
});

type Connection = ReturnType<typeof newConnection>;
let kept: Readonly<{ workspace: string; connection: Connection }> | undefined;

function connectionTo(workspace: string): Connection {
  if (kept?.workspace !== workspace) {
    kept?.connection.rest();
    const world = { workspace, open: sources, random: Math.random };
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
  const key = topics.join();
  const made = useRef(since);
  useEffect(() => {
    made.current = since;
  }, [since]);
  useEffect(
    () =>
      connectionTo(workspace).subscribe({
        topics: key.split(','),
        since: made.current,
        hear: () => refresher.want(pauseMilliseconds),
      }),
    [workspace, key, pauseMilliseconds],
  );
  return null;
}

type PartsProps = Readonly<{ workspace: string; children: ReactNode }>;

/** Lets the parts of a page hear topics themselves, over the one connection of the page. */
export function LiveParts({ workspace, children }: PartsProps) {
  const listen = useCallback(
    (topics: readonly string[], hear: Heard) =>
      connectionTo(workspace).subscribe({ topics, since: Date.now(), hear }),
    [workspace],
  );
  return <Hearing.Provider value={listen}>{children}</Hearing.Provider>;
}

/** How to fetch the page anew; set by the banner, which stands in the frame of all pages. */
let refreshPage: () => void = () => undefined;
const refresher = newRefresher(() => refreshPage());

function useRefreshing(connection: Connection): void {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  useEffect(() => {
    refreshPage = () => {
      if (pending) refresher.want(0);
      // A refresh that fails makes Next load the page anew, and with it goes what is typed; a new connection asks again.
      else if (connection.state() === 'open') startTransition(() => router.refresh());
    };
    return () => {
      refreshPage = () => undefined;
    };
  }, [router, pending, connection]);
}

const bannerLook =
  'appear pointer-events-auto flex max-w-full items-center gap-2 rounded-lg border border-warning-ink/30 bg-warning-soft px-4 py-2 text-warning-ink shadow-raised';

/** Says so when the server cannot be reached or the session has ended; watches over network, tab and refreshes. */
export function ConnectionBanner({
  workspace,
  children,
}: Readonly<{ workspace: string; children?: ReactNode }>) {
  const t = useTranslations('desk.live');
  const path = usePathname();
  const connection = connectionTo(workspace);
  const state = useSyncExternalStore(connection.watch, connection.state, () => 'connecting' as const);
  const lostLong = useLasting(state === 'lost');
  useRefreshing(connection);
  useSurroundings(connection);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 top-2 z-40 flex flex-col items-center gap-2"
    >
      {lostLong && state === 'lost' && (
        <p className={bannerLook}>
          <CloudOff aria-hidden className="size-4 shrink-0" />
          {t('lost')}
        </p>
      )}
      {state === 'gone' && (
        <p className={bannerLook}>
          <LogOut aria-hidden className="size-4 shrink-0" />
          {t('gone')}
          <a className="font-semibold underline" href={`/sign-in?next=${encodeURIComponent(path)}`}>
            {t('signIn')}
          </a>
        </p>
      )}
      {children}
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

/** A tab from which the browser shows notices goes on listening behind others. */
const isAwake = () => browserNotices.state() === 'on';

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
        if (document.hidden && !isAwake()) timer = setTimeout(connection.rest, REST_AFTER_MILLISECONDS);
        else if (!document.hidden) connection.wake();
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
