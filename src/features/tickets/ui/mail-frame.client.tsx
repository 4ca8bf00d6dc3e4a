'use client';

import { Ellipsis, ImageOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/ui/button';

type Props = Readonly<{
  /** What it is, for screen readers. */
  title: string;
  /** Where the whole message is fetched from. */
  url: string;
  /** The document for the frame; null when it is fetched once somebody wants to see it. */
  document: string | null;
  /** Pictures of other hosts that are missing from it. */
  blocked: number;
  /** Whether something quoted was left out. */
  folded: boolean;
  /** The beginning of a message that was not sent along. */
  preview?: string;
  /** Whether a text already stands there, for which this is the original. */
  original?: boolean;
}>;

/**
 * A mail with looks of its own, shut in a sandboxed frame: no script runs there, no form is sent, and its own policy
 * fetches nothing from elsewhere. It shares our origin only so that its height can be measured from outside and its own
 * pictures be fetched; without scripts it can do nothing with that.
 */
export function MailFrame({ title, url, document, blocked, folded, preview, original = false }: Props) {
  const [whole, setWhole] = useState(false);
  const [images, setImages] = useState(false);
  const fetched = whole || images;
  if (document === null && !fetched) {
    return <Unopened preview={preview} original={original} onOpen={() => setWhole(true)} />;
  }
  const address = images ? `${url}&images=1` : url;
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      {!images && <BlockedImages count={blocked} onShow={() => setImages(true)} />}
      <Frame key={address} title={title} source={fetched ? { src: address } : { srcDoc: document ?? '' }} />
      {folded && !fetched && <Unfold onUnfold={() => setWhole(true)} />}
    </div>
  );
}

type UnopenedProps = Readonly<{ preview: string | undefined; original: boolean; onOpen: () => void }>;

function Unopened({ preview, original, onOpen }: UnopenedProps) {
  const t = useTranslations('ticket.message');
  return (
    <div className="mt-2 flex flex-col items-start gap-2 first:mt-0">
      {preview && <p className="break-words text-ink-soft">{preview}…</p>}
      <Button size="sm" onClick={onOpen}>
        {t(original ? 'original' : 'whole')}
      </Button>
    </div>
  );
}

function BlockedImages({ count, onShow }: Readonly<{ count: number; onShow: () => void }>) {
  const t = useTranslations('ticket.message');
  if (count === 0) return null;
  return (
    <p className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-hover px-3 py-1.5 text-ink-soft text-sm">
      <ImageOff aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">{t('images', { count })}</span>
      <Button size="sm" onClick={onShow}>
        {t('showImages')}
      </Button>
    </p>
  );
}

function Unfold({ onUnfold }: Readonly<{ onUnfold: () => void }>) {
  const t = useTranslations('ticket.message');
  return (
    <button
      type="button"
      aria-label={t('quoted')}
      title={t('quoted')}
      onClick={onUnfold}
      className="inline-flex h-6 items-center rounded-md bg-hover px-2 text-ink-soft hover:text-ink"
    >
      <Ellipsis aria-hidden className="size-4" />
    </button>
  );
}

type FrameProps = Readonly<{ title: string; source: { src: string } | { srcDoc: string } }>;

function Frame({ title, source }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const height = useHeight(frame, 'srcDoc' in source ? linesIn(source.srcDoc) * LINE : 6 * LINE);
  return (
    <iframe
      {...source}
      ref={frame}
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      style={{ height }}
      className="block w-full border-0"
    />
  );
}

const LINE = 21;

/** A first guess of the height, so that little moves when it has been measured. */
function linesIn(html: string): number {
  const words = html.slice(html.indexOf('<body>')).replace(/<(?:br|\/p|\/div|\/tr|\/li)[^>]*>/g, '\n');
  const lines = words.replace(/<[^<>]*>/g, '').split('\n');
  const count = lines.reduce((sum, line) => sum + Math.ceil(line.trim().length / 90), 0);
  return Math.min(Math.max(count, 1), 60);
}

/** The height of what the frame shows, also when its width or its pictures change. */
function useHeight(frame: RefObject<HTMLIFrameElement | null>, guess: number): number {
  const [height, setHeight] = useState(guess);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let observer: ResizeObserver | undefined;
    const watch = () => {
      const body = element.contentDocument?.body;
      if (!body) return;
      observer?.disconnect();
      observer = new ResizeObserver(() => setHeight(heightOf(body)));
      observer.observe(body);
      body.ownerDocument.addEventListener('keydown', passOn);
      body.ownerDocument.addEventListener('selectionchange', tellOfChoice);
    };
    element.addEventListener('load', watch);
    watch();
    return () => {
      element.removeEventListener('load', watch);
      observer?.disconnect();
    };
  }, [frame]);
  return height;
}

function heightOf(body: HTMLElement): number {
  const page = body.ownerDocument.documentElement;
  const scrollbar = page.scrollWidth > page.clientWidth ? 16 : 0;
  return Math.max(Math.ceil(body.getBoundingClientRect().height) + scrollbar, LINE);
}

/** What is chosen in the mail can be quoted like what is chosen in the page. */
const tellOfChoice = () => document.dispatchEvent(new Event('selectionchange'));

/** Keys that are pressed while the mail has the focus count as pressed in the page. */
function passOn(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  document.dispatchEvent(
    new KeyboardEvent('keydown', { key, ctrlKey, metaKey, altKey, shiftKey, cancelable: true }),
  );
}
