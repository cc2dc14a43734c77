/** GSM 03.38: the position is the septet. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1BÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Written as two septets, the first one an escape. */
const EXTENSION: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
};
const ESCAPE = 0x1b;

const SEPTETS = new Map<string, readonly number[]>([
  ...[...BASIC].flatMap((character, septet) => (septet === ESCAPE ? [] : [[character, [septet]] as const])),
  ...Object.entries(EXTENSION).map(([character, septet]) => [character, [ESCAPE, septet]] as const),
]);
const EXTENDED = new Map(Object.entries(EXTENSION).map(([character, septet]) => [septet, character]));

/** Septets that a character takes: 1 or 2; 0 when the alphabet lacks it. */
export function septetCount(character: string): number {
  return SEPTETS.get(character)?.length ?? 0;
}

/** One septet in each byte, as SMPP carries them. @returns null when a character is not in the alphabet */
export function encodeGsm7(text: string): Buffer | null {
  const septets: number[] = [];
  for (const character of text) {
    const found = SEPTETS.get(character);
    if (!found) return null;
    septets.push(...found);
  }
  return Buffer.from(septets);
}

/** @param bytes one septet in each */
export function decodeGsm7(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 1) {
    const septet = bytes[index] ?? 0;
    const follower = bytes[index + 1];
    if (septet !== ESCAPE) {
      text += BASIC[septet] ?? '\uFFFD';
    } else if (follower === undefined || follower === ESCAPE) {
      text += ' ';
    } else {
      // An extension that the table does not have is shown as its basic character (03.38, 6.2.1.1).
      text += EXTENDED.get(follower) ?? BASIC[follower] ?? '\uFFFD';
      index += 1;
    }
  }
  return text;
}
