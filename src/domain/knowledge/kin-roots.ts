import { wordRoots } from '@/domain/search/word-roots';

/** Endings by which our languages make one word of another: what one does, the doing, what is done. */
const ENGLISH = endings('ations ation ements ement ments ment ings ing able ers er ies ied ied ed es s y e');
const HUNGARIAN = endings(
  'itasahoz itesehez itasi itesi itas ites itani iteni itasa itese asahoz esehez asara esere asarol eserol asanak esenek asaval ' +
    'asanal esenel asakor esekor asait eseit asai esei asat eset asi esi asa ese as es ani eni ni hato heto hatom hetem hatok hetek ' +
    'hatna hetne hat het tam tem tak tek ta te ott ett ot et om em ok ok ek unk unk jak jek ja je na ne nam nem i t',
);
const LATVIAN = endings(
  'anas anu anai ana esanas esanu esanai esana isanas isanu isanai isana asanas asanu asanai asana sanas sanu sanai sana ejums ejuma ijums ijuma ' +
    'ajums ajuma ajumi ajumu ums uma umi umu ot ets eta its ita ats ata et it at ju ja jis t u a s',
);

function endings(list: string): readonly string[] {
  return [...new Set(list.split(' '))];
}

/**
 * All roots of one plain word: those of its forms, and those that it shares with its kin (`visszaküldeni` ~ `visszaküldése`,
 * `atgriezt` ~ `atgriešana`, `cancel` ~ `cancellation`). Finds a little more than its forms would.
 */
export function kinRoots(word: string): ReadonlySet<string> {
  const roots = new Set(wordRoots(word));
  if (word.length < 5) return roots;
  for (const root of cut(word, ENGLISH, 4)) roots.add(undoubled(root));
  for (const root of cut(word, HUNGARIAN, 5)) roots.add(root);
  for (const root of cut(word, LATVIAN, 4)) roots.add(root.replace(/z$/, 's'));
  return roots;
}

function cut(word: string, ...[list, shortest]: [readonly string[], number]): readonly string[] {
  return list
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= shortest)
    .map((ending) => word.slice(0, -ending.length));
}

/** `cancell` → `cancel`, `shipp` → `ship`. */
const undoubled = (root: string) => root.replace(/([bdglmnprt])\1$/, '$1');
