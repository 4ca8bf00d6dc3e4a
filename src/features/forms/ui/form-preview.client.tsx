'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Field } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { type FormDraft, LANGUAGES, previewOfDraft } from './form-draft';

type Language = (typeof LANGUAGES)[number];
type Page = Readonly<{ key: number; html: string }>;

/** How the form looks as it is typed, before it is saved. Its conditions work; nothing can be sent from it. */
export function FormPreview({ workspace, draft }: Readonly<{ workspace: string; draft: FormDraft }>) {
  const t = useTranslations('formSetup.form');
  const languages = useTranslations('common.language');
  const own = useLocale();
  const [language, setLanguage] = useState<Language>(LANGUAGES.find((each) => each === own) ?? 'en');
  const { pages, settle, isWrong } = usePages(workspace, JSON.stringify(previewOfDraft(draft, language)));
  const { box, height } = useHeight();
  return (
    <Panel title={t('preview')} description={t('previewBody')}>
      <div className="flex flex-col gap-3">
        <Field label={t('previewLanguage')}>
          <Select value={language} onChange={({ target }) => setLanguage(target.value as Language)}>
            {LANGUAGES.map((each) => (
              <option key={each} value={each}>
                {languages(each)}
              </option>
            ))}
          </Select>
        </Field>
        {isWrong && <p className="text-ink-soft text-sm">{t('previewStale')}</p>}
        <div ref={box} className="relative" style={{ height }}>
          {pages.map(({ key, html }, index) => (
            <iframe
              key={key}
              srcDoc={html}
              title={t('preview')}
              sandbox="allow-scripts"
              onLoad={() => settle(key)}
              // The new one is drawn behind the old one until it is there.
              aria-hidden={index > 0}
              tabIndex={index > 0 ? -1 : undefined}
              className="absolute inset-0 size-full rounded-md border border-line bg-raised"
              style={{ zIndex: pages.length - index }}
            />
          ))}
        </div>
      </div>
    </Panel>
  );
}

const SETTLE_MILLISECONDS = 350;

/** The pages to draw, the one that stands first; a new one each time what was typed has settled. */
function usePages(workspace: string, asked: string) {
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [isWrong, setWrong] = useState(false);
  const next = useRef(0);
  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/desk/${workspace}/forms/preview`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: asked,
        signal: gone.signal,
      }).catch(() => null);
      if (gone.signal.aborted) return;
      setWrong(!answer?.ok);
      const html = answer?.ok ? await answer.text().catch(() => null) : null;
      if (html === null || gone.signal.aborted) return;
      next.current += 1;
      const page = { key: next.current, html };
      setPages(([shown]) => (shown ? [shown, page] : [page]));
    }, SETTLE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [workspace, asked]);
  const settle = (key: number) => setPages((before) => before.filter((page) => page.key >= key));
  return { pages, settle, isWrong };
}

const LEAST = 240;
const MOST = 4000;

/** As high as the page within says that it is. */
function useHeight() {
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(LEAST);
  useEffect(() => {
    function onMessage({ source, data }: MessageEvent): void {
      const said: unknown = data?.kalauzForm;
      const frames = [...(box.current?.querySelectorAll('iframe') ?? [])];
      if (typeof said !== 'number' || !frames.some(({ contentWindow }) => contentWindow === source)) return;
      setHeight(Math.min(Math.max(said + 2, LEAST), MOST));
    }
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);
  return { box, height };
}
