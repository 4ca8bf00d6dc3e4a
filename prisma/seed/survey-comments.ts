type Mood = 'good' | 'middling' | 'bad';

/** What customers wrote beside their scores. */
export const COMMENTS: Readonly<Record<string, Readonly<Record<Mood, readonly string[]>>>> = {
  en: {
    good: [
      'Answered within the hour and knew the machine inside out. Thank you, Emily!',
      'The descaling video was exactly what I needed.',
      'Friendly, quick, no scripts. This is how it should be.',
      'New gasket arrived two days later. Coffee is back!',
      'I did not have to explain anything twice.',
      'You called when you said you would.',
    ],
    middling: [
      'Solved in the end, but it took three mails.',
      'Good answer. The waiting time was a bit long.',
      'Fine, although I had hoped for a replacement rather than a repair.',
      'The refund came, the apology did not.',
    ],
    bad: [
      'Still drips. I was told to try the same thing twice.',
      'Four days without any answer, and then a link to the manual.',
      'I had to send my order number three times.',
      'The machine came back with a scratch that was not there before.',
      'Nobody called back although it was promised for Tuesday.',
    ],
  },
  hu: {
    good: [
      'Gyors és kedves segítség volt, köszönöm szépen!',
      'Magyarul válaszoltak, érthetően, lépésről lépésre.',
      'Másnap megjött az új tömítés. Nagyszerű!',
      'Végre egy hely, ahol nem kell kétszer elmondani.',
      'Zsófia nagyon türelmes volt, minden kérdésemre válaszolt.',
    ],
    middling: [
      'Megoldódott, de többször is rá kellett kérdeznem.',
      'Rendben volt, csak kicsit lassan.',
      'A válasz jó, a szállítási idő hosszú.',
    ],
    bad: [
      'Egy hétig vártam, és még mindig csöpög a gép.',
      'Angol nyelvű leírást kaptam, pedig magyarul kérdeztem.',
      'Visszahívást ígértek, senki sem hívott.',
      'Kétszer is ugyanazt a tanácsot kaptam, egyik sem segített.',
    ],
  },
  lv: {
    good: [
      'Paldies par ātro un laipno palīdzību!',
      'Viss izskaidrots saprotami un latviski.',
      'Jānis piezvanīja tieši norunātajā laikā.',
      'Jaunā detaļa atnāca nākamajā dienā. Lieliski!',
      'Beidzot nevajadzēja visu stāstīt no sākuma.',
    ],
    middling: [
      'Atrisināts, bet nācās gaidīt trīs dienas.',
      'Normāli, tikai gribējās ātrāku atbildi.',
      'Palīdzēja, taču instrukcija bija par garu.',
    ],
    bad: [
      'Aparāts joprojām tek, un neviens vairs neatbild.',
      'Solīja atzvanīt, bet neatzvanīja.',
      'Atbilde pienāca angliski, lai gan rakstīju latviski.',
      'Naudu atpakaļ gaidu jau otro nedēļu.',
    ],
  },
};
