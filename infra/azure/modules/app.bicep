param name string
param location string
param tags object
param placeName string
param image string
param host string

@description('Name of the environment\'s certificate for the host; empty until there is one.')
param certificateName string
param appId string
param appType string
param tenantId string
param settings object
param logLevel string
param identityId string
param vaultUri string
param minReplicas int
param maxReplicas int

var port = 3978
var registry = split(image, '/')[0]
var withPassword = appType != 'UserAssignedMSI'
var secretNames = concat(['database-url', 'database-owner-url', 'metrics-token', 'trail-key'], withPassword ? ['bot-password'] : [])

resource place 'Microsoft.App/managedEnvironments@2024-03-01' existing = {
  name: placeName
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'ca-${name}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: place.id
    workloadProfileName: 'Consumption'
    configuration: {
      // The old revision serves until the new one is ready, and stays when it never is.
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
        customDomains: empty(certificateName)
          ? []
          : [
              {
                name: host
                certificateId: '${place.id}/managedCertificates/${certificateName}'
                bindingType: 'SniEnabled'
              }
            ]
      }
      registries: endsWith(registry, '.azurecr.io')
        ? [
            { server: registry, identity: identityId }
          ]
        : []
      secrets: [
        for secret in secretNames: {
          name: secret
          keyVaultUrl: '${vaultUri}secrets/${secret}'
          identity: identityId
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'app'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(
            [
              { name: 'NODE_ENV', value: 'production' }
              { name: 'PORT', value: string(port) }
              { name: 'PUBLIC_URL', value: 'https://${host}' }
              { name: 'TRUSTED_PROXIES', value: '1' } // the ingress
              { name: 'DATABASE_URL', secretRef: 'database-url' }
              { name: 'DATABASE_OWNER_URL', secretRef: 'database-owner-url' }
              { name: 'METRICS_TOKEN', secretRef: 'metrics-token' }
              { name: 'TRAIL_KEY', secretRef: 'trail-key' }
              { name: 'MicrosoftAppId', value: appId }
              { name: 'MicrosoftAppType', value: appType }
              { name: 'MicrosoftAppTenantId', value: tenantId }
              { name: 'LOG_LEVEL', value: logLevel }
            ],
            withPassword ? [{ name: 'MicrosoftAppPassword', secretRef: 'bot-password' }] : [],
            map(items(settings), setting => { name: setting.key, value: setting.value })
          )
          probes: [
            {
              type: 'Startup' // migrations run before the app listens: it has a minute and a half
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 9
              timeoutSeconds: 5
              failureThreshold: 10
            }
            {
              type: 'Liveness' // not of the database: a stuck app is better for a new start, one without a database is not
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 15
              timeoutSeconds: 5
              failureThreshold: 4
            }
            {
              type: 'Readiness'
              httpGet: { path: '/readyz', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        // By work, not by connections: every open tab holds one for live updates and does nothing.
        rules: [
          {
            name: 'work'
            custom: { type: 'cpu', metadata: { type: 'Utilization', value: '70' } }
          }
        ]
      }
    }
  }
}

output id string = app.id
output name string = app.name
output address string = app.properties.configuration.ingress.fqdn
