/** Names of what a mail is written on, in the spelling of their makers. */
const DEVICE =
  /iphone|ipad|ipod|apple watch|android|outlook|galaxy|samsung|huawei|xiaomi|redmi|pixel|oneplus|motorola|nokia|blackberry|windows|yahoo|gmail|hotmail|gmx|web\.de|proton|thunderbird|aquamail|bluemail|typeapp|mailbird|spark|inbox\.lv|citromail|freemail|mobil|telefon|handy|okostelefon|készülék|tālru|ierīc|smartphone|tablet|mail app/i;

const SENT_FIRST =
  /^(?:sent|get outlook|gesendet|von meine[mr]|diese nachricht wurde|envoyé|obtenez outlook|télécharger outlook|enviado|enviada|obtener outlook|obtenha o outlook|inviato|scarica outlook|verstuurd|verzonden|outlook voor|sendt|hent outlook|skickat|hämta outlook|lähetetty|hanki outlook|odesláno|získat outlook|odoslané|odoslaná|wysłane|wysłano|pobierz|poslano|elküldve|küldve|nosūtīts|sūtīts|iegūstiet|lejupielādē|išsiųsta|siųsta|saadetud|trimis|отправлено|надіслано|изпратено|στάλθηκε|从我的|發自我的|发自我的)/iu;

const SENT_LAST = /(?:küldve|gesendet|gönderildi|letöltése|から送信|보냄)\.?$/iu;

/** `Sent from my …`, `Sent from TypeApp`: the English words stand for any device, the others need its name. */
const SENT_FROM = /^sent (?:from|via|using) (?:(?:my|an?) \S|[A-Z])/;

const URL_BEHIND = /\s*[<(]?https?:\/\/\S{1,200}[>)]?/g;

/** Tells whether a line is what a telephone or a mail program writes below every mail by itself. */
function isDeviceLine(line: string): boolean {
  const plain = line
    .slice(0, 300)
    .replace(URL_BEHIND, '')
    .replace(/^[\s*_]+|[\s*_]+$/g, '');
  if (plain.length > 80 || /[,;!?]/.test(plain) || plain.split(/\s+/).length > 12) return false;
  if (SENT_FROM.test(`${plain.slice(0, 1).toLowerCase()}${plain.slice(1)}`)) return true;
  return DEVICE.test(plain) && (SENT_FIRST.test(plain) || SENT_LAST.test(plain));
}

/** RFC 3676 §4.3 (`-- `), and the rule that mailing lists put above their footer. */
const SEPARATOR = /^(?:--|_{2,})\s*$/;

const MAX_SIGNATURE_LINES = 15;

const CLOSING =
  /^(?:(?:with )?(?:(?:best|kind|kindest|warm|warmest|many) )?regards|best wishes|all the best|yours (?:sincerely|faithfully|truly)|cheers|(?:maradok )?(?:szívélyes |baráti |tisztelettel és )?üdvözlettel|üdv|üdvözöl|üdvözli|tisztelettel|köszönettel|előre is köszönöm|további szép napot|szép napot|ar cieņu|ar (?:laba vēlējumiem|labiem vēlējumiem)|(?:ar )?(?:sirsnīgiem |laipniem |draudzīgiem )?sveicieniem|paldies|jauku dienu|mit (?:freundlichen|besten|lieben) gr(?:ü|ue)(?:ß|ss)en|(?:viele|beste|liebe|freundliche|herzliche) gr(?:ü|ue)(?:ß|ss)e|mfg|(?:bien )?cordialement|(?:un )?(?:cordial )?saludos?|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|med vennlig hilsen|med venlig hilsen|med vänlig hälsning|vänliga hälsningar|ystävällisin terveisin|pozdrawiam|z poważaniem|s pozdravem|s pozdravom|lp|cu respect|с уважением|з повагою|saygılarımla|pagarbiai|parimate soovidega|lugupidamisega)[\s,.!:]*$/iu;

const POSTSCRIPT = /^(?:p\.? ?s\.?|u\.? ?i\.?|utóirat)[\s:.]/iu;

/**
 * Returns the line from which on only a signature stands, or the number of lines. A separator, a device line, or
 * words of parting above a few short lines begin it; a postscript or longer text shows that it was none.
 */
export function signatureStart(lines: readonly string[]): number {
  const first = lines.findIndex((line, at) => at > 0 && beginsSignature(lines, at, line.trim()));
  return first === -1 ? lines.length : first;
}

function beginsSignature(lines: readonly string[], at: number, line: string): boolean {
  if (line === '' || line.length > 300) return false;
  if (isDeviceLine(line)) return true;
  if (SEPARATOR.test(line)) return isShort(lines.slice(at + 1), 200);
  return line.length < 60 && CLOSING.test(line) && isShort(lines.slice(at + 1), 90);
}

function isShort(rest: readonly string[], width: number): boolean {
  const filled = rest.filter((line) => line.trim() !== '');
  return (
    filled.length <= MAX_SIGNATURE_LINES &&
    filled.every((line) => line.length <= width && !POSTSCRIPT.test(line.trim()) && !line.startsWith('>'))
  );
}
