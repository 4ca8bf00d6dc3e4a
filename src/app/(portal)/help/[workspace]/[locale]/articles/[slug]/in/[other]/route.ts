import { articlePathIn } from '@/features/knowledge/queries-turn';
import { turnLanguage } from '@/features/knowledge/turn-language';

/** Leads to this article in another language, whatever else has the same address there. */
export const GET = turnLanguage(articlePathIn);
