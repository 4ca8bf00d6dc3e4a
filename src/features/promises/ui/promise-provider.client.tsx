'use client';

import { type ReactNode, useMemo } from 'react';
import { PromiseToolContext, type PromiseToolProps } from '@/ui/promise-tool';
import { PromiseTool } from './promise-tool.client';

type Props = Readonly<{
  workspace: string;
  /** The reader's. */
  timeZone: string;
  children: ReactNode;
}>;

/** Lends the composers within a way to promise a time with what is written in them. */
export function PromiseProvider({ workspace, timeZone, children }: Props) {
  const Tool = useMemo(
    () =>
      function Promising(props: PromiseToolProps) {
        return <PromiseTool {...props} workspace={workspace} timeZone={timeZone} />;
      },
    [workspace, timeZone],
  );
  return <PromiseToolContext value={Tool}>{children}</PromiseToolContext>;
}
