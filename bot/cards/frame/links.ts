/** A link that opens the tab in Teams at one page of it, like `revision/<id>` (platform: deep links). */
export function tabLink(appId: string, tenantId: string, page: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: page }));
  return `https://teams.microsoft.com/l/entity/${appId}/cases?tenantId=${tenantId}&context=${context}`;
}
