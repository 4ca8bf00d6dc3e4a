'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useChats } from './chats-provider.client';

type Props = Readonly<{ shown: readonly string[]; most: number }>;

/** Asks for the page anew when another set of chats is the reader's; what is said in them they follow themselves. */
export function KeepBoard({ shown, most }: Props) {
  const { mine } = useChats();
  const router = useRouter();
  const wanted = mine
    .slice(0, most)
    .map(({ id }) => id)
    .sort()
    .join();
  const now = [...shown].sort().join();
  useEffect(() => {
    if (wanted !== now) router.refresh();
  }, [wanted, now, router]);
  return null;
}
