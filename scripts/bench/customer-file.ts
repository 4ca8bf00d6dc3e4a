/** What marks the customers of the file, in their id of another system and in their name. */
export const KNOWN = 'bench-customer-';
export const NAME = 'Vásárló ';

/** What the workspace must have for the file: the tier of all, and the day since when they buy. */
export const TIER = 'Arany';
export const SINCE = 'Vevő óta';

const HEADS = [
  'Azonosító',
  'Név',
  'E-mail',
  'Telefon',
  'Cég',
  'Szint',
  'Nyelv',
  'Időzóna',
  SINCE,
  'Megjegyzés',
] as const;

type Cells = Record<(typeof HEADS)[number], string>;
type Fault = Readonly<{
  /** As reports for programs name it. */
  code: string;
  /** True where the whole line is refused, and not just this cell left out. */
  refused: boolean;
  cells: (at: number) => Partial<Cells>;
}>;

/** Everything that an import finds fault with, in turns. */
const FAULTS: readonly Fault[] = [
  { code: 'email', refused: true, cells: (at) => ({ 'E-mail': `nobody-${at}` }) },
  { code: 'tier', refused: false, cells: () => ({ Szint: 'Gyémánt' }) },
  { code: 'own', refused: false, cells: () => ({ [SINCE]: '2026. 2. 31.' }) },
  { code: 'phone', refused: true, cells: () => ({ Telefon: 'nincs' }) },
  { code: 'language', refused: false, cells: () => ({ Nyelv: 'klingon' }) },
  { code: 'nothing', refused: true, cells: () => ({ Azonosító: '', Név: '', 'E-mail': '' }) },
  { code: 'timeZone', refused: false, cells: () => ({ Időzóna: 'Europe/Nowhere' }) },
  // The address of the first customer, and the id of the second one.
  { code: 'taken', refused: true, cells: () => ({ Azonosító: `${KNOWN}1`, 'E-mail': emailOf(0) }) },
  // Never closed: the lines up to the next mark stand behind it.
  { code: 'quote', refused: true, cells: (at) => ({ Név: `"${NAME}${at}` }) },
];

const EVERY = 10;

const faultOf = (at: number): Fault | undefined =>
  at % EVERY === EVERY - 1 ? FAULTS[Math.floor(at / EVERY) % FAULTS.length] : undefined;

const emailOf = (at: number) => `import${at}@firm${at % 500}.example`;

function lineOf(at: number): string {
  const cells: Cells = {
    Azonosító: `${KNOWN}${at}`,
    Név: `${NAME}${at}`,
    'E-mail': emailOf(at),
    Telefon: '',
    Cég: `Cég ${at % 500}`,
    Szint: TIER,
    Nyelv: ['hu', 'lv', 'en'][at % 3] ?? '',
    Időzóna: 'Europe/Budapest',
    [SINCE]: at % 7 === 0 ? '2026. 3. 1.' : '',
    Megjegyzés: `note ${at % 7}`,
    ...faultOf(at)?.cells(at),
  };
  return HEADS.map((head) => cells[head]).join(';');
}

/** A file of so many customers, as people save it, with a fault of another kind in every tenth line. */
export const customerFile = (lines: number): string =>
  [HEADS.join(';'), ...Array.from({ length: lines }, (_, at) => lineOf(at))].join('\r\n');

/** How many lines of such a file have which fault, and how many are refused for it. */
export function faultsIn(lines: number): Readonly<{ byCode: Record<string, number>; refused: number }> {
  const faults = Array.from({ length: lines }, (_, at) => faultOf(at)).filter((fault) => fault !== undefined);
  const byCode: Record<string, number> = {};
  for (const { code } of faults) byCode[code] = (byCode[code] ?? 0) + 1;
  return { byCode, refused: faults.filter(({ refused }) => refused).length };
}
