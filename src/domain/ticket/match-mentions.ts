import { plain } from '@/domain/search/plain';

/** Those with a name of which a word begins with what was typed, without regard to accents; a name that begins so comes first. */
export function matchMentions<Named extends Readonly<{ name: string }>>(
  all: readonly Named[],
  typed: string,
): Named[] {
  const wanted = plain(typed.trim());
  const placed = all.map((one) => ({ one, place: ` ${plain(one.name)}`.indexOf(` ${wanted}`) }));
  const fitting = placed.filter(({ place }) => place >= 0);
  const first = fitting.filter(({ place }) => place === 0);
  return [...first, ...fitting.filter(({ place }) => place > 0)].map(({ one }) => one);
}
