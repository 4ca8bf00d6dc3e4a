'use client';

import { Reply, ReplyAll } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { type Answering, useStage } from './stage.client';

type Props = Readonly<{ reply: Answering; replyAll: Answering }>;

/** Answers this very mail: its writer alone, or everybody whom it names; nothing where there is nobody. */
export function AnswerButtons({ reply, replyAll }: Props) {
  const t = useTranslations('ticket.message');
  const { answer } = useStage();
  const isWide = replyAll.to.length + replyAll.cc.length > 1;
  if (reply.to.length === 0) return null;
  return (
    <span className="-ml-2 flex flex-wrap gap-1">
      <Button variant="ghost" size="sm" onClick={() => answer({ ...reply })}>
        <Reply aria-hidden />
        {t('reply')}
      </Button>
      {isWide && (
        <Button variant="ghost" size="sm" onClick={() => answer({ ...replyAll })}>
          <ReplyAll aria-hidden />
          {t('replyAll')}
        </Button>
      )}
    </span>
  );
}
