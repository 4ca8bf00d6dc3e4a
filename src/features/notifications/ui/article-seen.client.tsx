'use client';

import { useEffect, useRef } from 'react';
import { readNoticesAction } from '../actions';

type Props = Readonly<{
  workspace: string;
  articleId: string;
  /** When the page was made, in milliseconds since 1970. */
  until: number;
}>;

/** Has what its reader was told of this article read, once they have it before their eyes. Draws nothing. */
export function ArticleSeen({ workspace, articleId, until }: Props) {
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    void readNoticesAction(workspace, { articleId, until: new Date(until) });
  }, [workspace, articleId, until]);
  return null;
}
