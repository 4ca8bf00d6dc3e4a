import { shelfPathIn } from '@/features/knowledge/queries-turn';
import { turnLanguage } from '@/features/knowledge/turn-language';

/** Leads to this category in another language, whatever else has the same address there. */
export const GET = turnLanguage(shelfPathIn);
