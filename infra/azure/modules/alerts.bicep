param name string
param tags object
param appId string
param databaseId string
param minReplicas int

@description('Who is woken: mail addresses of the operators, not of one person.')
param emails array

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      for (email, index) in emails: {
        name: 'operator${index}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var failing = {
  name: 'statusCodeCategory'
  operator: 'Include'
  values: ['5xx']
}

// Severity 1 wakes somebody, 2 is for today, 3 for this week.
var rules = [
  { key: 'server-errors', about: 'Requests were answered with 5xx.', on: appId, metric: 'Requests', by: 'Total', is: 'GreaterThan', value: 5, severity: 1, dimensions: [failing] }
  { key: 'restarts', about: 'The app was started anew, again and again.', on: appId, metric: 'RestartCount', by: 'Maximum', is: 'GreaterThan', value: 3, severity: 2, dimensions: [] }
  { key: 'replicas', about: 'Fewer replicas run than should.', on: appId, metric: 'Replicas', by: 'Maximum', is: 'LessThan', value: minReplicas, severity: 2, dimensions: [] }
  { key: 'database-away', about: 'The database does not answer.', on: databaseId, metric: 'is_db_alive', by: 'Maximum', is: 'LessThan', value: 1, severity: 1, dimensions: [] }
  { key: 'database-storage', about: 'The database is running full; full, it takes no more.', on: databaseId, metric: 'storage_percent', by: 'Average', is: 'GreaterThan', value: 80, severity: 2, dimensions: [] }
  { key: 'database-cpu', about: 'The database is busy all the time.', on: databaseId, metric: 'cpu_percent', by: 'Average', is: 'GreaterThan', value: 85, severity: 3, dimensions: [] }
]

resource alerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for rule in rules: {
    name: '${name}-${rule.key}'
    location: 'global'
    tags: tags
    properties: {
      description: rule.about
      enabled: true
      severity: rule.severity
      scopes: [rule.on]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: rule.key
            criterionType: 'StaticThresholdCriterion'
            metricName: rule.metric
            timeAggregation: rule.by
            operator: rule.is
            threshold: rule.value
            dimensions: rule.dimensions
          }
        ]
      }
      actions: [
        {
          actionGroupId: told.id
        }
      ]
    }
  }
]

output actionGroupId string = told.id
