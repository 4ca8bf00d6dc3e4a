'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from './button';
import { Dialog } from './dialog.client';

type ProblemCode = Parameters<ReturnType<typeof useTranslations<'problem'>>>[0];
type Deleted = Readonly<{ ok: true }> | Readonly<{ ok: false; error: Readonly<{ code: ProblemCode }> }>;

type Props = Readonly<{
  /** What stands on both buttons, what is asked (by name), what goes with it, and what is said afterwards. */
  words: Readonly<{ button: string; sure: string; body: ReactNode; done: string }>;
  remove: () => Promise<Deleted>;
  /** What may be chosen before, below what is asked. */
  choice?: ReactNode;
  /** The page to go to, since this one is gone with the thing. */
  leadTo: string;
}>;

/** A button that deletes what a page is about, after asking by name. */
export function DeleteDialog({ words, remove, choice, leadTo }: Props) {
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const done = await remove();
      setOpen(false);
      if (!done.ok) {
        toast.error(sentence(done.error.code));
        return;
      }
      toast(words.done);
      router.push(leadTo);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={words.sure}
      closeLabel={common('close')}
      trigger={<Button>{words.button}</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button variant="danger" onClick={run} pending={pending}>
            {words.button}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{words.body}</p>
      {choice && <div className="mt-4">{choice}</div>}
    </Dialog>
  );
}
