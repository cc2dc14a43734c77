const KINDS: readonly (readonly [placeholder: string, emoji: string])[] = [
  ['_sedih', '😭😢😥😞😔🥺😩😫😰😨'],
  ['_marah', '😡😠🤬👎😤'],
  ['_mohon', '🙏'],
  ['_jempol', '👍👏👌'],
  ['_promosi', '💰🤑💵💸🎰🎁🔥✅💯🏆🎉🎊💎🚀⚡'],
  ['_bahaya', '🚨🆘🚒🚑'],
];
const BY_EMOJI = new Map(
  KINDS.flatMap(([placeholder, emoji]) => [...emoji].map((one) => [one, placeholder] as const)),
);
const PICTOGRAPH = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const LETTER = /\p{L}/u;

/** The placeholder for an emoji, `_asing` for a letter of another script, null for anything else. */
export function emojiPlaceholder(character: string): string | null {
  const kind = BY_EMOJI.get(character);
  if (kind !== undefined) return kind;
  if (PICTOGRAPH.test(character)) return '_emoji';
  return LETTER.test(character) ? '_asing' : null;
}
