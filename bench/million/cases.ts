/** What an officer asks of the API: a name, and the addresses that a measurement goes through in turn. */
export interface Case {
  readonly name: string;
  readonly paths: readonly string[];
}

export interface Known {
  readonly agencyIds: readonly string[];
  readonly connectionIds: readonly string[];
  readonly reportIds: readonly string[];
  readonly incidentIds: readonly string[];
  readonly topics: readonly string[];
  /** Districts and villages with many reports, and with few. */
  readonly areas: readonly string[];
  readonly ticketCodes: readonly string[];
  /** Deep inside the lists; by order. */
  readonly cursors: Readonly<Record<'newest' | 'oldest' | 'due', readonly string[]>>;
}

const DAY_MS = 86_400_000;
const list = (query: string): string => `/reports?limit=50${query && '&'}${query}`;
const OPEN = 'status=new&status=verified&status=in-progress&status=on-hold';

export function casesOf(known: Known): Case[] {
  const each = (values: readonly string[], query: (value: string) => string): string[] =>
    values.map((value) => list(query(value)));
  const one = (name: string, ...queries: string[]): Case => ({ name, paths: queries.map(list) });
  const ago = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();
  const overview = (days: number): string =>
    `/overview?from=${ago(days).slice(0, 10)}&to=${ago(0).slice(0, 10)}`;
  const agency = known.agencyIds[0] ?? '';
  const topic = known.topics[0] ?? '';
  return [
    one('view: Semua', ''),
    one('view: Baru', 'status=new'),
    one('view: Perlu ditinjau', 'unsure=true'),
    one('view: Mendesak', `flag=urgent&${OPEN}`),
    one('view: Milik saya', 'assignee=me'),
    { name: 'view: Instansi saya', paths: each(known.agencyIds, (id) => `agencyId=${id}&${OPEN}`) },
    one('view: Belum dijawab', 'unanswered=true'),
    one('view: Jatuh tempo', 'clock=soon&order=due', 'clock=overdue&order=due'),
    one('view: Selesai', 'status=closed&status=archived&status=not-our-authority'),
    ...(['newest', 'oldest', 'due'] as const).map((order) => ({
      name: `deep page, ${order}`,
      paths: each(known.cursors[order], (cursor) => `order=${order}&cursor=${cursor}`),
    })),
    { name: 'deep page, filtered', paths: each(known.cursors.newest, (c) => `class=aspiration&cursor=${c}`) },
    one('class', ...['complaint', 'aspiration', 'information', 'other', 'spam'].map((one) => `class=${one}`)),
    one('flag', 'flag=supervisory', 'flag=publicRecord', 'flag=urgent'),
    { name: 'topic', paths: each(known.topics, (code) => `topic=${code}`) },
    { name: 'agency', paths: each(known.agencyIds, (id) => `agencyId=${id}`) },
    one('channel', 'channel=whatsapp-cloud', 'channel=youtube', 'channel=email'),
    one('language', ...['id', 'en', 'jv', 'su', 'bjn', 'vkt', 'und'].map((one) => `language=${one}`)),
    one(
      'language + class + channel',
      'language=bjn&class=aspiration&channel=x',
      'language=vkt&language=bjn&class=complaint',
      'language=en&flag=urgent&status=new',
    ),
    { name: 'connection', paths: each(known.connectionIds, (id) => `connectionId=${id}`) },
    one('status', ...['on-hold', 'closed', 'not-our-authority', 'archived'].map((one) => `status=${one}`)),
    one('clock', 'clock=overdue', 'clock=soon'),
    one('time', `from=${ago(400)}&to=${ago(395)}`, `from=${ago(30)}`, `to=${ago(900)}`),
    one('media', 'hasAttachments=true', 'hasAttachments=false'),
    { name: 'incident', paths: each(known.incidentIds, (id) => `incidentId=${id}`) },
    { name: 'area', paths: each(known.areas, (code) => `area=${code}`) },
    { name: 'area + open', paths: each(known.areas, (code) => `area=${code}&${OPEN}`) },
    { name: 'area + class', paths: each(known.areas, (code) => `area=${code}&class=aspiration`) },
    { name: 'area, oldest', paths: each(known.areas, (code) => `area=${code}&order=oldest`) },
    ...[
      'answer=late',
      'answer=on-time',
      'stars=1',
      'stars=4&stars=5',
      'topic=none',
      'area=none',
      'legalHold=true',
    ].map((filter) =>
      one(filter, filter, `${filter}&from=${ago(30)}`, `${filter}&from=${ago(400)}&to=${ago(370)}`),
    ),
    one('label', 'tag=label-3', 'tag=label-3&tag=label-4'),
    one('resting', 'snoozed=only'),
    one('nobody’s', `assignee=none&${OPEN}`),
    one('approval', 'approval=true'),
    {
      name: 'class + agency + status',
      paths: each(known.agencyIds, (id) => `class=aspiration&agencyId=${id}&status=new`),
    },
    one('class + channel + media', 'class=information&channel=youtube&hasAttachments=true'),
    one(
      'topic + channel + status',
      ...known.topics.map((code) => `topic=${code}&channel=email&status=on-hold`),
    ),
    one('agency + topic + time', `agencyId=${agency}&topic=${topic}&from=${ago(200)}&to=${ago(190)}`),
    one('flag + class + channel', 'flag=supervisory&class=aspiration&channel=x', 'flag=urgent&class=spam'),
    one('time + class, oldest', `from=${ago(700)}&class=spam&order=oldest&to=${ago(698)}`),
    one(
      'finds nothing',
      `class=spam&agencyId=${agency}&flag=urgent`,
      'class=spam&flag=publicRecord&channel=sms',
    ),
    one('search: rare', 'q=ambulans%20kudungga', 'q=pelanggan%2012345678', 'q=buaya', 'q=tidakadakata'),
    one('search: common', 'q=jalan', 'q=desa', 'q=lokasi', 'q=di'),
    one('search: two words', 'q=lampu%20jalan', 'q=desa%20air', 'q=jalan%20vaksin', 'q=sangatta%20selatan'),
    one(
      'search + filter',
      'q=jalan&class=information',
      'q=desa&status=new&channel=email',
      'q=air&flag=supervisory',
    ),
    one('search: begun', 'q=jal', 'q=sangatta%20sel', 'q=kudung', 'q=lampu%20j', 'q=x'),
    { name: 'search: ticket code', paths: each(known.ticketCodes, (code) => `q=${code}`) },
    { name: 'counts', paths: ['/reports/counts'] },
    {
      name: 'found',
      paths: [
        '',
        'status=new',
        'flag=urgent&class=spam',
        'q=jalan',
        'q=sangatta%20selatan',
        `agencyId=${agency}`,
      ].map((query) => `/reports/found?${query}`),
    },
    ...[30, 90, 365].flatMap((days) => [
      { name: `overview: ${days} days`, paths: [overview(days)] },
      {
        name: `overview: ${days} days, agency`,
        paths: known.agencyIds.map((id) => `${overview(days)}&agencyId=${id}`),
      },
    ]),
    { name: 'report open', paths: known.reportIds.map((id) => `/reports/${id}`) },
    { name: 'report: incident panel', paths: known.reportIds.map((id) => `/reports/${id}/incident`) },
  ];
}
