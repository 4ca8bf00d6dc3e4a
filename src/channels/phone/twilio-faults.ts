import type { FormFields } from './twilio-signature';

const LONGEST_ADDRESS = 2_000;
/** A call, and so its recording, cannot last longer. */
const LONGEST_CALL_S = 86_400;
const LARGEST_INTEGER = 2 ** 31 - 1;

const RECORDING_SID = /^RE[0-9A-Za-z]{6,40}$/;

const isWhole = (text: string, largest: number) => /^\d{1,10}$/.test(text) && Number(text) <= largest;

const isLength = (text: string) => isWhole(text, LONGEST_CALL_S);

/** What a field has to be where it is given at all; what none of these names is text. */
const CHECKS: Readonly<Record<string, (text: string) => boolean>> = {
  SequenceNumber: (text) => isWhole(text, LARGEST_INTEGER),
  CallDuration: isLength,
  DialCallDuration: isLength,
  // -1 stands for a recording whose length Twilio does not know.
  RecordingDuration: (text) => text === '-1' || isLength(text),
  RecordingSid: (text) => RECORDING_SID.test(text),
  RecordingUrl: (text) => text.length <= LONGEST_ADDRESS && URL.canParse(text),
};

/** Why a form cannot be kept, with the name of the field; null when it can. NUL is no letter that can be kept. */
export function faultOf(form: FormFields): string | null {
  for (const [name, values] of Object.entries(form)) {
    if (values.some((value) => value.includes('\0'))) return `${name.replaceAll('\0', '')}: has a NUL`;
  }
  const wrong = Object.keys(CHECKS).find((name) => {
    const text = (form[name]?.[0] ?? '').trim();
    return text !== '' && !CHECKS[name]?.(text);
  });
  return wrong === undefined ? null : `${wrong}: not understood`;
}
