'use client';

import { type ReactNode, useMemo } from 'react';
import type { ToneLanguage } from '@/domain/tone/phrase';
import { WritingAidContext, type WritingAidProps } from '@/ui/writing-aid';
import { ToneTool } from './tone-tool.client';

type Props = Readonly<{
  workspace: string;
  language: ToneLanguage;
  isLetter: boolean;
  isComplaint: boolean;
  children: ReactNode;
}>;

/** Lends the tone helper to the editors within. */
export function ToneProvider({ workspace, language, isLetter, isComplaint, children }: Props) {
  const Aid = useMemo(
    () =>
      function ToneAid(props: WritingAidProps) {
        return <ToneTool {...props} {...{ workspace, language, isLetter, isComplaint }} />;
      },
    [workspace, language, isLetter, isComplaint],
  );
  return <WritingAidContext value={Aid}>{children}</WritingAidContext>;
}
