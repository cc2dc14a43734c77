const MORNING = 8;

/** Times that one usually lets something rest until, in the zone of the browser. */
export function restChoices(now: Date) {
  const at = (days: number, hour: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { name: 'hours', at: new Date(now.getTime() + 3 * 3_600_000) },
    { name: 'tomorrow', at: at(1, MORNING) },
    { name: 'threeDays', at: at(3, MORNING) },
    { name: 'monday', at: at(daysToMonday, MORNING) },
  ] as const;
}
