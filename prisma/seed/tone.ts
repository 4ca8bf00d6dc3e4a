import type { PhraseKind, ToneLanguage } from '@/domain/tone/phrase';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

type Entry = readonly [ToneLanguage, PhraseKind, string, ...string[]];

/** What the shop found out about its own words. */
const ENTRIES: readonly Entry[] = [
  ['en', 'negative', 'user error', 'what happened', 'a setting that is easy to miss'],
  ['en', 'negative', 'out of warranty', 'repaired at cost price'],
  ['en', 'forbidden', 'refund immediately', 'refund within 14 days'],
  ['hu', 'negative', 'kezelési hiba', 'ami történt', 'könnyen elnézhető beállítás'],
  ['hu', 'negative', 'lejárt a garancia', 'önköltségi áron megjavítjuk'],
  ['hu', 'forbidden', 'azonnal visszafizetjük', '14 napon belül visszafizetjük'],
  ['lv', 'negative', 'lietotāja kļūda', 'notikušais', 'viegli palaist garām iestatījumu'],
  ['lv', 'negative', 'garantija beigusies', 'salabosim par pašizmaksu'],
  ['lv', 'forbidden', 'uzreiz atmaksāsim', 'atmaksāsim 14 dienu laikā'],
];

/** The demo shop's own phrases of the tone helper. */
export async function buildTone(db: Db, { workspaceId }: Cast, now: Date): Promise<void> {
  await db.tonePhrase.createMany({
    data: ENTRIES.map(([language, kind, phrase, ...alternatives]) => ({
      workspaceId,
      id: newId(),
      language,
      kind,
      phrase,
      alternatives,
      updatedAt: now,
    })),
  });
}
