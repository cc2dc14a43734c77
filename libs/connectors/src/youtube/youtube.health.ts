import { ConnectorError, type ConnectorHealth } from '@app/connector-kit';
import { googleHealth, notGoogle } from '@app/google-api';
import { z } from 'zod';
import { listYoutube, type YoutubeContext } from './youtube.api.js';

const channelSchema = z.looseObject({ id: z.string(), snippet: z.looseObject({ title: z.string() }) });

/** Whether the sign-in is that of the channel itself: answers would otherwise carry another name. */
export function youtubeHealth(context: YoutubeContext): Promise<ConnectorHealth> {
  return googleHealth(async () => {
    const { items } = await listYoutube(context, 'channels', { part: 'snippet', mine: 'true' });
    const [mine] = items;
    if (mine === undefined) {
      throw new ConnectorError('permission-missing', 'This Google account has no YouTube channel');
    }
    const channel = channelSchema.safeParse(mine);
    if (!channel.success) throw notGoogle();
    const { id, snippet } = channel.data;
    if (id === context.settings.channelId) return snippet.title;
    throw new ConnectorError(
      'permission-missing',
      `The refresh token belongs to the channel "${snippet.title}" (${id}), not to the one that is entered here. Make it anew and choose the office’s channel while signing in`,
    );
  });
}
