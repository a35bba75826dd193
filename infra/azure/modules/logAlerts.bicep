// What only the log knows. The app writes one JSON object a line; its level 50 is an error, its msg is fixed text.
param name string
param location string
param tags object
param workspaceId string
param actionGroupId string
param appName string

var lines = 'ContainerAppConsoleLogs | where ContainerAppName == "${appName}" | extend line = parse_json(Log) | extend msg = tostring(line.msg)'
var system = 'ContainerAppSystemLogs | where ContainerAppName == "${appName}"'

var undelivered = [
  'a message could not be made or sent'
  'a failed message could not be noted'
  'the outbox could not be worked; trying again'
]

var rules = [
  { key: 'not-ready', about: '/readyz fails: no act could be committed; the line says which part.', severity: 1, above: 5, query: '${lines} | where msg == "not ready"' }
  { key: 'probes', about: 'The platform\'s readiness probe fails.', severity: 2, above: 5, query: '${system} | where Log has "Readiness" and Log has "failed"' }
  { key: 'deliveries', about: 'Messages could not be sent; the secretariat sees which under Deliveries.', severity: 2, above: 0, query: '${lines} | where msg in ("${join(undelivered, '", "')}")' }
  { key: 'trail', about: 'The trail could not be sealed: votes cannot be closed until it can.', severity: 1, above: 3, query: '${lines} | where msg == "the trail could not be sealed; trying again"' }
  { key: 'restored', about: 'The database was restored: it knows less than was given out. The runbook says what to do.', severity: 1, above: 0, query: '${lines} | where msg == "the database knows less than was given out"' }
  { key: 'trail-broken', about: 'The trail is not what it was, or not what the records say: runbook, The trail does not hold.', severity: 1, above: 0, query: '${lines} | where msg == "the trail does not hold"' }
  // Whoever got into the app could keep it from looking: that it did not is told from outside. It looks every hour.
  { key: 'trail-unverified', about: 'The trail was not verified for three hours.', severity: 2, above: 0, window: 'PT3H', query: '${lines} | where msg == "the trail was verified" | summarize looks = count() | where looks == 0' }
  // Each line says how many chains there are and how many its process has looked at whole since midnight: one that is kept from it tells.
  { key: 'trail-unseen', about: 'In a night not every chain of the trail was recounted whole.', severity: 2, above: 0, window: 'P2D', query: '${lines} | where msg == "chains were verified" | extend night = tostring(line.night) | where isnotempty(night) | summarize unseen = min(toint(line.of) - toint(line.whole)), since = min(TimeGenerated) by night | where unseen > 0 and since < ago(6h)' }
  { key: 'heads', about: 'No head could be laid over the trail: what happens now is not covered by one.', severity: 2, above: 3, query: '${lines} | where msg == "no head could be laid over the trail; trying again"' }
  { key: 'directory', about: 'The groups of Entra cannot be read: a consent withdrawn, or a secret run out.', severity: 2, above: 3, query: '${lines} | where msg == "the directory could not be read"' }
  { key: 'errors', about: 'The app logged errors.', severity: 3, above: 10, query: '${lines} | where toint(line.level) >= 50' }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in rules: {
    name: '${name}-${rule.key}'
    location: location
    tags: tags
    properties: {
      displayName: '${name}-${rule.key}'
      description: rule.about
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.?window ?? 'PT15M'
      autoMitigate: true
      // The tables come with the first line written to them.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: rule.above
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [actionGroupId]
      }
    }
  }
]
