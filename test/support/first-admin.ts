import { CreateFirstAdminLinkService } from '@app/accounts';
import { ApiClient } from './api-client.js';
import type { TestApi } from './test-api.js';

export const ADMIN = { email: 'sari@example.go.id', name: 'Sari', password: 'kopi hitam tanpa gula' };

/** Makes the first admin through the link of a start, as a person would. */
export async function signInFirstAdmin(api: TestApi): Promise<ApiClient> {
  const token = await api.app.get(CreateFirstAdminLinkService, { strict: false }).create();
  const client = new ApiClient(api.url);
  const answer = await client.call('POST', '/activation', { token, ...ADMIN });
  if (answer.status !== 200) throw new Error(`First admin: ${answer.status} ${JSON.stringify(answer.body)}`);
  return client;
}

/** Invites a user as an admin and accepts the invitation. */
export async function signInInvited(
  api: TestApi,
  admin: ApiClient,
  user: { email: string; role: string; agencyId?: string },
): Promise<{ client: ApiClient; id: string; password: string }> {
  const invited = await admin.call('POST', '/users', { name: 'Budi', agencyId: null, ...user });
  if (invited.status !== 201)
    throw new Error(`Invitation: ${invited.status} ${JSON.stringify(invited.body)}`);
  const token = new URL(invited.body.link).searchParams.get('token');
  const client = new ApiClient(api.url);
  const password = 'jalan rusak di depan pasar';
  await client.call('POST', '/activation', { token, name: 'Budi', password });
  return { client, id: invited.body.user.id, password };
}
