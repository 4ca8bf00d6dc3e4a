'use client';

import type { Editor } from '@tiptap/react';
import { MessageCircleHeart } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ToneFinding } from '@/domain/tone/finding';
import type { ToneLanguage } from '@/domain/tone/phrase';
import { Button } from '@/ui/button';
import { Popover } from '@/ui/popover.client';
import type { WritingAidProps } from '@/ui/writing-aid';
import { keyOfFinding } from './finding-list';
import { type MarkedPlace, prepareMarks, showMarks } from './tone-marks';
import { TonePanel } from './tone-panel.client';
import { useFindings } from './use-findings';
import { useToneHelp } from './use-tone-help';
import { writtenText } from './written-text';

type Props = WritingAidProps &
  Readonly<{ workspace: string; language: ToneLanguage; isLetter: boolean; isComplaint: boolean }>;

const OPENING_KEY = 'F7';

/** A quiet button beside the tools: how many things there are to think about, and by a press or F7 which. */
export function ToneTool({ editor, isLast, workspace, isLetter, isComplaint, ...props }: Props) {
  const t = useTranslations('tone');
  const [language, setLanguage] = useState(props.language);
  const [open, setOpen] = useState(false);
  const shown = useRef<ToneFinding | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const help = useToneHelp({ workspace, language });
  const facts = { isLetter, isComplaint, isSolving: isLast };
  const all = useFindings(editor, help === 'failed' ? null : help, facts);
  const findings = useMemo(() => all.filter((finding) => !left.has(keyOfFinding(finding))), [all, left]);
  useOpeningKey(editor, () => setOpen(true));
  useMarks(editor, open ? findings : NONE);
  return (
    <Popover
      label={t('panel')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-96"
      onShut={() => {
        select(editor, shown.current);
        shown.current = null;
      }}
      trigger={
        <Button
          variant="ghost"
          size="sm"
          aria-label={t('openCount', { count: findings.length })}
          aria-keyshortcuts={OPENING_KEY}
          title={`${t('openCount', { count: findings.length })} (${OPENING_KEY})`}
          className="tabular-nums"
        >
          <MessageCircleHeart aria-hidden />
          {findings.length > 0 && <span aria-hidden>{findings.length}</span>}
        </Button>
      }
    >
      <TonePanel
        help={help}
        findings={findings}
        left={all.length - findings.length}
        isEmpty={editor.isEmpty}
        language={language}
        onLanguage={setLanguage}
        onReplace={(finding, text) => replace(editor, finding, text)}
        onShow={(finding) => {
          shown.current = finding;
          setOpen(false);
        }}
        onLeave={(finding) => setLeft(new Set([...left, keyOfFinding(finding)]))}
        onShowLeft={() => setLeft(new Set())}
      />
    </Popover>
  );
}

const NONE: readonly ToneFinding[] = [];

function useOpeningKey(editor: Editor, onOpen: () => void): void {
  useEffect(() => {
    const { dom } = editor.view;
    const press = (event: KeyboardEvent) => {
      if (event.key !== OPENING_KEY) return;
      event.preventDefault();
      onOpen();
    };
    dom.addEventListener('keydown', press);
    return () => dom.removeEventListener('keydown', press);
  }, [editor, onOpen]);
}

function useMarks(editor: Editor, findings: readonly ToneFinding[]): void {
  useEffect(() => prepareMarks(editor), [editor]);
  useEffect(() => {
    showMarks(
      editor,
      findings.flatMap((finding) => placeOf(editor, finding) ?? []),
    );
  }, [editor, findings]);
}

function placeOf(editor: Editor, { place }: ToneFinding): MarkedPlace | null {
  if (!place) return null;
  const { positionOf } = writtenText(editor.state.doc);
  return { from: positionOf(place.start), to: positionOf(place.end - 1) + 1 };
}

/** Back to the text, to these words of it where there are any. */
function select(editor: Editor, finding: ToneFinding | null): void {
  const place = finding && placeOf(editor, finding);
  const chain = editor.chain().focus();
  (place ? chain.setTextSelection(place).scrollIntoView() : chain).run();
}

/** Puts other words there, with a capital where the ones before had one; undone like any typing. */
function replace(editor: Editor, finding: ToneFinding, text: string): void {
  const place = placeOf(editor, finding);
  if (!place) return;
  const first = finding.quote.charAt(0);
  const isCapital = first !== first.toLowerCase();
  const written = isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  const chain = editor.chain();
  (written === ''
    ? chain.deleteRange(place)
    : chain.insertContentAt(place, { type: 'text', text: written })
  ).run();
}
