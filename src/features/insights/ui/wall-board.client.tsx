'use client';

import { Maximize, Pause, Play, Settings2, SkipForward, X } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { Popover } from '@/ui/popover.client';

type Props = Readonly<{
  workspace: string;
  name: string;
  /** When the server counted, in words. */
  at: string;
  /** The panels that take turns, each with its title. */
  panels: readonly Readonly<{ key: string; title: string; content: ReactNode }>[];
  seconds: number;
  /** Where the board is set up. */
  setup: ReactNode;
}>;

/** What is counted in the background tells nobody: it is asked for once a minute. */
const MINUTE = 60_000;

/** A full screen of figures that are read from afar. Panels take turns until somebody pauses them. */
export function WallBoard({ workspace, name, at, panels, seconds, setup }: Props) {
  const t = useTranslations('insights.wall');
  const [shown, setShown] = useState(0);
  const [going, setGoing] = useState(panels.length > 1);
  const current = panels[shown % panels.length];
  const next = () => setShown((before) => before + 1);
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(() => setShown((before) => before + 1), seconds * 1000);
    return () => clearInterval(timer);
  }, [going, seconds]);
  useRefreshing();
  return (
    <main
      id="content"
      data-wall
      className="fixed inset-0 flex flex-col overflow-auto bg-canvas p-[2vmin] text-ink"
    >
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-semibold text-[max(1.25rem,3.2vmin)]">
          {name} <span className="text-ink-faint">· {current?.title}</span>
        </h1>
        <div className="flex items-center gap-2">
          <p className="text-[max(1rem,2.4vmin)] text-ink-soft tabular-nums">{t('as', { at })}</p>
          {panels.length > 1 && (
            <>
              <Button
                size="icon"
                variant="ghost"
                aria-label={t(going ? 'pause' : 'play')}
                onClick={() => setGoing(!going)}
              >
                {going ? <Pause aria-hidden /> : <Play aria-hidden />}
              </Button>
              <Button size="icon" variant="ghost" aria-label={t('next')} onClick={next}>
                <SkipForward aria-hidden />
              </Button>
            </>
          )}
          <Popover
            label={t('setup')}
            align="end"
            className="max-h-(--radix-popover-content-available-height) overflow-y-auto p-4"
            trigger={
              <Button size="icon" variant="ghost" aria-label={t('setup')}>
                <Settings2 aria-hidden />
              </Button>
            }
          >
            {setup}
          </Popover>
          <Button
            size="icon"
            variant="ghost"
            aria-label={t('full')}
            onClick={() => document.documentElement.requestFullscreen?.()}
          >
            <Maximize aria-hidden />
          </Button>
          <Link
            href={`/${workspace}/insights`}
            aria-label={t('back')}
            className="inline-flex size-8 items-center justify-center rounded-md text-ink-soft hover:bg-hover hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </Link>
        </div>
      </header>
      {panels.map(({ key, content }) => (
        <div key={key} hidden={key !== current?.key} className="flex min-h-0 flex-1 flex-col pt-[2vmin]">
          {content}
        </div>
      ))}
    </main>
  );
}

function useRefreshing(): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), MINUTE);
    return () => clearInterval(timer);
  }, [router]);
}
