import { useTranslations } from 'next-intl';
import type { ArticleState } from '@/domain/knowledge/article';
import { Badge } from '@/ui/badge';

const TONES = { draft: 'neutral', in_review: 'info', published: 'success', archived: 'outline' } as const;

/** Where a text stands, in a word. */
export function StateBadge({ state }: Readonly<{ state: ArticleState }>) {
  const t = useTranslations('knowledge.state');
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}
