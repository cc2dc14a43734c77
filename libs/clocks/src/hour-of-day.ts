/** Whether the clocks of `timeZone` (IANA) show this hour (0 to 23). */
export function isHourOf(now: Date, hour: number, timeZone: string): boolean {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now);
  return Number(shown) === hour;
}
