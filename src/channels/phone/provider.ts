import type { CallOutside, SettingField, WebAnswer } from '@/channels/contract';
import type { PhoneConfig } from './config';
import type { PhoneRead } from './event';

/** What a telephone system sent to our address, exactly as it came; `url` is the public one. Header names are in lower case. */
export type PhoneCall = Readonly<{
  url: string;
  headers: Readonly<Record<string, string>>;
  bytes: Uint8Array;
}>;

/** What callers hear, in their language. */
export type SpokenTexts = Readonly<{
  consent: string;
  /** The same, where a key refuses the recording. */
  consentByKey: string;
  /** After that key was pressed. */
  unrecorded: string;
  voicemail: string;
  menu: string;
  closed: string;
  goodbye: string;
  callback: string;
}>;

/** What an answer to a caller may depend on; asked only as far as it does. */
export type Desk = Readonly<{
  words: () => Promise<SpokenTexts>;
  /** Somebody is there. */
  isOpen: () => Promise<boolean>;
  /** The caller concerns nobody here. */
  isBlocked: (callId: string) => Promise<boolean>;
  /** What was sent is known already. */
  isRepeated: boolean;
}>;

export type Originate = Readonly<{
  /** The agent's telephone, which rings first. */
  device: string;
  /** The public address of the account, without query. */
  address: string;
  /** The customer's number. */
  number: string;
}>;

/** Why a provider did not do what we asked, in its words. */
export type ProviderRefusal = Readonly<{
  reason: string;
  /** It does not take our name and token. */
  isSignIn: boolean;
  /** It can do nothing at all just now, whatever was asked. */
  isDown: boolean;
}>;

export type Originated = Readonly<{ ok: true; callId: string }> | (Readonly<{ ok: false }> & ProviderRefusal);

/** `recordingUrl` is null for a recording that still runs. */
export type RefusedRecording = Readonly<{ callId: string; recordingUrl: string | null }>;

export type Done = Readonly<{ ok: true }> | (Readonly<{ ok: false }> & ProviderRefusal);

export type Checked = Readonly<{ ok: true; name: string } | { ok: false; reason: string }>;

/** `gone` for ever: the provider has deleted it. `late`: it is announced and not there yet, not ours to have, or nobody answers. */
export type FetchedRecording =
  | Readonly<{ state: 'fetched'; bytes: Uint8Array; type: string }>
  | Readonly<{ state: 'gone'; reason: string }>
  | (Readonly<{ state: 'late' }> & ProviderRefusal);

/** True for an answer of HTTP that says that who asks is not let in. */
export const isSignInRefused = (status: number): boolean => status === 401 || status === 403;

/** True for an answer of HTTP that says that the server itself has failed. */
export const isServerDown = (status: number): boolean => status >= 500;

/** A call that nobody took, for the test button. */
export type SampleCall = Readonly<{ id: string; at: Date; from: string; address: string }>;

/** One account at a telephone system: what it tells us, what it hears from us, and what it can be asked to do. */
export type PhoneProvider = Readonly<{
  /** True when the system, and nobody else, sent this. Constant in time. */
  isGenuine(call: PhoneCall, now: Date): boolean;
  /** What the stored bytes say; never throws for odd input. */
  read(call: PhoneCall, receivedAt: Date): PhoneRead;
  /** What is answered once that is stored: the caller may be waiting for it. */
  answer(call: PhoneCall, desk: Desk): Promise<WebAnswer>;
  /** A missed call as the system would tell it, signed with the account's own secret. */
  sample(missed: SampleCall): PhoneCall;
  fetchRecording(url: string, call: CallOutside): Promise<FetchedRecording>;
  /** Rings the agent and then the customer; absent where the system takes no orders. */
  dial?(asked: Originate, call: CallOutside): Promise<Originated>;
  /** Stops what is being recorded of a call, or deletes what was recorded of it; absent where the system takes no orders. */
  refuseRecording?(refused: RefusedRecording, call: CallOutside): Promise<Done>;
  /** Signs in and says whose account it is, or why not, in the system's words; absent where there is nothing to sign in to. */
  check?(call: CallOutside): Promise<Checked>;
}>;

/** Brings an account's settings and what can be done with them together, and describes its form. */
export type PhoneAdapter<Config extends PhoneConfig> = Readonly<{
  account: (config: Config) => PhoneProvider;
  /** What proves who we are to each other, in the order of the form. */
  settings: readonly SettingField[];
  /** True when it is we who say what callers meet. */
  answersCalls: boolean;
  /** What the system has to be told: our address, with the query of each purpose. */
  addresses: readonly Readonly<{ purpose: 'voice' | 'status' | 'events'; query: string }>[];
  /** A generated setting, made of random letters. */
  secretOf?: (random: string) => string;
}>;
