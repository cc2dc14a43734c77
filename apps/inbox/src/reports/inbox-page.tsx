import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { reportListsKey } from '../api/query-keys.js';
import { LoadFailure } from '../layout/load-failure.js';
import { Waiting } from '../layout/waiting.js';
import { useSession } from '../session/use-session.js';

const REFRESH_MS = 5_000;

/** The newest reports. */
export default function InboxPage() {
  const session = useSession();
  const reports = useQuery({
    queryKey: reportListsKey,
    queryFn: ({ signal }) => callApi('listReports', { signal }),
    refetchInterval: REFRESH_MS,
  });
  if (reports.isError) return <LoadFailure error={reports.error} onRetry={reports.refetch} />;
  if (!reports.data) return <Waiting />;
  return (
    <Stack component="main" p="md" gap="sm">
      <Text component="h1" fw={600}>
        {session.organisationName}
      </Text>
      {reports.data.items.map((report) => (
        <Card key={report.id} component="article" withBorder padding="sm">
          <Group gap="xs">
            <Text ff="monospace">{report.ticketCode}</Text>
            <Badge>{report.class}</Badge>
            <Badge variant="light">{report.status}</Badge>
            <Text c="dimmed">{report.contactName}</Text>
          </Group>
          <Text lineClamp={2}>{report.excerpt}</Text>
        </Card>
      ))}
    </Stack>
  );
}
