/** What a legal clock is set by: the class, or the flag that weighs more. */
export const MATTERS = ['complaint', 'supervisory', 'aspiration', 'information', 'public-record'] as const;
export type Matter = (typeof MATTERS)[number];

/** `verification`: judged and forwarded; `answer`: the citizen's first answer; `completion`: the matter is settled. */
export const STAGES = ['verification', 'answer', 'completion'] as const;
export type Stage = (typeof STAGES)[number];
