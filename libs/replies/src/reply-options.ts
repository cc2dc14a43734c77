import type { ReplyTargetRow } from '@app/database';
import type {
  LengthUnit,
  ReplyAvailability,
  ReplyChoiceLimits,
  ReplyFileLimits,
  ReplyMode,
  ReplySender,
  TextLimit,
} from '@app/connector-kit';

/** What the reply box must know before anyone types, and what an answer is checked with when it comes. */
export interface ReplyOptions {
  readonly isAllowed: boolean;
  readonly reason: { readonly id: string; readonly en: string } | null;
  /** Where an officer can answer by hand instead. */
  readonly handOffUrl: string | null;
  readonly until: Date | null;
  readonly isPublic: boolean;
  /** Ways to choose from, the usual one first; empty: nothing to choose. */
  readonly modes: readonly ReplyMode[];
  readonly needsTemplate: boolean;
  readonly hasTemplates: boolean;
  readonly hasCost: boolean;
  /** The platform can be asked about an answer whose fate is unknown. */
  readonly canCheck: boolean;
  readonly files: ReplyFileLimits | null;
  /** Buttons below an answer; null: none. */
  readonly choices: ReplyChoiceLimits | null;
  readonly maxTextLength: number;
  readonly lengthUnit: LengthUnit;
  /** Of private answers, where it is another one. */
  readonly privateLimit: Pick<TextLimit, 'maxTextLength' | 'lengthUnit'> | null;
}

const CLOSED = {
  isAllowed: false,
  handOffUrl: null,
  until: null,
  isPublic: false,
  modes: [],
  needsTemplate: false,
} as const;

export const NO_REPLIES: ReplyOptions = {
  ...CLOSED,
  reason: {
    id: 'Kanal ini hanya menerima pesan; jawab lewat jalur lain.',
    en: 'This channel only receives messages; answer another way.',
  },
  hasTemplates: false,
  hasCost: false,
  canCheck: false,
  files: null,
  choices: null,
  maxTextLength: 0,
  lengthUnit: 'utf16',
  privateLimit: null,
};

const PAUSED = {
  id: 'Koneksi ini dijeda; lanjutkan dahulu di halaman Koneksi.',
  en: 'This connection is paused; resume it on the connections page first.',
};

const SAMPLE = {
  id: 'Ini laporan contoh; balasannya tidak sampai kepada siapa pun.',
  en: 'This is a sample report; an answer would reach nobody.',
};

/** @param maxFileBytes our own limit; the platform's may be lower */
export function replyOptionsOf(
  sender: ReplySender<unknown>,
  availability: ReplyAvailability,
  { isSample, isConnectionPaused }: Pick<ReplyTargetRow, 'isSample' | 'isConnectionPaused'>,
  maxFileBytes: number,
): ReplyOptions {
  const files = sender.files
    ? { ...sender.files, maxBytes: Math.min(sender.files.maxBytes, maxFileBytes) }
    : null;
  const limits = {
    hasTemplates: sender.templates !== undefined,
    hasCost: sender.cost !== undefined,
    canCheck: sender.check !== undefined,
    files,
    choices: sender.choices ?? null,
    maxTextLength: sender.maxTextLength,
    lengthUnit: sender.lengthUnit,
    privateLimit: sender.privateLimit
      ? { maxTextLength: sender.privateLimit.maxTextLength, lengthUnit: sender.privateLimit.lengthUnit }
      : null,
  };
  if (isSample || isConnectionPaused) return { ...CLOSED, reason: isSample ? SAMPLE : PAUSED, ...limits };
  if (!availability.isAllowed) {
    const { reason, handOffUrl } = availability;
    return { ...CLOSED, reason, handOffUrl: handOffUrl ?? null, ...limits };
  }
  return {
    isAllowed: true,
    reason: null,
    handOffUrl: null,
    until: availability.until ?? null,
    isPublic: availability.isPublic,
    modes: availability.modes ?? [],
    needsTemplate: availability.needsTemplate ?? false,
    ...limits,
  };
}

/** The way an answer goes: as chosen, or the usual one. */
export function modeOf({ modes, isPublic }: ReplyOptions, chosen: ReplyMode | undefined): ReplyMode {
  return chosen ?? modes[0] ?? (isPublic ? 'public' : 'private');
}

/** `image/*` takes every picture. */
export function takesType(limits: ReplyFileLimits, mimeType: string): boolean {
  return limits.mimeTypes.some(
    (pattern) =>
      pattern === mimeType || (pattern.endsWith('/*') && mimeType.startsWith(pattern.slice(0, -1))),
  );
}
