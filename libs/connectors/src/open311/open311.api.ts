import { secretsMatch, type HostedApi, type HostedApiHost, type HostedApiRequest } from '@app/connector-kit';
import { parseTicketCode } from '@app/report-model';
import {
  errorAnswer,
  listAnswer,
  writeAnswer,
  type Open311Answer,
  type Open311Format,
} from './open311.answers.js';
import { discovery } from './open311.discovery.js';
import { readFilter } from './open311.filter.js';
import { publicRequest } from './open311.reports.js';
import { OPEN311_SERVICES, serviceOf } from './open311.services.js';
import type { Open311Settings } from './open311.settings.js';
import { readSubmission, REQUEST_KIND } from './open311.submission.js';

type Host = HostedApiHost<Open311Settings>;

const NOTICE = 'Laporan diterima. Perkembangan dan jawabannya dapat dilihat dengan nomor ini.';
const FORM = /^application\/x-www-form-urlencoded\b/i;

/** GeoReport v2: https://wiki.open311.org/GeoReport_v2 */
export const open311Api: HostedApi<Open311Settings> = {
  startPath: 'discovery.xml',

  async answer(request, host) {
    const { path, format } = splitFormat(request);
    return writeAnswer(await answerTo(request, path, host), format);
  },

  sign: ({ apiKey }) => ({ query: { api_key: apiKey } }),

  refusal(request, { status, reason }) {
    return writeAnswer(errorAnswer(status, reason), splitFormat(request).format);
  },
};

/** XML where nothing is said, since every program of the standard reads it. */
function splitFormat({ path, headers }: Pick<HostedApiRequest, 'path' | 'headers'>): {
  path: string;
  format: Open311Format;
} {
  const [, bare = path, named] = /^(.*)\.(xml|json)$/.exec(path) ?? [];
  const wanted = named ?? (/\bjson\b/.test(headers['accept'] ?? '') ? 'json' : 'xml');
  return { path: bare, format: wanted === 'json' ? 'json' : 'xml' };
}

async function answerTo(request: HostedApiRequest, path: string, host: Host): Promise<Open311Answer> {
  if (path === 'discovery' && request.method === 'GET') return discovery(request, host.settings);
  const [version, resource, id, ...rest] = path.split('/');
  if (version !== 'v2' || resource === undefined || rest.length > 0) return unknownAddress();
  const form = formOf(request);
  if (form === null) return errorAnswer(400, 'the body must be application/x-www-form-urlencoded, in UTF-8');
  const wrong = wrongJurisdiction(form.get('jurisdiction_id') ?? request.query['jurisdiction_id'], host);
  if (wrong) return wrong;
  if (request.method === 'POST') {
    return resource === 'requests' && id === undefined ? post(form, request, host) : unknownAddress();
  }
  switch (resource) {
    case 'services':
      return id === undefined
        ? listAnswer(
            'services',
            'service',
            OPEN311_SERVICES.map((row) => ({ ...row })),
          )
        : definition(id);
    case 'requests':
      return id === undefined ? list(request, host) : one(id, host);
    case 'tokens':
      return id === undefined ? errorAnswer(400, 'token was not provided') : ticketOf(id, host);
    default:
      return unknownAddress();
  }
}

function formOf({ method, headers, rawBody }: HostedApiRequest): URLSearchParams | null {
  if (method === 'GET') return new URLSearchParams();
  return FORM.test(headers['content-type'] ?? '') ? new URLSearchParams(rawBody.toString('utf8')) : null;
}

function wrongJurisdiction(given: string | undefined, { settings }: Host): Open311Answer | null {
  if (!given || settings.jurisdictionId === '' || given === settings.jurisdictionId) return null;
  return errorAnswer(404, 'jurisdiction_id was not found');
}

async function post(form: URLSearchParams, { query }: HostedApiRequest, host: Host): Promise<Open311Answer> {
  const key = form.get('api_key') ?? query['api_key'];
  if (!key) return errorAnswer(403, 'api_key was not provided');
  if (!secretsMatch(key, host.settings.apiKey)) return errorAnswer(403, 'api_key is not valid');
  form.delete('api_key');
  const submission = readSubmission(form, host.now());
  if (submission.kind === 'refused') return errorAnswer(400, ...submission.problems);
  if (!host.takesReports) return errorAnswer(503, 'No reports are taken at the moment; send it again later');
  const earlier = await host.ticketOf(REQUEST_KIND, submission.earlierId);
  const externalId = earlier ? submission.earlierId : submission.event.externalId;
  await host.store({ ...submission.event, externalId, conversationKey: externalId });
  const ticketCode = (earlier ?? (await host.ticketOf(REQUEST_KIND, externalId)))?.ticketCode ?? null;
  const row = ticketCode === null ? { token: externalId } : { service_request_id: ticketCode };
  const account = form.get('account_id');
  return listAnswer('service_requests', 'request', [{ ...row, service_notice: NOTICE, account_id: account }]);
}

function definition(code: string): Open311Answer {
  if (!serviceOf(code)) return errorAnswer(404, 'service_code was not found');
  return {
    status: 200,
    xml: { service_definition: { service_code: code, attributes: '' } },
    json: { service_code: code, attributes: [] },
  };
}

async function list({ query }: HostedApiRequest, host: Host): Promise<Open311Answer> {
  const filter = readFilter(query, host.now());
  if ('problems' in filter) return errorAnswer(400, ...filter.problems);
  return requests(await host.reports(filter), host);
}

async function one(id: string, host: Host): Promise<Open311Answer> {
  const code = parseTicketCode(id);
  const found = code === null ? [] : await host.reports({ ticketCodes: [code], limit: 1 });
  return found.length > 0 ? requests(found, host) : errorAnswer(404, 'service_request_id was not found');
}

function requests(reports: Awaited<ReturnType<Host['reports']>>, host: Host): Open311Answer {
  const rows = reports.map((report) => publicRequest(report, host));
  return listAnswer('service_requests', 'request', rows);
}

async function ticketOf(token: string, host: Host): Promise<Open311Answer> {
  const found = await host.ticketOf(REQUEST_KIND, token);
  if (!found) return errorAnswer(404, 'token was not found');
  return listAnswer('service_requests', 'request', [{ service_request_id: found.ticketCode, token }]);
}

function unknownAddress(): Open311Answer {
  return errorAnswer(404, 'There is nothing at this address; the discovery file lists what there is');
}
