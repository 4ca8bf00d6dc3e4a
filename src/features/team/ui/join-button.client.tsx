'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { joinWorkspaceAction } from '@/features/team/actions';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useSubmit } from '@/ui/use-submit.client';

/** Accepts an invitation with the account that is signed in. */
export function JoinButton({ token, name }: Readonly<{ token: string; name: string }>) {
  const t = useTranslations('auth.invitation');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: () => joinWorkspaceAction({ token }),
    onDone: ({ goTo }) => router.push(goTo),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4">
      {problem && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        {t('join', { name })}
      </Button>
    </form>
  );
}
